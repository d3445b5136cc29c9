import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../../core/http/errors';
import { refined, when } from '../../../../core/fields/field';
import { assertCount, choice } from '../../../../core/fields/basic';
import { collection, inRow } from '../../../../core/fields/containers';
import { json } from '../../../../core/fields/json';
import { readField } from '../../../../core/fields/record';
import { checkOnlyOption } from '../../../../core/run/checkOnly';
import { defineOperation } from '../../../../core/run/operation';
import { limits } from '../../../../whatsapp/limits';
import { messagesOf, messageText, textOptions } from '../../../shared/messageText';
import { withLanguage } from '../../../shared/templateLanguage';
import { recipient } from '../../fields';
import { templateMessage } from '../../locators';
import { MOST_PER_CALL } from '../../messageCall';
import { messagePreview, versionsOf } from '../../messagePreview';
import { scheduleTime } from '../../scheduleTime';
import { templateEntry } from '../../templateEntry';
import { endpoints } from '../../endpoints';

const TEXT = { messageType: ['text'] };
const TEMPLATE = { messageType: ['template'] };

const { templateName, languageCode, templateText, specifyVariables, variables, variablesJson } =
	templateMessage();

const text = {
	message: when(
		TEXT,
		messageText({
			displayName: 'Message',
			placeholder: 'e.g. Your appointment is tomorrow at nine',
			description: `Up to ${limits.text} characters`,
			maxLength: limits.text,
		}),
	),
};

/** Message objects as Heltar takes them, for everything the fields do not offer. */
const messages = refined(
	json({
		displayName: 'Messages (JSON)',
		default: '[]',
		description: `Up to ${MOST_PER_CALL} messages in Heltar’s own format, each with <code>clientWaNumber</code> and <code>messageType</code>`,
	}),
	(given): IDataObject[] => {
		const list = Array.isArray(given) ? (given as unknown[]) : [given];
		assertCount(list, { min: 1, max: MOST_PER_CALL });
		return list.map((entry, at) => inRow(at, 'Message', () => messageEntry(entry)));
	},
);

/** One message given as JSON, with its recipient as Heltar wants it: a single one it does not take refuses all. */
function messageEntry(entry: unknown): IDataObject {
	if (typeof entry !== 'object' || entry === null || !('clientWaNumber' in entry && 'messageType' in entry)) {
		throw new BadInput('needs clientWaNumber and messageType');
	}
	const clientWaNumber = readField(recipient(), 'clientWaNumber', {}, () => entry.clientWaNumber);
	return { ...entry, clientWaNumber } as IDataObject;
}

/** Heltar API, "Schedule message". */
export const message = defineOperation({
	value: 'message',
	name: 'Schedule Message',
	action: 'Schedule a message',
	description:
		'Send a message at a later time. Free-form messages arrive only if the 24-hour window is open then.',
	effect: 'send',
	fields: {
		scheduleTime: scheduleTime(),
		messageType: choice({
			displayName: 'Message Type',
			description: 'What goes out',
			options: [
				{ name: 'Template', value: 'template' },
				{ name: 'Text', value: 'text' },
				{ name: 'JSON', value: 'json', description: 'Messages of any type in Heltar’s own format' },
			],
		}),
		clientWaNumber: when({ messageType: ['template', 'text'] }, recipient()),
		...text,
		templateName: when(TEMPLATE, templateName),
		languageCode: when(TEMPLATE, languageCode),
		templateText: when(TEMPLATE, templateText),
		specifyVariables: when(TEMPLATE, specifyVariables),
		variables: when(TEMPLATE, variables),
		variablesJson: when(TEMPLATE, variablesJson),
		messages: when({ messageType: ['json'] }, messages),
		options: collection({ fields: { ...checkOnlyOption(), ...textOptions(text) } }),
	},
	complete: async (values, tools) => await withLanguage(values, tools, versionsOf),
	messages: (values) => messagesOf(text, values),
	request: ({ scheduleTime: time, messages: given, ...entry }) => ({
		endpoint: endpoints.scheduleMessage,
		body: { messages: given ?? [messageOf(entry)], scheduleTime: time },
	}),
	preview: async (_values, { messages: entries }, tools) => {
		const all = entries as IDataObject[];
		const shown = await Promise.all(all.map(async (entry) => await messagePreview(entry, tools)));
		return shown.length === 1 ? (shown[0] as IDataObject) : shown;
	},
});

function messageOf({
	clientWaNumber,
	messageType,
	message: typed,
	...template
}: {
	clientWaNumber?: string;
	messageType: string;
	message?: string;
} & Parameters<typeof templateEntry>[0]): IDataObject {
	if (messageType === 'text') return { clientWaNumber, messageType, message: typed };
	return { clientWaNumber, ...templateEntry(template) };
}
