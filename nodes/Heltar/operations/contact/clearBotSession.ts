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
		'Reset the bot’s conversation with a contact. AI bots ignore all earlier messages, and other bots start over. No messages are deleted.',
	effect: 'send',
	fields: { clientWaNumber: contact() },
	request: ({ clientWaNumber }) => ({
		endpoint: endpoints.clearBotSession,
		params: { clientWaNumber },
	}),
	output: (data): IDataObject => ({ success: true, ...(isObject(data) ? data : {}) }),
});
