import { toggle } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { successOutput } from '../../answers';
import { endpoints } from '../../endpoints';

/** Heltar API, "Async message mode": for sends with an API key, whose answers then have a `hemid` in place of a `wamid`. */
export const setAsyncMode = defineOperation({
	value: 'setAsyncMode',
	name: 'Set Asynchronous Mode',
	action: 'Set the asynchronous mode of sending',
	description:
		'Choose whether messages sent with an API key are queued. Queued ones are answered at once with a provisional ID, and refusals come later as a status. It concerns every workflow of the account.',
	effect: 'send',
	fields: {
		asyncMessageMode: toggle({
			displayName: 'Asynchronous',
			default: true,
			description: 'Whether messages are queued (on) or handed to WhatsApp before the answer (off)',
		}),
	},
	request: (body) => ({ endpoint: endpoints.setAsyncMode, body }),
	output: successOutput,
});
