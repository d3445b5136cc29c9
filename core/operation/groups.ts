import type { INodePropertyCollection } from 'n8n-workflow';

import { BadInput } from '../http/errors';
import type { Field, FieldRecord, Values } from './field';
import { isEmpty } from './field';
import type { Shown } from './fields';
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
				.map(([name, field]) => ({ ...toProperty(name, field), required: undefined }))
				.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')),
		},
		read(raw) {
			const given = asObject(raw);
			return readRecord(fields, (name) => given[name], true) as Partial<Values<F>>;
		},
		methods: mergedMethods(fields),
	};
}

/**
 * A list of equal rows, each with the given fields; an expression may yield the list itself. Read in the order shown.
 * @param row the name of one row, for people: "Button"; problems are told as "Buttons → Button 2 → Title is empty"
 */
export function rows<F extends FieldRecord>(
	options: Shown & { row: string; fields: F; min?: number; max?: number },
): Field<Array<Values<F>>> {
	const { row, fields, min = 0, max, ...shown } = options;
	return {
		property: {
			placeholder: `Add ${row}`,
			...shown,
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			default: {},
			options: [valuesOf(row, fields)],
		},
		read(raw) {
			const list = isEmpty(raw) ? [] : Array.isArray(raw) ? raw : (asObject(raw).values ?? []);
			if (!Array.isArray(list)) throw new BadInput('must be a list');
			if (list.length < min) {
				throw new BadInput(
					list.length === 0 ? 'is empty' : `has ${list.length} entries, the least is ${min}`,
				);
			}
			if (max !== undefined && list.length > max) {
				throw new BadInput(`has ${list.length} entries, at most ${max} are allowed`);
			}
			return list.map((given: unknown, at) => {
				const entry = asObject(given);
				return inRow(at, row, () => readRecord(fields, (name) => entry[name]) as Values<F>);
			});
		},
		methods: mergedMethods(fields),
	};
}

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
		read(raw) {
			const given = asObject(raw);
			const values = 'values' in given ? given.values : given;
			if (isEmpty(values) || Object.keys(asObject(values)).length === 0) return undefined;
			const entry = asObject(values);
			return readRecord(fields, (name) => entry[name]) as Values<F>;
		},
		methods: mergedMethods(fields),
	};
}

const valuesOf = (displayName: string, fields: FieldRecord): INodePropertyCollection => ({
	name: 'values',
	displayName,
	values: Object.entries(fields).map(([name, field]) => toProperty(name, field)),
});

function asObject(raw: unknown): Record<string, unknown> {
	if (isEmpty(raw)) return {};
	if (typeof raw === 'object' && !Array.isArray(raw)) return raw as Record<string, unknown>;
	throw new BadInput('must be an object');
}

function inRow<T>(at: number, row: string, read: () => T): T {
	try {
		return read();
	} catch (error) {
		throw error instanceof BadInput ? error.within({ name: String(at), label: `${row} ${at + 1}` }) : error;
	}
}
