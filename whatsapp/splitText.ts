import { charactersOf, lengthOf } from './characters';

const FENCE = '```';
/** A part is not made shorter than this share of what it may hold only to end it at a nicer place. */
const LEAST_SHARE = 1 / 4;

/** Ends of paragraphs, lines, sentences and words, the nicest first. */
const PLACES: ReadonlyArray<(text: string) => number[]> = [
	(text) => endsOf(text, /\n[ \t]*\n+/g),
	(text) => endsOf(text, /\n/g),
	(text) => segmentEnds(text, 'sentence'),
	(text) => endsOf(text, /\s+/g),
	// Scripts without spaces between words.
	(text) => segmentEnds(text, 'word'),
];

/** What stays in one piece if it fits into one part at all. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+/gi;

/**
 * Divides a text in WhatsApp's formatting into messages of at most so many code points: after a paragraph where there is one,
 * else after a line, a sentence, a word. An address, an emoji and a block of code stay whole; a block of code that is too long for
 * one message becomes a block in each. Nothing is lost but the white space between two parts.
 */
export function splitText(text: string, most: number): string[] {
	const parts: string[] = [];
	// The indent before an address, or what follows the last word of a block, is no message.
	const add = (part: string) => {
		if (part.trim() !== '') parts.push(part.trimEnd());
	};
	let rest = text.trim();
	while (lengthOf(rest) > most) {
		const at = placeToSplit(rest, most);
		const block = blockAround(rest, at);
		// A block that begins further on goes into the next part as a whole.
		if (block && block.start > 0) {
			add(rest.slice(0, block.start));
			rest = rest.slice(block.start);
		} else if (block) {
			const { part, left } = splitBlock(rest, most);
			add(part);
			rest = left;
		} else {
			const part = rest.slice(0, at);
			add(part);
			// The indent of a line that begins here stays.
			rest = part.endsWith('\n') ? rest.slice(at).replace(/^\s*\n/, '') : rest.slice(at).trimStart();
		}
	}
	add(rest);
	return parts.length > 0 ? parts : [''];
}

/** A position in the text at which the part before it has at most so many code points. */
function placeToSplit(text: string, most: number): number {
	const end = endOf(text, most);
	// What follows tells whether the end itself is a good place.
	const beginning = text.slice(0, end * 2);
	const addresses = [...beginning.matchAll(ADDRESS)].map(({ index, 0: found }) => ({
		start: index,
		end: index + found.length,
	}));
	const isInside = (at: number) => addresses.some((address) => at > address.start && at < address.end);
	const fits = (at: number) => at <= end || beginning.slice(0, at).trimEnd().length <= end;
	for (const places of PLACES) {
		const at = places(beginning)
			.filter((place) => fits(place) && !isInside(place))
			.at(-1);
		if (at !== undefined && at >= end * LEAST_SHARE) return at;
	}
	const address = addresses.find(({ start, end: last }) => end > start && end < last);
	if (address && address.start > 0) return address.start;
	return endOfCharacters(text, most);
}

/** Where so many code points end, without cutting a pair of code units. */
const endOf = (text: string, most: number): number =>
	[...text.slice(0, most * 2)].slice(0, most).join('').length;

/** Where the last whole character (an emoji with all that belongs to it) of so many code points ends. */
function endOfCharacters(text: string, most: number): number {
	let end = 0;
	let left = most;
	for (const character of charactersOf(text.slice(0, most * 2))) {
		left -= lengthOf(character);
		if (left < 0) break;
		end += character.length;
	}
	return end > 0 ? end : endOf(text, most);
}

const endsOf = (text: string, pattern: RegExp): number[] =>
	[...text.matchAll(pattern)].map(({ index, 0: found }) => index + found.length);

const segmentEnds = (text: string, granularity: 'sentence' | 'word'): number[] =>
	Array.from(new Intl.Segmenter(undefined, { granularity }).segment(text), ({ index }) => index);

/** The block of code that a position lies in; undefined outside of blocks. */
function blockAround(text: string, at: number): { start: number } | undefined {
	const marks = [...text.matchAll(/```/g)].map(({ index }) => index);
	for (let pair = 0; pair < marks.length; pair += 2) {
		const start = marks[pair] as number;
		const end = marks[pair + 1];
		if (at > start && end !== undefined && at < end + FENCE.length) return { start };
	}
	return undefined;
}

/** The beginning of a block that is too long, as a block, and the rest as another one. */
function splitBlock(text: string, most: number): { part: string; left: string } {
	const [opening] = /^```[^\S\n]*\n?/.exec(text) as RegExpExecArray;
	const closing = opening.endsWith('\n') ? `\n${FENCE}` : FENCE;
	const end = text.indexOf(FENCE, FENCE.length);
	const code = text.slice(opening.length, end);
	const room = most - opening.length - closing.length;
	const line = code.slice(0, endOf(code, room)).lastIndexOf('\n');
	const at = line > 0 ? line : endOfCharacters(code, room);
	const behind = code.slice(at).replace(/^\n/, '');
	return {
		part: opening + code.slice(0, at) + closing,
		left:
			(behind.trim() === '' ? '' : opening + behind) +
			(behind.trim() === '' ? text.slice(end + FENCE.length).trimStart() : text.slice(end)),
	};
}
