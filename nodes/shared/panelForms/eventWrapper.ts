/** The `{event, data, timestamp}` wrapper (Heltar API, "Webhooks", older form): one piece under an event's name. */

import { FLAT_LISTS, holdsList } from '../../../whatsapp/events/change';
import { composeUnknown, readList, type Setting, within } from '../../../whatsapp/events/compose';
import type { WhatsAppEvent } from '../../../whatsapp/events/event';
import {
	given,
	isFilledObject,
	isObject,
	type JsonObject,
	parseStructure,
} from '../../../whatsapp/events/json';
import { readMessage } from '../../../whatsapp/events/message';
import type { ServiceForm } from '../../../whatsapp/events/service';
import { readStatus } from '../../../whatsapp/events/status';
import { hasRecordIdentity, type RecordHints, readRecord, recordList } from './record';

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

/** Under a known name whole lists may come instead of one piece: then this is only one more wrapper. */
const WRAPPED_LISTS = ['entry', 'changes', ...FLAT_LISTS.filter((list) => list !== 'errors')];

export const eventWrapper: ServiceForm = (body, setting, recognise) => {
	const event = given(body, 'event');
	if (typeof event !== 'string' || !Object.hasOwn(body, 'data')) return undefined;
	const data = parseStructure(given(body, 'data'));
	const isWrapper = WRAPPED.has(event) && isObject(data) && holdsList(data, WRAPPED_LISTS);
	const events = isWrapper ? (recordList(body, setting, recognise) ?? recognise(data)) : undefined;
	return events ?? readPieces(body, event, data, within(setting, 'event', body));
};

/** @param data one piece or a list of them, as an object where it came as JSON text */
function readPieces(body: JsonObject, event: string, data: unknown, setting: Setting): WhatsAppEvent[] {
	const inside: Setting = { ...setting, time: given(body, 'timestamp') };
	const wrapped = WRAPPED.get(event);
	const items = Array.isArray(data) ? data : [data];
	if (!wrapped || !items.some(isFilledObject)) {
		return [composeUnknown(inside, body, { type: event, around: data })];
	}
	return readList(inside, items, (item) =>
		hasRecordIdentity(item) ? readRecord(item, inside, wrapped.hints) : wrapped.read(item, inside),
	);
}
