/**
 * The structure of a regular expression as JavaScript reads it without the flags `u` and `v` (ECMA-262, Annex B
 * included). Which single characters an atom matches is left to `RegExp` itself.
 */

/** A place in a text between two characters, as an index. */
export type PositionTest = (text: string, at: number) => boolean;

export type PatternNode =
	/** One UTF-16 code unit. */
	| { kind: 'character'; matches: (character: string) => boolean }
	| { kind: 'sequence'; parts: PatternNode[] }
	| { kind: 'choice'; options: PatternNode[] }
	/** `most` is Infinity where there is no limit. */
	| { kind: 'repeat'; part: PatternNode; least: number; most: number }
	| { kind: 'position'; holds: PositionTest }
	| { kind: 'look'; part: PatternNode; behind: boolean; negated: boolean };

/** The pattern uses something whose cost has no limit. `message` stands after the name of the field. */
export class UnboundedPattern extends Error {}

interface Flags {
	i: boolean;
	m: boolean;
	s: boolean;
}

const QUANTIFIER = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/;
/** An escape that stands for one character; which one, `RegExp` says. */
const ESCAPE = /^\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|c[a-z]|[0-3]?[0-7]{1,2}|[^])/i;
const CLASS = /^\[(?:[^\]\\]|\\[^])*\]/;
const GROUP = /^\((?:\?(?:(?<look>=|!|<=|<!)|<(?<name>[^>]*)>|(?<on>[ims]*)(?:-(?<off>[ims]*))?:))?/;

export interface PatternOptions {
	ignoreCase: boolean;
	/** What `\1` matches: the pattern is refused, or whatever text there is. */
	references?: 'refuse' | 'anything';
}

/**
 * Reads a pattern.
 * @param source without slashes
 * @throws SyntaxError where JavaScript would, UnboundedPattern for references to a group
 */
export function parsePattern(source: string, { ignoreCase, references }: PatternOptions): PatternNode {
	// Whatever is taken for valid below is so because RegExp has accepted it here.
	new RegExp(source, ignoreCase ? 'i' : '');
	return new Parser(source, references ?? 'refuse').choice({ i: ignoreCase, m: false, s: false });
}

class Parser {
	private rest: string;

	private readonly groups: number;

	private readonly hasNames: boolean;

	constructor(
		source: string,
		private readonly references: 'refuse' | 'anything',
	) {
		this.rest = source;
		const outsideClasses = source.replace(/\\[^]/g, '').replace(/\[[^\]]*\]/g, '');
		this.groups = outsideClasses.match(/\((?!\?)|\(\?<(?![=!])/g)?.length ?? 0;
		this.hasNames = /\(\?<(?![=!])/.test(outsideClasses);
	}

	choice(flags: Flags): PatternNode {
		const first = this.sequence(flags);
		const options = [first];
		while (this.take('|')) options.push(this.sequence(flags));
		return options.length === 1 ? first : { kind: 'choice', options };
	}

	private sequence(flags: Flags): PatternNode {
		const parts: PatternNode[] = [];
		while (this.rest !== '' && this.rest[0] !== '|' && this.rest[0] !== ')')
			parts.push(this.quantified(flags));
		return { kind: 'sequence', parts };
	}

	private quantified(flags: Flags): PatternNode {
		const part = this.atom(flags);
		const found = QUANTIFIER.exec(this.rest);
		if (!found) return part;
		this.rest = this.rest.slice(found[0].length);
		const [sign, from, comma, to] = found;
		if (from === undefined) {
			return { kind: 'repeat', part, least: sign[0] === '+' ? 1 : 0, most: sign[0] === '?' ? 1 : Infinity };
		}
		const least = Number(from);
		return {
			kind: 'repeat',
			part,
			least,
			most: comma === undefined ? least : to === '' ? Infinity : Number(to),
		};
	}

	private atom(flags: Flags): PatternNode {
		switch (this.rest[0]) {
			case '(':
				return this.group(flags);
			case '[':
				return this.character(CLASS, flags);
			case '\\':
				return this.escape(flags);
			case '^':
				this.take('^');
				return {
					kind: 'position',
					holds: (text, at) => at === 0 || (flags.m && isLineEnd(text.charAt(at - 1))),
				};
			case '$':
				this.take('$');
				return {
					kind: 'position',
					holds: (text, at) => at === text.length || (flags.m && isLineEnd(text.charAt(at))),
				};
			default:
				// Braces that count nothing stand for themselves.
				return this.character(/^[^]/, flags);
		}
	}

	private group(flags: Flags): PatternNode {
		const { 0: opening, groups = {} } = GROUP.exec(this.rest) as RegExpExecArray;
		this.rest = this.rest.slice(opening.length);
		const { look, on = '', off = '' } = groups as Record<string, string | undefined>;
		const set = (flag: keyof Flags) => (on.includes(flag) || flags[flag]) && !off.includes(flag);
		const part = this.choice({ i: set('i'), m: set('m'), s: set('s') });
		this.take(')');
		if (look === undefined) return part;
		return { kind: 'look', part, behind: look.startsWith('<'), negated: look.endsWith('!') };
	}

	private escape(flags: Flags): PatternNode {
		if (this.take('\\b')) return { kind: 'position', holds: isWordBoundary };
		if (this.take('\\B')) return { kind: 'position', holds: (text, at) => !isWordBoundary(text, at) };
		const reference = this.reference();
		if (reference !== undefined) {
			if (this.references === 'refuse') {
				throw new UnboundedPattern(
					`uses ${reference}, which refers back to a group: how long that takes has no limit`,
				);
			}
			this.take(reference);
			return { kind: 'repeat', part: character('[^]', flags), least: 0, most: Infinity };
		}
		// A lone `\c` is a backslash before a "c".
		if (/^\\c(?![a-z])/i.test(this.rest)) {
			this.take('\\');
			return character('\\\\', flags);
		}
		return this.character(ESCAPE, flags);
	}

	/** The reference to a group that comes next. */
	private reference(): string | undefined {
		const [named] = (this.hasNames && /^\\k<[^>]*>/.exec(this.rest)) || [];
		const [numbered, number] = /^\\([1-9]\d*)/.exec(this.rest) ?? [];
		return named ?? (Number(number) <= this.groups ? numbered : undefined);
	}

	private character(form: RegExp, flags: Flags): PatternNode {
		const { 0: source } = form.exec(this.rest) as RegExpExecArray;
		this.rest = this.rest.slice(source.length);
		return character(/^[{}\]]$/.test(source) ? `\\${source}` : source, flags);
	}

	private take(words: string): boolean {
		if (!this.rest.startsWith(words)) return false;
		this.rest = this.rest.slice(words.length);
		return true;
	}
}

const isLineEnd = (character: string) => /[\n\r\u2028\u2029]/.test(character);

const isWord = (character: string | undefined) => character !== undefined && /\w/.test(character);

const isWordBoundary: PositionTest = (text, at) => isWord(text[at - 1]) !== isWord(text[at]);

/** How many answers about characters are kept; a text has few different ones. */
const MOST_REMEMBERED = 2_000;

function character(source: string, { i, s }: Flags): PatternNode {
	const form = new RegExp(`^(?:${source})$`, `${i ? 'i' : ''}${s ? 's' : ''}`);
	const known = new Map<string, boolean>();
	return {
		kind: 'character',
		matches(one) {
			const before = known.get(one);
			if (before !== undefined) return before;
			const answer = form.test(one);
			if (known.size < MOST_REMEMBERED) known.set(one, answer);
			return answer;
		},
	};
}
