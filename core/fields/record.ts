import type { INodeProperties } from 'n8n-workflow';

import { BadInput } from '../http/errors';
import type { Field, FieldMethods, FieldRecord, ReadContext } from './field';
import { isEmpty } from './field';

/** A field as n8n's property, under the name its record gives it. */
export function toProperty(name: string, field: Field): INodeProperties {
	const { displayName } = field.property;
	const property = Object.assign({ displayName }, field.property, { name }) as INodeProperties;
	const conditions = Object.entries(field.shownWhen ?? {}).map(([other, values]) => [other, [...values]]);
	if (conditions.length > 0) property.displayOptions = { show: Object.fromEntries(conditions) };
	return property;
}

/**
 * Reads one field of a record.
 * @param name its key in the record
 * @param before what was read of the record so far; decides about fields that are shown only sometimes
 * @throws BadInput naming the field
 */
export function readField(
	field: Field,
	name: string,
	before: Readonly<Record<string, unknown>>,
	rawOf: () => unknown,
	context?: ReadContext,
): unknown {
	// Of a multiple choice it is enough that one of the chosen values is among them.
	const shown = Object.entries(field.shownWhen ?? {}).every(([other, allowed]) =>
		[before[other]].flat().some((value) => (allowed as readonly unknown[]).includes(value)),
	);
	if (!shown) return undefined;
	const raw = rawOf();
	try {
		return field.read(raw, context);
	} catch (error) {
		throw error instanceof BadInput ? error.within({ name, label: field.property.displayName }) : error;
	}
}

/** Reads all fields of a record. `sparse` leaves out what is empty, so that it never reaches the wire. */
export function readRecord(
	fields: FieldRecord,
	rawOf: (name: string, field: Field) => unknown,
	sparse = false,
	context?: ReadContext,
): Record<string, unknown> {
	const values: Record<string, unknown> = {};
	for (const [name, field] of Object.entries(fields)) {
		if (sparse && isEmpty(rawOf(name, field))) continue;
		const value = readField(field, name, values, () => rawOf(name, field), context);
		if (value !== undefined || !sparse) values[name] = value;
	}
	return values;
}

const NO_METHODS: Required<FieldMethods> = { listSearch: {}, loadOptions: {}, resourceMapping: {} };

/** The editor methods of all fields of a record together. */
export function mergedMethods(fields: FieldRecord): Required<FieldMethods> {
	const all = Object.values(fields).flatMap((field) => field.methods ?? []);
	if (all.length === 0) return NO_METHODS;
	const together = (kind: keyof FieldMethods) => Object.assign({}, ...all.map((methods) => methods[kind]));
	return {
		listSearch: together('listSearch'),
		loadOptions: together('loadOptions'),
		resourceMapping: together('resourceMapping'),
	};
}
