/** Answers a customer gives by tapping: template buttons, reply buttons, lists, forms (flows) and newer kinds. */

import type { Reply } from './event';
import { given, isObject, type JsonObject, objectIn, parseStructure, textIn } from './json';

export interface ReadReply {
	reply?: Reply;
	text: string;
}

export function readButton(message: JsonObject): ReadReply {
	const button = objectIn(message, 'button');
	if (!button) return { text: textIn(message, 'button') ?? '[button]' };
	const id = textIn(button, 'payload');
	const title = textIn(button, 'text');
	return {
		reply: { kind: 'button', id, title, description: null, data: null },
		text: title ?? id ?? '[button]',
	};
}

/** An `interactive` object without an answer in it (such as the copy of an outgoing list) gives no reply. */
export function readInteractive(message: JsonObject): ReadReply {
	const interactive = objectIn(message, 'interactive');
	const kind = textIn(interactive, 'type') ?? KINDS.find((word) => objectIn(interactive, word));
	const answer = kind === undefined ? undefined : objectIn(interactive, kind);
	if (kind === undefined || answer === undefined) return { text: '[interactive]' };
	const reply: Reply = {
		kind,
		id: textIn(answer, 'id'),
		title: textIn(answer, 'title'),
		description: textIn(answer, 'description'),
		data: null,
	};
	if (kind === 'nfm_reply') return readForm(reply, answer);
	if (kind === 'button_reply' || kind === 'list_reply') {
		return { reply, text: reply.title ?? reply.id ?? '[interactive]' };
	}
	const response = textIn(answer, 'response');
	return {
		reply: { ...reply, data: answer },
		text: response === null ? '[interactive]' : `[${kind}: ${response}]`,
	};
}

const KINDS = ['button_reply', 'list_reply', 'nfm_reply'] as const;

/** A completed form: its answers come as JSON text beside a fixed word such as "Sent". */
function readForm(reply: Reply, answer: JsonObject): ReadReply {
	const data = parseStructure(given(answer, 'response_json'));
	const answers = isObject(data) ? answersText(data) : '';
	return {
		reply: { ...reply, title: reply.title ?? textIn(answer, 'name'), data: data ?? null },
		text: answers || (textIn(answer, 'body') ?? '[interactive]'),
	};
}

/** The token only ties the form to the one who sent it. */
function answersText(answers: JsonObject): string {
	return Object.entries(answers)
		.filter(([key]) => key !== 'flow_token')
		.map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
		.join('; ');
}
