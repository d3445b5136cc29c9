import type { IDataObject } from 'n8n-workflow';

import { refined } from '../../../core/fields/field';
import { jsonObject } from '../../../core/fields/json';
import { BadInput } from '../../../core/http/errors';
import type { Interactive } from '../../../whatsapp/interactive';
import { defineInteractive } from './kind';

/** An interactive message of any type, in WhatsApp's own JSON form. */
export const anyInteractive = defineInteractive({
	fields: {
		interactive: refined(
			jsonObject({
				displayName: 'Interactive',
				description:
					'The interactive object with at least its type, as WhatsApp documents it; it is sent as it is',
				default: '{}',
			}),
			interactiveObject,
		),
	},
	interactive: ({ interactive }) => interactive,
});

function interactiveObject(given: IDataObject): Interactive {
	if (typeof given.type === 'string' && given.type !== '') return given as Interactive;
	throw new BadInput('needs a "type", for example "flow"');
}
