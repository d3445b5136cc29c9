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
		'Choose whether Heltar queues messages sent with an API key. Queued messages get a provisional ID at once, and errors arrive later as a status. This affects all workflows that use the account.',
	effect: 'send',
	fields: {
		asyncMessageMode: toggle({
			displayName: 'Asynchronous',
			default: true,
			description: 'Whether Heltar queues messages (on) or passes them to WhatsApp before it responds (off)',
		}),
	},
	request: (body) => ({ endpoint: endpoints.setAsyncMode, body }),
	output: successOutput,
});
