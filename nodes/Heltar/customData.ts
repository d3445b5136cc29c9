import type { IDataObject } from 'n8n-workflow';

import type { Field } from '../../core/fields/field';
import { isEmpty, refined } from '../../core/fields/field';
import { longText, parseJson } from '../../core/fields/basic';

/**
 * Data of one's own that comes back in the webhooks about a message (Heltar API, "Webhooks: custom fields"): any JSON,
 * or a text that is none.
 */
export function customFieldOption(): Field<unknown> {
	const field: Field<unknown> = refined(
		longText({
			displayName: 'Custom Data',
			placeholder: 'e.g. {"ticket": "T-5"}',
			description:
				'JSON or text that comes back in the status webhooks of this message, for webhooks with the field metaCustomFieldHook',
			rows: 2,
		}),
		(given) => parseJson(given) ?? given,
	);
	// An expression may yield the object itself.
	return { ...field, read: (raw) => (typeof raw === 'object' && !isEmpty(raw) ? raw : field.read(raw)) };
}

/** The part of a message that carries the custom data; nothing without it. */
export const integrations = (customField: unknown): IDataObject =>
	customField === undefined
		? {}
		: { integrations: [{ name: 'metaCustomFieldHook', customField: customField as IDataObject }] };
