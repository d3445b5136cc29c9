/** The `{event, data, timestamp}` wrapper: one message, status or stored record under an event's name. */

import { composeUnknown, readList, type Setting } from './compose';
import type { WhatsAppEvent } from './event';
import { given, isFilledObject, type JsonObject } from './json';
import { readMessage } from './message';
import { hasRecordIdentity, type RecordHints, readRecord } from './record';
import { readStatus } from './status';

interface Wrapped {
	hints: RecordHints;
	read: (item: JsonObject, setting: Setting) => WhatsAppEvent[];
}

const WRAPPED: ReadonlyMap<string, Wrapped> = new Map<string, Wrapped>([
	['message.received', { hints: { received: true }, read: readMessage }],
	['message.status', { hints: {}, read: (item, setting) => readStatus(item, setting) }],
	[
		'message.failed',
		{ hints: { status: 'failed' }, read: (item, setting) => readStatus(item, setting, 'failed') },
	],
]);

/** Names whose data is known to be a message or a status. */
export function isEventName(event: string): boolean {
	return WRAPPED.has(event);
}

/**
 * @param event the name
 * @param data one piece or a list of them, as an object where it came as JSON text
 */
export function readEventForm(
	body: JsonObject,
	event: string,
	data: unknown,
	setting: Setting,
): WhatsAppEvent[] {
	const inside: Setting = { ...setting, form: 'event', time: given(body, 'timestamp') };
	const wrapped = WRAPPED.get(event);
	const items = Array.isArray(data) ? data : [data];
	if (!wrapped || !items.some(isFilledObject)) {
		return [composeUnknown(inside, body, { type: event, around: data })];
	}
	return readList(inside, items, (item) =>
		hasRecordIdentity(item) ? readRecord(item, inside, wrapped.hints) : wrapped.read(item, inside),
	);
}
