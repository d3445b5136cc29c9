import { json } from '../../../core/fields/basic';
import { refined } from '../../../core/fields/field';
import { BadInput } from '../../../core/http/errors';
import type { Interactive } from '../../../whatsapp/interactive';
import { defineInteractive } from './kind';

/** An interactive message of any type, in WhatsApp's own JSON form. */
export const anyInteractive = defineInteractive({
	fields: {
		interactive: refined(
			json({
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

function interactiveObject(given: unknown): Interactive {
	if (typeof given !== 'object' || given === null || Array.isArray(given)) {
		throw new BadInput('must be an object');
	}
	if ('type' in given && typeof given.type === 'string' && given.type !== '') return given as Interactive;
	throw new BadInput('needs a "type", for example "flow"');
}
