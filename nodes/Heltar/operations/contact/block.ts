import { toggle } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { successOutput } from '../../answers';
import { contact } from '../../locators';
import { endpoints } from '../../endpoints';

/** Heltar API, "Block client". */
export const block = defineOperation({
	value: 'block',
	name: 'Block or Unblock',
	action: 'Block or unblock a contact',
	description:
		'Block or unblock a contact. In WhatsApp, this takes effect at once if they wrote in the last 24 hours, and otherwise with their next message.',
	effect: 'send',
	fields: {
		clientWaNumber: contact(),
		isBlocked: toggle({
			displayName: 'Blocked',
			default: true,
			description: 'Whether the contact is blocked (on) or not (off) from now on',
		}),
	},
	request: ({ clientWaNumber, isBlocked }) => ({
		endpoint: endpoints.blockContact,
		params: { clientWaNumber },
		body: { isBlocked },
	}),
	output: successOutput,
});
