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
}

const SPACE = /^\s?$/u;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;
/** Letters, digits, and the marks that belong to letters, as in Hindi. */
export const WORD = /^[\p{L}\p{N}\p{M}]$/u;
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
		},
	};
}

/**
 * Finds which marks belong together, from this piece on, and tells the pieces between them (CommonMark, "process emphasis").
 * Marks that found no partner stay text.
 */
export function applyEmphasis(pieces: Piece[], from: number): void {
	/** Below which piece no partner is left, for each sort of closing mark: keeps it quick for texts of nothing but marks. */
	const bottoms = new Map<string, number>();
	for (let at = from; at < pieces.length; at++) {
		const closer = pieces[at]?.delimiter;
		if (!closer?.canClose) continue;
		while (closer.left > 0) {
			const sort = `${closer.mark}${closer.length % 3}${closer.canOpen}${closer.mark === '~' ? closer.length : ''}`;
			const bottom = bottoms.get(sort) ?? from;
			const opener = partnerOf(pieces, closer, bottom, at);
			if (opener < 0) {
				bottoms.set(sort, at);
				break;
			}
			pair(pieces, opener, at);
		}
	}
	for (const piece of pieces.slice(from)) {
		if (!piece.delimiter) continue;
		piece.text = piece.delimiter.mark.repeat(piece.delimiter.left);
		delete piece.delimiter;
	}
}

function partnerOf(pieces: Piece[], closer: Delimiter, bottom: number, at: number): number {
	for (let look = at - 1; look >= bottom; look--) {
		const opener = pieces[look]?.delimiter;
		if (!opener || opener.mark !== closer.mark || !opener.canOpen || opener.left === 0) continue;
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

function pair(pieces: Piece[], from: number, to: number): void {
	const opener = pieces[from]?.delimiter as Delimiter;
	const closer = pieces[to]?.delimiter as Delimiter;
	const isStrike = opener.mark === '~';
	const used = isStrike ? opener.length : opener.left >= 2 && closer.left >= 2 ? 2 : 1;
	opener.left -= used;
	closer.left -= used;
	for (const piece of pieces.slice(from + 1, to)) {
		// What stands between a pair belongs to no other pair that begins inside and ends outside.
		if (piece.delimiter) piece.delimiter.canOpen = false;
		if (used === 2) piece.isMarkdown = true;
		if (piece.isAddress) continue;
		if (isStrike) piece.strike = true;
		else if (used === 2) piece.bold = true;
		else piece.italic = true;
	}
}
