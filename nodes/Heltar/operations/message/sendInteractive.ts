import { BadInput } from '../../../../core/http/errors';
import { refined } from '../../../../core/fields/field';
import { json } from '../../../../core/fields/basic';
import type { Interactive } from '../../../../whatsapp/interactive';
import { interactiveEntry, messageOptions, person } from '../../fields';
import { defineMessage } from '../../defineMessage';

/** Heltar API, "Send messages": the newer types of `interactive` (flow, carousel, order details and status, …) as they are. */
export const sendInteractive = defineMessage({
	value: 'sendInteractive',
	name: 'Send Interactive (JSON)',
	action: 'Send an interactive message from JSON',
	description:
		'Send an interactive message of any type, such as a flow or a carousel, in WhatsApp’s own JSON form, inside the 24-hour window',
	fields: {
		clientWaNumber: person(),
		interactive: refined(
			json({
				displayName: 'Interactive',
				description:
					'The interactive object with at least its type, as WhatsApp documents it; it is sent as it is',
				default: '{}',
			}),
			interactiveObject,
		),
		options: messageOptions(),
	},
	entry: ({ clientWaNumber, interactive, options }) => interactiveEntry(clientWaNumber, options, interactive),
});

function interactiveObject(given: unknown): Interactive {
	if (typeof given !== 'object' || given === null || Array.isArray(given)) {
		throw new BadInput('must be an object');
	}
	if ('type' in given && typeof given.type === 'string' && given.type !== '') return given as Interactive;
	throw new BadInput('needs a "type", for example "flow"');
}
