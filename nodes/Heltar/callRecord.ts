import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../whatsapp/events/json';
import { only } from './simplified';

const facts = only(
	'callId',
	'clientWaNumber',
	'chatbotId',
	'direction',
	'durationSeconds',
	'billedMinutes',
	'recordingUrl',
	'userTurns',
	'agentTurns',
	'createdAt',
);

/** The facts of a call and what was said in it; without `transcript` as long as Heltar has none. */
export function simplifiedCallRecord(record: IDataObject): IDataObject {
	const transcript = transcriptOf(record.sessionReport);
	return { ...facts(record), ...(transcript ? { transcript } : {}) };
}

/** The messages of the session's history, which holds calls of functions as well. */
function transcriptOf(report: unknown): IDataObject[] | undefined {
	const history = isObject(report) ? report.chat_history : undefined;
	const items = isObject(history) ? history.items : undefined;
	if (!Array.isArray(items)) return undefined;
	return (items as unknown[])
		.filter((item) => isObject(item))
		.filter(({ type }) => type === 'message')
		.map(({ role, content }) => ({ role: role as string, text: textOf(content) }));
}

/** What stands in the parts of a message: texts, or objects with one. */
const textOf = (content: unknown): string =>
	[content]
		.flat()
		.map((part: unknown) => (isObject(part) ? part.text : part))
		.filter((text) => typeof text === 'string')
		.join('\n');
