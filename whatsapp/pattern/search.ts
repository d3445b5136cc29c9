import type { PatternNode, PatternOptions, PositionTest } from './syntax';
import { parsePattern, UnboundedPattern } from './syntax';

/*
 * JavaScript's own search tries one way after the other and may need longer than anybody lives: `^(a+)+$` on thirty
 * letters. This one follows all ways at the same time (Thompson, "Regular Expression Search Algorithm", 1968), so its
 * cost is at most the length of the text times the size of the pattern, whatever the two are.
 */

/** Steps a pattern may have, with everything written out that is counted: `a{3}` is three. */
export const LARGEST_PATTERN = 1_000;

/** Characters of a text that are looked at. */
export const LONGEST_TEXT = 5_000;

/** Whether a text holds what a pattern describes, anywhere. */
export type Search = (text: string) => boolean;

/**
 * Makes a search out of a pattern, which takes the time of its size once. Of a longer text only the first `LONGEST_TEXT`
 * characters are looked at; the end of the text (`$`) is where it really ends.
 * @param source a JavaScript pattern without slashes
 * @throws SyntaxError, UnboundedPattern
 */
export function compilePattern(source: string, options: PatternOptions): Search {
	const root = parsePattern(source, options);
	if (sizeOf(root) > LARGEST_PATTERN) {
		throw new UnboundedPattern(`this is too large: written out, it has more than ${LARGEST_PATTERN} steps`);
	}
	const found = whereMatched(root, true);
	return (text) => found(text, Math.min(text.length, LONGEST_TEXT)).includes(1);
}

/** The number of steps a part becomes. */
function sizeOf(node: PatternNode): number {
	switch (node.kind) {
		case 'sequence':
			return sum(node.parts);
		case 'choice':
			return sum(node.options) + node.options.length;
		case 'repeat': {
			const { part, least, most } = node;
			return (sizeOf(part) + 1) * (most === Infinity ? Math.max(1, least) : most);
		}
		case 'look':
			return sizeOf(node.part) + 1;
		default:
			return 1;
	}
}

const sum = (nodes: PatternNode[]) => nodes.reduce((total, node) => total + sizeOf(node), 0);

/** Where, among the places 0 to `length` of a text, something holds: 1 for each where it does. */
type Places = (text: string, length: number) => Uint8Array;

interface State {
	/** Where to go on without reading a character. */
	next: State[];
	/** Reads one character to get to `next`. */
	reads?: (character: string) => boolean;
	/** Lets only those through who come at such a place. Its index in the list of the automaton. */
	place?: number;
	/** The last step of this loop that came here, so that each state is visited once in a step. */
	seen: number;
}

/**
 * All places where a match of a part ends, read forwards, or begins, read backwards. Looking ahead and behind are such
 * lists too, made before the part around them is followed: so they, too, cost no more than their own size.
 */
function whereMatched(root: PatternNode, forwards: boolean): Places {
	const tests: Places[] = [];
	const end: State = { next: [], seen: -1 };
	const start = build(root, end);

	return (text, length) => {
		const holds = tests.map((test) => test(text, length));
		const matched = new Uint8Array(length + 1);
		let step = (run += length + 2) - (length + 1);
		let readers: State[] = [];
		const waiting: State[] = [];
		for (let count = 0; count <= length; count++, step++) {
			const at = forwards ? count : length - count;
			waiting.push(start);
			readers = [];
			for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
				if (state.seen === step) continue;
				state.seen = step;
				if (state.place !== undefined && holds[state.place]?.[at] === 0) continue;
				if (state === end) matched[at] = 1;
				if (state.reads) readers.push(state);
				else waiting.push(...state.next);
			}
			if (count === length) break;
			const character = text.charAt(forwards ? at : at - 1);
			for (const { reads, next } of readers) if (reads?.(character)) waiting.push(...next);
		}
		return matched;
	};

	/** The state from which `node` leads to `then`. */
	function build(node: PatternNode, then: State): State {
		switch (node.kind) {
			case 'character':
				return { next: [then], reads: node.matches, seen: -1 };
			case 'position':
				return checked(placesOf(node.holds), then);
			case 'look':
				return checked(lookedAt(node), then);
			case 'choice':
				return { next: node.options.map((option) => build(option, then)), seen: -1 };
			case 'sequence': {
				const parts = forwards ? [...node.parts].reverse() : node.parts;
				return parts.reduce((after, part) => build(part, after), then);
			}
			case 'repeat':
				return repeated(node, then);
		}
	}

	function checked(test: Places, then: State): State {
		return { next: [then], place: tests.push(test) - 1, seen: -1 };
	}

	function repeated({ part, least, most }: Extract<PatternNode, { kind: 'repeat' }>, then: State): State {
		let first = then;
		if (most === Infinity) {
			const loop: State = { next: [then], seen: -1 };
			const again = build(part, loop);
			loop.next.push(again);
			// `a+` is its own first round.
			first = least > 0 ? again : loop;
		} else {
			for (let more = most - least; more > 0; more--) first = { next: [then, build(part, first)], seen: -1 };
		}
		const rounds = most === Infinity ? least - 1 : least;
		for (let round = rounds; round > 0; round--) first = build(part, first);
		return first;
	}
}

/** Counts the steps of all searches, so that a mark in a state is never one of an earlier search. */
let run = 0;

function placesOf(holds: PositionTest): Places {
	return (text, length) => Uint8Array.from({ length: length + 1 }, (_, at) => Number(holds(text, at)));
}

function lookedAt({ part, behind, negated }: Extract<PatternNode, { kind: 'look' }>): Places {
	const found = whereMatched(part, behind);
	return (text, length) => (negated ? found(text, length).map((one) => 1 - one) : found(text, length));
}
