import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { linkProblem } from '../http/address';
import { BadInput } from '../http/errors';
import type { Field } from './field';
import { isEmpty, refined } from './field';
import { isoOf } from './moment';

export type Shown = Pick<INodeProperties, 'displayName'> &
	Partial<Pick<INodeProperties, 'description' | 'placeholder' | 'hint' | 'builderHint'>>;

/** What a list with too few entries is told. */
const tooFew = (count: number, least: number) =>
	`${count === 0 ? 'none' : count} added, the minimum is ${least}`;

/** What a list without anything in it is told. */
export const NO_ENTRY = tooFew(0, 1);

/** What is wrong with the number of entries in a list; undefined when nothing is. */
function countProblem(count: number, { min = 0, max = Infinity }): string | undefined {
	if (count < min) return tooFew(count, min);
	return count > max ? `${count} added, the maximum is ${max}` : undefined;
}

/** @throws BadInput when a list has too few or too many entries */
export function assertCount(list: readonly unknown[], limits: { min?: number; max?: number }): void {
	const problem = countProblem(list.length, limits);
	if (problem !== undefined) throw new BadInput(problem);
}

/** Characters as WhatsApp counts them: Unicode code points. */
const length = (value: string) => [...value].length;

/** Numbers, booleans and dates that an expression yields are taken as text; other objects are not. */
export function asText(raw: unknown): string {
	if (typeof raw === 'string') return raw;
	if (typeof raw === 'number' || typeof raw === 'boolean' || typeof raw === 'bigint') return String(raw);
	if (isEmpty(raw)) return '';
	const date = isoOf(raw);
	if (date !== undefined) return date;
	throw new BadInput(`must be text, but is ${Array.isArray(raw) ? 'a list' : 'an object'}`);
}

/** A value for machines, such as a number, an option or an ID: what cannot be seen around and inside it is no part of it. */
export const asWord = (raw: unknown): string =>
	asText(raw)
		.replace(/\p{Cf}/gu, '')
		.trim();

/** A required text. `default` pre-fills the field, `secret` hides what is typed; `read` gives the text as entered. */
export function text(
	options: Shown & { default?: string; maxLength?: number; rows?: number; secret?: boolean; trim?: boolean },
): Field<string> {
	const { default: preset = '', maxLength, rows, secret, trim, ...shown } = options;
	return {
		property: {
			// n8n has no limit for what is typed, so the limit stands below the field.
			...(maxLength === undefined ? {} : { hint: `Up to ${maxLength} characters` }),
			...shown,
			type: 'string',
			default: preset,
			required: true,
			...(rows ? { typeOptions: { rows } } : {}),
			...(secret ? { typeOptions: { password: true } } : {}),
		},
		read(raw) {
			const value = trim ? asText(raw).trim() : asText(raw);
			if (value.trim() === '') throw new BadInput('nothing is filled in');
			if (maxLength !== undefined && length(value) > maxLength) {
				throw new BadInput(`${length(value)} characters, the maximum is ${maxLength}`);
			}
			return value;
		},
	};
}

/** A required text of several lines. */
export const longText = (options: Parameters<typeof text>[0]): Field<string> => text({ rows: 4, ...options });

/** A web address that the other side will fetch. Taken as it is, however its path is encoded. */
export const link = (options: Shown): Field<string> =>
	refined(text({ placeholder: 'e.g. https://example.org/picture.png', ...options }), (typed) => {
		const given = asWord(typed);
		const problem = linkProblem(given);
		if (problem !== undefined) throw new BadInput(problem);
		return given;
	});

/** A number; whole unless `decimals` allows so many digits after the point, or any number of them. */
export function number(
	options: Shown & { default?: number | ''; min?: number; max?: number; decimals?: number | 'any' },
): Field<number> {
	const { default: preset = '', min, max, decimals = 0, ...shown } = options;
	return {
		property: {
			...shown,
			type: 'number',
			default: preset,
			required: true,
			typeOptions: {
				...(min === undefined ? {} : { minValue: min }),
				...(max === undefined ? {} : { maxValue: max }),
				// Without a precision the editor takes any number of digits and pads none.
				...(typeof decimals === 'number' && decimals > 0 ? { numberPrecision: decimals } : {}),
			},
		},
		read(raw) {
			if (isEmpty(raw)) throw new BadInput('nothing is filled in');
			const value = typeof raw === 'string' ? Number(asWord(raw) || NaN) : raw;
			if (typeof value !== 'number' || !Number.isFinite(value)) throw new BadInput('must be a number');
			if (!decimals && !Number.isInteger(value)) throw new BadInput('must be a whole number');
			if (min !== undefined && value < min) throw new BadInput(`${value}, the minimum is ${min}`);
			if (max !== undefined && value > max) throw new BadInput(`${value}, the maximum is ${max}`);
			return value;
		},
	};
}

/** What tables and other programs write for a switch. */
const FLAGS: Readonly<Record<string, boolean>> = {
	true: true,
	yes: true,
	on: true,
	1: true,
	false: false,
	no: false,
	off: false,
	0: false,
};

/** A switch. An expression may yield a word or a number for it. */
export function toggle(options: Shown & { default?: boolean }): Field<boolean> {
	const { default: preset = false, ...shown } = options;
	return {
		property: { ...shown, type: 'boolean', default: preset },
		read(raw) {
			if (isEmpty(raw)) return false;
			const word = typeof raw === 'object' ? '' : asWord(raw).toLowerCase();
			const flag = Object.hasOwn(FLAGS, word) ? FLAGS[word] : undefined;
			if (flag === undefined) throw new BadInput('must be true or false');
			return flag;
		},
	};
}

/** Of so many options on, n8n wants them in the order of the alphabet. */
const SORTED_FROM = 5;

/** One of a fixed list, by its value. The first option given is the default. */
export function choice<const V extends string>(
	options: Shown & {
		options: readonly [INodePropertyOptions & { value: V }, ...Array<INodePropertyOptions & { value: V }>];
		default?: V;
	},
): Field<V> {
	const { options: choices, default: preset = choices[0].value, ...shown } = options;
	const values: readonly string[] = choices.map((option) => option.value);
	return {
		property: { ...shown, type: 'options', options: inMenuOrder(choices), default: preset },
		read(raw) {
			const value = optionIn(values, raw);
			if (value === undefined) {
				throw new BadInput(`"${asText(raw)}" is not one of: ${values.join(', ')}`);
			}
			return value as V;
		},
	};
}

/** The option a value stands for, in whichever case it is written. */
function optionIn(values: readonly string[], raw: unknown): string | undefined {
	const given = asWord(raw);
	const folded = given.toLowerCase();
	return values.find((value) => value === given) ?? values.find((value) => value.toLowerCase() === folded);
}

/**
 * The order of names in menus. Names are English; a comparison by the rules of a language made a tenth of what it costs
 * n8n to load the nodes.
 */
export const byAlphabet = (a: string, b: string): number => {
	const [first, second] = [a.toLowerCase(), b.toLowerCase()];
	return first < second ? -1 : Number(first > second);
};

const inMenuOrder = <O extends { name: string }>(options: readonly O[]): O[] =>
	options.length < SORTED_FROM ? [...options] : [...options].sort((a, b) => byAlphabet(a.name, b.name));

/** Any number of values of a list that is shown as given. */
export function choices<const V extends string>(
	options: Shown & { options: ReadonlyArray<INodePropertyOptions & { value: V }>; default?: V[] },
): Field<V[]> {
	const { options: offered, default: preset = [], ...shown } = options;
	const values: readonly string[] = offered.map((option) => option.value);
	return {
		property: { ...shown, type: 'multiOptions', options: [...offered], default: preset },
		read(raw) {
			const given: unknown[] = isEmpty(raw) ? [] : [raw].flat();
			return given.map((one) => {
				const value = optionIn(values, one);
				if (value !== undefined) return value as V;
				throw new BadInput(`"${asText(one)}" is not one of: ${values.join(', ')}`);
			});
		},
	};
}

/** Whether an answer of many fields is cut down to the useful ones. */
export const simplify = (): Field<boolean> =>
	toggle({
		displayName: 'Simplify',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	});

/** A list the user writes as one text, separated by commas, or that an expression yields as a list. */
export function commaList(options: Shown): Field<string[]> {
	return {
		property: { ...options, type: 'string', default: '', required: true },
		read(raw) {
			const list = Array.isArray(raw) ? raw.map(asText) : asText(raw).split(',');
			const entries = list.map((entry) => entry.trim()).filter((entry) => entry !== '');
			if (entries.length === 0) throw new BadInput(NO_ENTRY);
			return entries;
		},
	};
}
