import type { IDataObject } from 'n8n-workflow';

import { UnexpectedResponseShape } from '../../core/http/errors';
import { isObject, toText } from '../../whatsapp/events/json';
import { valueAt } from '../shared/valueAt';

/**
 * The Hello All collection shows no answers at all. What is read here are the forms of the APIs it is built on (the
 * WhatsApp on-premises API, 360dialog, the Cloud API) and of sibling panels, each wherever it may stand.
 */

/** The first of these places that holds text or a number. */
export function textAt(body: unknown, ...paths: string[]): string | undefined {
	for (const path of paths) {
		const text = toText(valueAt(body, path));
		if (text !== null) return text;
	}
	return undefined;
}

const MESSAGE_ID = [
	'messages.0.id',
	'message.id',
	'message.message_id',
	'message_id',
	'messageId',
	'data.message_id',
	'data.messages.0.id',
	'data.id',
];
const QUEUE_ID = ['message.queue_id', 'queue_id', 'queueId', 'data.queue_id'];
/** Where the status of a message that was sent may stand. */
export const MESSAGE_STATUS = [
	'messages.0.message_status',
	'message.message_status',
	'message_status',
	'status',
	'data.messages.0.message_status',
	'data.message_status',
	'data.status',
] as const;

/**
 * The result of a message. `messageId` is WhatsApp's id, which replies and statuses refer to; `queueId` is the panel's
 * own number for a message still on its way and good for neither. `status` is the panel's word at that moment.
 * @param simplified leaves the answer itself out
 */
export function sentMessage(body: unknown, to: string, simplified = true): IDataObject {
	const messageId = textAt(body, ...MESSAGE_ID) ?? null;
	const queueId = textAt(body, ...QUEUE_ID) ?? null;
	const status = MESSAGE_STATUS.map((path) => valueAt(body, path)).find(
		(value) => typeof value === 'string' && value !== '',
	);
	return {
		outcome: 'sent',
		to,
		messageId,
		queueId,
		status: (status as string | undefined) ?? 'accepted',
		waId: textAt(body, 'contacts.0.wa_id') ?? null,
		success: true,
		...(messageId === null && queueId === null
			? {
					warning:
						'Hello All accepted the message, but returned no ID, so later status events cannot be matched to it.',
				}
			: {}),
		...(simplified ? {} : { raw: (body ?? null) as IDataObject | null }),
	};
}

/** An answer as an output; an empty one says that it worked. */
export function orSuccess(body: unknown): IDataObject | IDataObject[] {
	if (isObject(body)) return body as IDataObject;
	if (Array.isArray(body))
		return body.map((entry) => (isObject(entry) ? (entry as IDataObject) : { value: entry }));
	return { success: true };
}

/** The object at a path, or the whole answer where the provider put it elsewhere. */
export function innerOr(body: unknown, path: string): IDataObject | IDataObject[] {
	const inner = valueAt(body, path);
	return isObject(inner) ? (inner as IDataObject) : orSuccess(body);
}

/** A list where `listAt` looks for one; undefined where there is none. */
export const listIn = (body: unknown, ...names: string[]): unknown[] | undefined =>
	[
		body,
		...names.map((name) => valueAt(body, name)),
		...names.map((name) => valueAt(body, `data.${name}`)),
	].find(Array.isArray);

/**
 * The list in an answer, bare or under one of these names, also one level inside `data`. What stands there for no list at
 * all (`null`, `{}`) is an empty one. @throws UnexpectedResponseShape
 */
export function listAt(body: unknown, ...names: string[]): IDataObject[] {
	const list = listIn(body, ...names) ?? (names.some((name) => isNoneAt(body, name)) ? [] : undefined);
	if (list === undefined) throw new UnexpectedResponseShape('Hello All', body);
	return list.map((entry: unknown) =>
		isObject(entry) ? (entry as IDataObject) : { value: entry as string },
	);
}

function isNoneAt(body: unknown, name: string): boolean {
	const value = valueAt(body, name);
	return value === null || value === '' || (isObject(value) && Object.keys(value).length === 0);
}

export const deleted = () => ({ deleted: true });
