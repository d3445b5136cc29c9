import type { IDataObject } from 'n8n-workflow';

import { defineOperation } from '../../../../core/run/operation';
import { isObject } from '../../../../whatsapp/events/json';
import { contact } from '../../locators';
import { endpoints } from '../../endpoints';

/**
 * Heltar API, "Clear session". The answer is `{sessionClearedAt, message}`: the moment, and the private message that marks
 * it in the history.
 */
export const clearBotSession = defineOperation({
	value: 'clearBotSession',
	name: 'Clear Bot Session',
	action: 'Clear the bot session of a contact',
	description:
		'Let the bot start anew with a contact: AI bots ignore all messages so far, flow bots begin again. No message is deleted.',
	effect: 'send',
	fields: { clientWaNumber: contact() },
	request: ({ clientWaNumber }) => ({
		endpoint: endpoints.clearBotSession,
		params: { clientWaNumber },
	}),
	output: (data): IDataObject => ({ success: true, ...(isObject(data) ? data : {}) }),
});
