import { BadInput } from '../../core/http/errors';
import { isEmpty, refined } from '../../core/fields/field';
import type { Field } from '../../core/fields/field';
import { text } from '../../core/fields/basic';
import { withIsoDates } from '../../core/fields/moment';
import { rows, rowsOrJson } from '../../core/fields/containers';
import { attribute } from './locators';

export type AttributeValues = Record<string, unknown>;

/** Any value of an attribute; numbers and lists that an expression yields stay what they are. */
const value: Field<unknown> = {
	...text({
		displayName: 'Value',
		placeholder: 'e.g. Leeds',
		description: 'Value to set for the contact. If empty, the attribute does not change.',
	}),
	read: (raw) => (isEmpty(raw) ? undefined : withIsoDates(raw)),
};
const optionalValue: Field<unknown> = { ...value, property: { ...value.property, required: undefined } };

/** Attributes of a contact as pairs of key and value, or as a JSON object. Read as an object of what was filled in. */
export const attributeFields = () =>
	valueFields({
		description: 'Values of the contact’s attributes; attributes that are not named stay as they are',
		fieldKey: attribute({ displayName: 'Attribute', description: 'The attribute to set' }),
		example: '{"city": "Leeds", "age": 34}',
	});

/** The same of a profile, whose attributes are free-form and in no list. */
export const profileAttributeFields = () =>
	valueFields({
		description:
			'Values of the profile’s own attributes, which are not those of the contact; attributes that are not named stay as they are',
		fieldKey: text({
			displayName: 'Attribute',
			placeholder: 'e.g. crmId',
			description: 'Name of the attribute to set',
			trim: true,
		}),
		example: '{"crmId": "K-9"}',
	});

function valueFields(options: { description: string; fieldKey: Field<string>; example: string }) {
	const { description, fieldKey, example } = options;
	const pairs = refined(
		rows({
			displayName: 'Attributes',
			description,
			row: 'Attribute',
			fields: { fieldKey, value: optionalValue },
		}),
		(list): AttributeValues =>
			Object.fromEntries(
				list.filter(({ value: given }) => given !== undefined).map((pair) => [pair.fieldKey, pair.value]),
			),
	);
	return rowsOrJson('attributes', pairs, { example, kind: 'an object', fromJson: pairsOf });
}

/** A JSON object as the pairs of the rows; an empty list, which is what the editor starts with, is none. */
function pairsOf(given: unknown): unknown {
	if (Array.isArray(given) && given.length === 0) return [];
	if (typeof given !== 'object' || given === null || Array.isArray(given)) {
		throw new BadInput('must be a JSON object of attributes and their values');
	}
	return Object.entries(given).map(([fieldKey, entry]) => ({ fieldKey, value: entry }));
}

export const attributesOf = (values: {
	attributes?: AttributeValues;
	attributesJson?: AttributeValues;
}): AttributeValues => values.attributes ?? values.attributesJson ?? {};
