/** A piece of a line, and how it is to look. */
export interface Piece {
	text: string;
	bold: boolean;
	italic: boolean;
	strike: boolean;
	/** Between marks of code: how many. */
	ticks: 1 | 3 | undefined;
	/** An address, which WhatsApp makes a link of: never between marks. */
	isAddress: boolean;
	/** WhatsApp's own formatting would have been written otherwise. */
	isMarkdown: boolean;
	/** Marks that may begin or end something, until it is known which. */
	delimiter: Delimiter | undefined;
}

type Given = Partial<Pick<Piece, 'ticks' | 'isAddress' | 'isMarkdown' | 'delimiter'>>;

/** A piece has every property from the start: objects of one shape are read several times faster. */
export const pieceOf = (
	text: string,
	{ ticks, isAddress = false, isMarkdown = false, delimiter }: Given = {},
): Piece => ({ text, bold: false, italic: false, strike: false, ticks, isAddress, isMarkdown, delimiter });

interface Delimiter {
	mark: '*' | '_' | '~';
	left: number;
	/** As written. */
	length: number;
	canOpen: boolean;
	canClose: boolean;
	begins: readonly Look[];
	ends: readonly Look[];
	/** Whether it ends something as WhatsApp does not write it. */
	isMarkdown: boolean;
}

type Look = 'bold' | 'italic' | 'strike';
const NOTHING: readonly Look[] = [];

/** What a character (or the end of the text, as an empty string) is to the marks beside it. */
interface Traits {
	isSpace: boolean;
	isPunctuation: boolean;
	/** A letter, a digit, or a mark that belongs to letters, as in Hindi. */
	isWord: boolean;
	/** Of a script that puts no spaces between words, or Korean, which puts endings right behind them. */
	isUnspaced: boolean;
}

const SPACE = /^\s?$/u;
/** With what ends an emoji like ⚠️ or 1️⃣. */
const PUNCTUATION = /^[\p{P}\p{S}\ufe0e\ufe0f\u20e3]$/u;
const WORD = /^(?![\ufe0e\ufe0f\u20e3])[\p{L}\p{N}\p{M}]$/u;
const UNSPACED =
	/^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\u3000-\u303f\uff00-\uffef]$/u;

const findTraits = (character: string): Traits => ({
	isSpace: SPACE.test(character),
	isPunctuation: PUNCTUATION.test(character),
	isWord: WORD.test(character),
	isUnspaced: UNSPACED.test(character),
});

/** Looked up once: most marks stand between characters of these. */
const ASCII: readonly Traits[] = Array.from({ length: 128 }, (_, code) =>
	findTraits(String.fromCharCode(code)),
);
const END = findTraits('');

export const traitsOf = (character: string): Traits =>
	character === '' ? END : (ASCII[character.codePointAt(0) as number] ?? findTraits(character));

const isLetter = ({ isWord, isUnspaced }: Traits) => isWord && !isUnspaced;
const isOutside = ({ isSpace, isPunctuation, isUnspaced }: Traits) => isSpace || isPunctuation || isUnspaced;

/**
 * A run of `*`, `_` or `~` between two characters (empty at an end of the text). CommonMark's rules with two differences:
 * inside a word of letters or digits nothing is a mark (`2*3*4`, `snake_case`), and beside scripts without spaces marks need
 * none around them (`**注意：**请`).
 */
export function delimiterOf(run: string, characterBefore: string, characterAfter: string): Piece {
	const before = traitsOf(characterBefore);
	const after = traitsOf(characterAfter);
	const opens = !after.isSpace && (!after.isPunctuation || isOutside(before));
	const closes = !before.isSpace && (!before.isPunctuation || isOutside(after));
	const isInsideWord = isLetter(before) && isLetter(after);
	const mark = run[0] as Delimiter['mark'];
	const isMark = !isInsideWord && (mark !== '~' || run.length <= 2);
	const isUnderscore = mark === '_';
	return pieceOf(run, {
		delimiter: {
			mark,
			left: run.length,
			length: run.length,
			canOpen: isMark && opens && (!isUnderscore || !closes || before.isPunctuation || before.isUnspaced),
			canClose: isMark && closes && (!isUnderscore || !opens || after.isPunctuation || after.isUnspaced),
			begins: NOTHING,
			ends: NOTHING,
			isMarkdown: false,
		},
	});
}

/**
 * Finds which marks belong together, from this piece on, and tells the pieces between them (CommonMark, "process emphasis").
 * Marks that found no partner stay text.
 */
export function applyEmphasis(pieces: Piece[], from: number): void {
	/** Where marks stand that may still begin something. */
	const openers: number[] = [];
	/** Below which piece no partner is left, for each sort of closing mark: keeps it quick for texts of nothing but marks. */
	const bottoms = new Map<string, number>();
	for (let at = from; at < pieces.length; at++) {
		const closer = pieces[at]?.delimiter;
		if (!closer) continue;
		while (closer.canClose && closer.left > 0) {
			const sort = `${closer.mark}${closer.length % 3}${closer.canOpen}${closer.mark === '~' ? closer.length : ''}`;
			const partner = partnerOf(pieces, openers, closer, bottoms.get(sort) ?? from);
			if (partner < 0) {
				bottoms.set(sort, at);
				break;
			}
			const opener = pieces[openers[partner] as number]?.delimiter as Delimiter;
			pair(opener, closer);
			// What stands between a pair belongs to no other pair that begins inside and ends outside.
			openers.length = opener.left > 0 ? partner + 1 : partner;
		}
		if (closer.canOpen && closer.left > 0) openers.push(at);
	}
	applyLooks(pieces, from);
}

/** Which of the openers it is. */
function partnerOf(pieces: Piece[], openers: number[], closer: Delimiter, bottom: number): number {
	for (let look = openers.length - 1; look >= 0 && (openers[look] as number) >= bottom; look--) {
		const opener = pieces[openers[look] as number]?.delimiter as Delimiter;
		if (opener.mark !== closer.mark) continue;
		if (closer.mark === '~') {
			if (opener.length === closer.length) return look;
			continue;
		}
		// "The rule of three", which tells `**a*b**` from `**a*b*`.
		const isAmbiguous =
			(opener.canClose || closer.canOpen) &&
			(opener.length + closer.length) % 3 === 0 &&
			!(opener.length % 3 === 0 && closer.length % 3 === 0);
		if (!isAmbiguous) return look;
	}
	return -1;
}

function pair(opener: Delimiter, closer: Delimiter): void {
	const isStrike = opener.mark === '~';
	const used = isStrike ? opener.length : opener.left >= 2 && closer.left >= 2 ? 2 : 1;
	const look = isStrike ? 'strike' : used === 2 ? 'bold' : 'italic';
	opener.left -= used;
	closer.left -= used;
	opener.begins = [...opener.begins, look];
	closer.ends = [...closer.ends, look];
	closer.isMarkdown ||= used === 2;
}

/** Tells the pieces what they stand between, and makes text of the marks that are left. */
function applyLooks(pieces: Piece[], from: number): void {
	const depth = { bold: 0, italic: 0, strike: 0 };
	for (let at = from; at < pieces.length; at++) {
		const piece = pieces[at] as Piece;
		const { delimiter } = piece;
		if (delimiter) for (const look of delimiter.ends) depth[look] -= 1;
		if (!piece.isAddress) {
			piece.bold ||= depth.bold > 0;
			piece.italic ||= depth.italic > 0;
			piece.strike ||= depth.strike > 0;
		}
		if (!delimiter) continue;
		const { mark, left, begins, isMarkdown } = delimiter;
		for (const look of begins) depth[look] += 1;
		piece.text = mark.repeat(left);
		if (isMarkdown) piece.isMarkdown = true;
		piece.delimiter = undefined;
	}
}
