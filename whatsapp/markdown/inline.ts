import type { Reading } from './definitions';
import { labelOf } from './definitions';
import type { Piece } from './emphasis';
import { applyEmphasis, delimiterOf, pieceOf, traitsOf } from './emphasis';
import { characterOf, ENTITY, withCharacters } from './entities';

/* Patterns that are sticky look at one place of the text. */
const BACKTICKS = /`+/y;
const RUN = /\*+|_+|~+/y;
const BREAK = /<br[ \t]*\/?>(?: *\n[ \t]*)?/iy;
const AUTOLINK = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>/iy;
/** With parentheses in pairs, and without the signs that end a sentence. */
const ADDRESS =
	/(?:https?:\/\/|www\.)(?:[^\s<>"*~[\]()]|\([^\s<>"*~[\]()]*\))*(?:[^\s<>"*~[\]().,;:!?_'`]|\([^\s<>"*~[\]()]*\))/iy;
const TITLE = /^[ \t\n]+(?:"[^"]*"|'[^']*'|\([^()]*\))/;
const LABEL = /^\[([^[\]]{0,999})\]/;
/** CommonMark's least: how many parentheses may stand in each other in an address. */
const MOST_PARENTHESES = 32;
const ESCAPED = /\\([!-/:-@[-`{-~])/y;
/**
 * Text in which nothing of the above can begin. It takes most of a text at once, which is what keeps the conversion fast;
 * of spaces only single ones, so that a long run of them is looked at once.
 */
const PLAIN = /(?:[^\\`*_~<[\]!& \nhw]| (?![ \n])|!(?!\[)|&(?![#a-z])|[hw](?!ttps?:\/\/|ww\.))+/iy;

type Rule = (text: string, at: number) => Found | undefined;
interface Found {
	piece: Piece;
	length: number;
}

/** What a sticky pattern finds at this place. */
function foundAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}

/** Where that ends; `at` if it finds nothing. Quicker, because it makes no list of what was found. */
function endAt(pattern: RegExp, text: string, at: number): number {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : at;
}

const rule =
	(pattern: RegExp, pieceOf: (found: RegExpExecArray) => Piece): Rule =>
	(text, at) => {
		const found = foundAt(pattern, text, at);
		return found ? { piece: pieceOf(found), length: found[0].length } : undefined;
	};

const breakOrSpaces: Rule[] = [
	rule(/ *\n[ \t]*/y, () => pieceOf('\n')),
	rule(/ +/y, ([text]) => pieceOf(text)),
];
const marks: Rule[] = [
	(text, at) => {
		const end = endAt(RUN, text, at);
		const piece = delimiterOf(text.slice(at, end), characterBefore(text, at), characterAt(text, end));
		return { piece, length: end - at };
	},
];
const address: Rule[] = [
	(text, at) => {
		const end = traitsOf(characterBefore(text, at)).isWord ? at : endAt(ADDRESS, text, at);
		return end === at
			? undefined
			: { piece: pieceOf(text.slice(at, end), { isAddress: true }), length: end - at };
	},
];

/** What needs to know nothing but what comes next: by its first sign, in the order in which it is looked for. */
const RULES: Readonly<Record<string, Rule[]>> = {
	'\\': [
		rule(ESCAPED, ([, character = '']) => pieceOf(character, { isMarkdown: true })),
		rule(/\\\n[ \t]*/y, () => pieceOf('\n', { isMarkdown: true })),
	],
	' ': breakOrSpaces,
	'\n': breakOrSpaces,
	'*': marks,
	_: marks,
	'~': marks,
	'<': [
		rule(BREAK, () => pieceOf('\n', { isMarkdown: true })),
		rule(AUTOLINK, ([, found = '']) => pieceOf(withCharacters(found), { isAddress: true, isMarkdown: true })),
	],
	'&': [
		rule(new RegExp(ENTITY, 'y'), (found) => {
			const character = characterOf(found);
			return character === undefined ? pieceOf(found[0]) : pieceOf(character, { isMarkdown: true });
		}),
	],
	h: address,
	H: address,
	w: address,
	W: address,
};

/** What a `[` may become the beginning of. */
interface Bracket {
	/** Where its piece stands. */
	at: number;
	isImage: boolean;
	/** Where its text begins. */
	from: number;
}

/** The pieces of a paragraph (CommonMark, "Inlines", with GitHub's struck out text and addresses). */
export function parseInline(text: string, reading: Reading): Piece[] {
	if (endAt(PLAIN, text, 0) === text.length) return [pieceOf(text)];
	const pieces: Piece[] = [];
	const codeEnds = endsOfCode(text);
	const brackets: Bracket[] = [];
	/** How many of the brackets have a link behind them: no link stands within another one. */
	let aroundLink = 0;
	let at = 0;
	while (at < text.length) {
		const plainEnd = endAt(PLAIN, text, at);
		if (plainEnd > at) {
			pieces.push(pieceOf(text.slice(at, plainEnd)));
			at = plainEnd;
			continue;
		}
		const sign = text[at] as string;
		const opening = sign === '[' ? '[' : text.startsWith('![', at) ? '![' : undefined;
		const ticks = sign === '`' ? foundAt(BACKTICKS, text, at)?.[0] : undefined;
		if (opening) {
			brackets.push({ at: pieces.length, isImage: opening === '![', from: at + opening.length });
			pieces.push(pieceOf(opening));
			at += opening.length;
		} else if (sign === ']') {
			const bracket = brackets.pop();
			const mayBegin = bracket && (bracket.isImage || brackets.length >= aroundLink);
			const target = mayBegin ? targetAt(text, at, bracket, reading) : undefined;
			if (target) {
				close(pieces, bracket as Bracket, target.address);
				if (!bracket?.isImage) aroundLink = brackets.length;
			} else pieces.push(pieceOf(']'));
			aroundLink = Math.min(aroundLink, brackets.length);
			at += target?.length ?? 1;
		} else if (ticks) {
			const end = codeEnds(at, ticks.length);
			const inside = end && text.slice(at + ticks.length, end);
			pieces.push(inside ? codePiece(inside, ticks.length) : pieceOf(ticks));
			at = inside ? end + ticks.length : at + ticks.length;
		} else {
			const found = firstOf(RULES[sign] ?? [], text, at);
			pieces.push(found.piece);
			at += found.length;
		}
	}
	applyEmphasis(pieces, 0);
	if (pieces.some(({ isMarkdown }) => isMarkdown)) reading.isMarkdown = true;
	return pieces;
}

function firstOf(rules: Rule[], text: string, at: number): Found {
	for (const look of rules) {
		const found = look(text, at);
		if (found) return found;
	}
	const character = characterAt(text, at);
	return { piece: pieceOf(character), length: character.length };
}

export const characterAt = (text: string, at: number) => {
	const code = text.codePointAt(at);
	return code === undefined ? '' : String.fromCodePoint(code);
};

export const characterBefore = (text: string, at: number) => {
	const isPair = at > 1 && (text.codePointAt(at - 2) as number) > 0xffff;
	return at === 0 ? '' : text.slice(isPair ? at - 2 : at - 1, at);
};

/** Finds where code ends that begins with so many backticks: before the next run of as many. */
function endsOfCode(text: string) {
	if (!text.includes('`')) return () => undefined;
	/** Where runs of so many stand, the last one first. */
	const places = new Map<number, number[]>();
	for (const { index, 0: run } of [...text.matchAll(/`+/g)].reverse()) {
		const same = places.get(run.length);
		if (same) same.push(index);
		else places.set(run.length, [index]);
	}
	return (at: number, ticks: number): number | undefined => {
		const left = places.get(ticks) ?? [];
		while ((left.at(-1) ?? Infinity) <= at) left.pop();
		return left.at(-1);
	};
}

function codePiece(inside: string, ticks: number): Piece {
	// Three marks are WhatsApp's own, which may hold several lines.
	if (ticks === 3) return pieceOf(inside, { ticks });
	const line = inside.replaceAll('\n', ' ');
	const isPadded = line.startsWith(' ') && line.endsWith(' ') && line.trim() !== '';
	return pieceOf(isPadded ? line.slice(1, -1) : line, { ticks: 1 });
}

/** Where the text between brackets leads, and the length of all from the closing bracket on. */
function targetAt(text: string, at: number, bracket: Bracket, { definitions }: Reading) {
	const rest = text.slice(at + 1);
	const length = rest.startsWith('(') ? targetLength(rest) : undefined;
	if (length !== undefined) {
		const [, bracketed, plain = ''] = /^\(\s*(?:<([^<>\n]*)>|(\S*))/.exec(rest.slice(0, length - 1)) ?? [];
		return { address: unescaped(bracketed ?? plain).replaceAll(' ', '%20'), length: length + 1 };
	}
	if (definitions.size === 0) return undefined;
	const label = LABEL.exec(rest);
	const own = text.slice(bracket.from, Math.min(at, bracket.from + 1000));
	const address = definitions.get(labelOf(label?.[1] || own));
	return address === undefined ? undefined : { address, length: 1 + (label?.[0].length ?? 0) };
}

const unescaped = (address: string) => withCharacters(address.replace(/\\([!-/:-@[-`{-~])/g, '$1'));

/** The length of `(address "title")`; `undefined` where it is none. Parentheses inside an address come in pairs. */
function targetLength(text: string): number | undefined {
	let at = 1 + (/^\s*/.exec(text.slice(1))?.[0].length ?? 0);
	const bracketed = /^<[^<>\n]*>/.exec(text.slice(at));
	if (bracketed) at += bracketed[0].length;
	else {
		for (let open = 0; at < text.length; at++) {
			const next = text[at] as string;
			if (/\s/.test(next) || (next === ')' && open === 0)) break;
			if (open > MOST_PARENTHESES) return undefined;
			if (next === '\\') at += 1;
			else if (next === '(') open += 1;
			else if (next === ')') open -= 1;
		}
	}
	at += TITLE.exec(text.slice(at))?.[0].length ?? 0;
	at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
	return text[at] === ')' ? at + 1 : undefined;
}

/** Makes a link of the pieces since the bracket: `text (address)`, or the address alone where the text says the same. */
function close(pieces: Piece[], { at }: Bracket, address: string): void {
	applyEmphasis(pieces, at + 1);
	const shown = pieces
		.slice(at + 1)
		.map(({ text }) => text)
		.join('')
		.trim();
	const link = pieceOf(bare(address), { isAddress: true, isMarkdown: true });
	if (address === '') pieces.splice(at, 1);
	else if (shown === '' || saysTheSame(shown, address)) pieces.splice(at, pieces.length, link);
	else {
		pieces.splice(at, 1);
		pieces.push(pieceOf(' (', { isAddress: true }), link, pieceOf(')', { isAddress: true }));
	}
}

/** Numbers and mail addresses are recognised without a scheme. */
const bare = (address: string) => address.replace(/^(?:mailto|tel):/i, '');

const saysTheSame = (shown: string, address: string) => {
	const isNumber = /^tel:/i.test(address);
	const essential = (one: string) =>
		isNumber
			? one.replace(/^tel:/i, '').replace(/[\s().\-\u00a0\u2010-\u2015]/g, '')
			: bare(one)
					.replace(/^https?:\/\//i, '')
					.replace(/\/$/, '')
					.toLowerCase();
	return essential(shown) === essential(address);
};
