import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../core/http/errors';
import type { Field } from '../../core/fields/field';
import { choice, longText, NO_ENTRY } from '../../core/fields/basic';
import type { RowsOrJson } from '../../core/fields/containers';
import { inRow, listOf, rows, rowsOrJson } from '../../core/fields/containers';
import { isObject } from '../../whatsapp/events/json';

const ROLES = ['assistant', 'system', 'tool', 'user'];

const filledIn = rows({
	displayName: 'Messages',
	description: 'The conversation so far, the oldest message first',
	row: 'Message',
	min: 1,
	fields: {
		role: choice({
			displayName: 'From',
			description: 'Who wrote the message',
			options: [
				{ name: 'Contact', value: 'user' },
				{ name: 'Bot', value: 'assistant' },
				{ name: 'System', value: 'system', description: 'Takes the place of the prompt of the bot' },
			],
		}),
		content: longText({
			displayName: 'Text',
			placeholder: 'e.g. Where is my order?',
			description: 'What the message says',
		}),
	},
});

/**
 * A conversation for a bot, in the form of OpenAI's chats (Heltar API, "Process conversation: message format"). In JSON the
 * messages may also hold images, calls of functions and the results of these.
 */
export const conversationFields = (): RowsOrJson<'messages', IDataObject[]> => {
	const list: Field<IDataObject[]> = {
		...filledIn,
		read: (raw, context) => (Array.isArray(raw) ? raw.map(messageAt) : filledIn.read(raw, context)),
	};
	return rowsOrJson('messages', list, {
		example: '[{"role": "user", "content": "Where is my order?"}]',
		fromJson: (given) => {
			const messages = listOf(given);
			if (messages.length === 0) throw new BadInput(NO_ENTRY);
			return messages;
		},
	});
};

const messageAt = (given: unknown, at: number): IDataObject => inRow(at, 'Message', () => message(given));

/** A text by itself is what the contact wrote. */
function message(given: unknown): IDataObject {
	if (typeof given === 'string') return message({ role: 'user', content: given });
	if (!isObject(given)) throw new BadInput('must be an object');
	const role = String(given.role).toLowerCase();
	if (!ROLES.includes(role)) throw new BadInput(`needs a role: one of ${ROLES.join(', ')}`);
	if (role === 'tool' && !isFilled(given.tool_call_id)) throw new BadInput('needs tool_call_id');
	const saysSomething = isFilled(given.content) || (role === 'assistant' && isFilled(given.tool_calls));
	if (role !== 'tool' && !saysSomething) throw new BadInput('needs content');
	return { ...given, role } as IDataObject;
}

const isFilled = (value: unknown) =>
	typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) && value.length > 0;
