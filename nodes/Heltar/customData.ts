import type { IDataObject } from 'n8n-workflow';

import type { Field } from '../../core/fields/field';
import { isEmpty, refined } from '../../core/fields/field';
import { longText } from '../../core/fields/basic';
import { parseJson } from '../../core/fields/json';
import { withIsoDates } from '../../core/fields/moment';

/**
 * Data of one's own that comes back in the webhooks about a message (Heltar API, "Webhooks: custom fields"). Text stays
 * text: a number in it would come back with other digits. Only what is written as an object or a list is parsed.
 */
export function customFieldOption(): Field<unknown> {
	const field: Field<unknown> = refined(
		longText({
			displayName: 'Custom Data',
			placeholder: 'e.g. {"ticket": "T-5"}',
			description:
				'JSON or text to return with the status events of this message. Turn on Custom Data Events in the Heltar Trigger to receive it.',
			rows: 2,
		}),
		(given) => (/^\s*[{[]/.test(given) ? (parseJson(given) ?? given) : given),
	);
	// An expression may yield the object, the number or the boolean itself.
	return {
		...field,
		read: (raw) =>
			['string', 'bigint'].includes(typeof raw) || isEmpty(raw) ? field.read(raw) : withIsoDates(raw),
	};
}

/** The part of a message that carries the custom data; nothing without it. */
export const integrations = (customField: unknown): IDataObject =>
	customField === undefined
		? {}
		: { integrations: [{ name: 'metaCustomFieldHook', customField: customField as IDataObject }] };
