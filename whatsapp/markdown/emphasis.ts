/** A piece of a line, and how it is to look. */
export interface Piece {
	text: string;
	bold?: boolean;
	italic?: boolean;
	strike?: boolean;
	/** Between marks of code; `ticks` is how many. */
	ticks?: 1 | 3;
	/** An address, which WhatsApp makes a link of: never between marks. */
	isAddress?: boolean;
	/** WhatsApp's own formatting would have been written otherwise. */
	isMarkdown?: boolean;
	/** Marks that may begin or end something, until it is known which. */
	delimiter?: Delimiter;
}

interface Delimiter {
	mark: '*' | '_' | '~';
	left: number;
	/** As written. */
	length: number;
	canOpen: boolean;
	canClose: boolean;
	begins: Look[];
	ends: Look[];
	/** Whether it ends something as WhatsApp does not write it. */
	isMarkdown: boolean;
}

const LOOKS = ['bold', 'italic', 'strike'] as const;
type Look = (typeof LOOKS)[number];

const SPACE = /^\s?$/u;
/** With what ends an emoji like ⚠️ or 1️⃣. */
const PUNCTUATION = /^[\p{P}\p{S}\ufe0e\ufe0f\u20e3]$/u;
/** Letters, digits, and the marks that belong to letters, as in Hindi. */
export const WORD = /^(?![\ufe0e\ufe0f\u20e3])[\p{L}\p{N}\p{M}]$/u;
/** Scripts that put no spaces between words, and Korean, which puts endings right behind them. */
const UNSPACED =
	/^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\u3000-\u303f\uff00-\uffef]$/u;

/**
 * A run of `*`, `_` or `~` between two characters (empty at an end of the text). CommonMark's rules with two differences:
 * inside a word of letters or digits nothing is a mark (`2*3*4`, `snake_case`), and beside scripts without spaces marks need
 * none around them (`**注意：**请`).
 */
export function delimiterOf(run: string, before: string, after: string): Piece {
	const isLetter = (character: string) => WORD.test(character) && !UNSPACED.test(character);
	const isOutside = (character: string) =>
		SPACE.test(character) || PUNCTUATION.test(character) || UNSPACED.test(character);
	const opens = !SPACE.test(after) && (!PUNCTUATION.test(after) || isOutside(before));
	const closes = !SPACE.test(before) && (!PUNCTUATION.test(before) || isOutside(after));
	const isInsideWord = isLetter(before) && isLetter(after);
	const mark = run[0] as Delimiter['mark'];
	const isMark = !isInsideWord && (mark !== '~' || run.length <= 2);
	const isUnderscore = mark === '_';
	return {
		text: run,
		delimiter: {
			mark,
			left: run.length,
			length: run.length,
			canOpen:
				isMark && opens && (!isUnderscore || !closes || PUNCTUATION.test(before) || UNSPACED.test(before)),
			canClose:
				isMark && closes && (!isUnderscore || !opens || PUNCTUATION.test(after) || UNSPACED.test(after)),
			begins: [],
			ends: [],
			isMarkdown: false,
		},
	};
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
	opener.begins.push(look);
	closer.ends.push(look);
	closer.isMarkdown ||= used === 2;
}

/** Tells the pieces what they stand between, and makes text of the marks that are left. */
function applyLooks(pieces: Piece[], from: number): void {
	const depth = { bold: 0, italic: 0, strike: 0 };
	for (let at = from; at < pieces.length; at++) {
		const piece = pieces[at] as Piece;
		for (const look of piece.delimiter?.ends ?? []) depth[look] -= 1;
		if (!piece.isAddress) {
			for (const look of LOOKS) if (depth[look] > 0) piece[look] = true;
		}
		if (!piece.delimiter) continue;
		const { mark, left, begins, isMarkdown } = piece.delimiter;
		for (const look of begins) depth[look] += 1;
		piece.text = mark.repeat(left);
		if (isMarkdown) piece.isMarkdown = true;
		// Deleting it would make every later look at the piece slow.
		piece.delimiter = undefined;
	}
}
