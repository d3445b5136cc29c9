import type { INodePropertyCollection } from 'n8n-workflow';

import { BadInput } from '../http/errors';
import type { Field, FieldRecord, ReadContext, Values } from './field';
import { isEmpty, when } from './field';
import { isoOf } from './moment';
import type { Shown } from './basic';
import { assertCount, byAlphabet, choice } from './basic';
import { json } from './json';
import { mergedMethods, readRecord, toProperty } from './record';

/** Fields the user adds when needed. Read as an object that holds only what was filled in. */
export function collection<F extends FieldRecord>(
	options: Partial<Shown> & { fields: F },
): Field<Partial<Values<F>>> {
	const { fields, displayName = 'Options', placeholder = 'Add option', ...shown } = options;
	return {
		property: {
			...shown,
			displayName,
			placeholder,
			type: 'collection',
			default: {},
			options: Object.entries(fields)
				.map(([name, field]) => Object.assign(toProperty(name, field), { required: undefined }))
				.sort((a, b) => byAlphabet(a.displayName, b.displayName)),
		},
		read(raw, context) {
			const given = objectOrEmpty(raw);
			tellUnknown(displayName, fields, given, context);
			return readRecord(fields, (name) => given[name], true, context) as Partial<Values<F>>;
		},
		methods: mergedMethods(fields),
	};
}

/**
 * A list of equal rows, each with the given fields; read in the order shown. A list proper is taken, too: the rows
 * inside a list that was given as JSON. n8n lets no expression yield a whole fixed collection, see `rowsOrJson`.
 * @param row the name of one row, for people: "Button"; problems are told as "Buttons → Button 2 → Title: nothing is filled in"
 * @param short the field meant where a row is given as a plain text
 */
export function rows<F extends FieldRecord>(
	options: Shown & { row: string; fields: F; min?: number; max?: number; short?: keyof F & string },
): Field<Array<Values<F>>> {
	const { row, fields, min = 0, max, short, ...shown } = options;
	return {
		property: {
			placeholder: `Add ${row}`,
			...shown,
			type: 'fixedCollection',
			typeOptions: {
				multipleValues: true,
				sortable: true,
				...(max === undefined ? {} : { maxAllowedFields: max }),
			},
			default: {},
			options: [valuesOf(row, fields)],
		},
		read(raw, context) {
			const list = listOf(raw);
			assertCount(list, { min, max });
			return list.map((given: unknown, at) => {
				return inRow(at, row, () => {
					const entry = short && isPlainValue(given) ? { [short]: given } : objectOrEmpty(given);
					tellUnknown(shown.displayName, fields, entry, context);
					return readRecord(fields, (name) => entry[name], false, context) as Values<F>;
				});
			});
		},
		methods: mergedMethods(fields),
	};
}

/**
 * Rows that are either filled in one by one or come as JSON, so that an expression can yield the whole list.
 * @param list made by `rows`; its own checks hold for both ways
 * @param kind what the JSON holds, as people call it
 * @param fromJson brings other forms of the list into that of the rows
 */
export function rowsOrJson<N extends string, T>(
	name: N,
	list: Field<T>,
	{
		example,
		kind = 'a list',
		fromJson = (given) => given,
	}: { example: string; kind?: string; fromJson?(given: unknown): unknown },
): RowsOrJson<N, T> {
	const { displayName, description } = list.property;
	const specify = `specify${name.charAt(0).toUpperCase()}${name.slice(1)}`;
	const given = json({
		displayName: `${displayName} (JSON)`,
		description: `${description?.replace(/\.$/, '')}. Enter ${kind} such as <code>${example}</code>, or an expression that returns one.`,
		default: '[]',
	});
	return {
		[specify]: choice({
			displayName: `Specify ${displayName}`,
			description:
				'Whether to fill in the fields here or to give the values as JSON. Use JSON if they come from other nodes.',
			options: [
				{ name: 'Using Fields Below', value: 'fields' },
				{ name: 'Using JSON', value: 'json' },
			],
		}),
		[name]: when({ [specify]: ['fields'] }, list),
		[`${name}Json`]: when(
			{ [specify]: ['json'] },
			{ ...given, read: (raw, context) => list.read(fromJson(given.read(raw, context)), context) },
		),
	} as RowsOrJson<N, T>;
}

/** The fields `rowsOrJson` makes of one name; exactly one of the two lists has a value. */
export type RowsOrJson<N extends string, T> = {
	[K in `specify${Capitalize<N>}`]: Field<'fields' | 'json'>;
} & { [K in N | `${N}Json`]: Field<T | undefined> };

/** One block of fields that is there as a whole or not at all. */
export function block<F extends FieldRecord>(options: Shown & { fields: F }): Field<Values<F> | undefined> {
	const { fields, ...shown } = options;
	return {
		property: {
			placeholder: `Add ${shown.displayName}`,
			...shown,
			type: 'fixedCollection',
			default: {},
			options: [valuesOf(shown.displayName, fields)],
		},
		read(raw, context) {
			const given = objectOrEmpty(raw);
			const values = 'values' in given ? given.values : given;
			if (isEmpty(values) || Object.keys(objectOrEmpty(values)).length === 0) return undefined;
			const entry = objectOrEmpty(values);
			tellUnknown(shown.displayName, fields, entry, context);
			return readRecord(fields, (name) => entry[name], false, context) as Values<F>;
		},
		methods: mergedMethods(fields),
	};
}

const valuesOf = (displayName: string, fields: FieldRecord): INodePropertyCollection => ({
	name: 'values',
	displayName,
	values: Object.entries(fields).map(([name, field]) => toProperty(name, field)),
});

function objectOrEmpty(raw: unknown): Record<string, unknown> {
	if (isEmpty(raw)) return {};
	if (!isPlainValue(raw) && !Array.isArray(raw)) return raw as Record<string, unknown>;
	throw new BadInput('must be an object');
}

/** Neither a list nor an object with fields of its own. */
const isPlainValue = (raw: unknown): boolean =>
	raw !== null && (typeof raw !== 'object' || isoOf(raw) !== undefined);

/**
 * The rows as the editor keeps them (`{values: […]}`, or `{}` without any), or the list itself. Anything else is the one
 * row of a list.
 */
export function listOf(raw: unknown): unknown[] {
	if (Array.isArray(raw)) return raw;
	if (isEmpty(raw)) return [];
	if (isPlainValue(raw)) return [raw];
	const given = raw as Record<string, unknown>;
	if ('values' in given) return listOf(given.values);
	return Object.keys(given).length === 0 ? [] : [given];
}

/** What no field reads is left out, but not without a word: it would be missed only when the message has arrived. */
function tellUnknown(
	displayName: string,
	fields: FieldRecord,
	given: Readonly<Record<string, unknown>>,
	context: ReadContext | undefined,
): void {
	for (const [key, value] of Object.entries(given)) {
		if (Object.hasOwn(fields, key) || isEmpty(value)) continue;
		context?.warn?.(
			`${displayName}: unknown field "${key}" was ignored. Available fields: ${Object.keys(fields).join(', ')}.`,
		);
	}
}

/** Reads a row of a list; a problem in it names the row. */
export function inRow<T>(at: number, row: string, read: () => T): T {
	try {
		return read();
	} catch (error) {
		throw error instanceof BadInput ? error.within({ name: String(at), label: `${row} ${at + 1}` }) : error;
	}
}
