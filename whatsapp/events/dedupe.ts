import { createHash } from 'crypto';

import type { EventBlocks, EventScalars } from './event';
import { isObject } from './json';

type Keyed = Omit<EventScalars, 'dedupeKey'> & Pick<EventBlocks, 'status' | 'customField'>;

/**
 * What two deliveries of the same thing have in common.
 *
 * | Event | Key |
 * |---|---|
 * | message | `message:<id>` |
 * | status | `status:<id>:<value>:<participant or recipient>`, plus `:cf` with a customField |
 * | template | `template:<id>:<field>:<hash>` |
 * | others, or without an id | `<event>:<hash>` |
 *
 * `:cf` keeps the richer copy of a status when the service sends it twice, once with its customField.
 */
export function dedupeKey(event: Keyed): string {
	const { id, status } = event;
	if (event.event === 'message' && id !== null) return `message:${id}`;
	if (event.event === 'status' && id !== null && status?.value) {
		const whose = status.participant ?? status.recipient ?? '';
		return `status:${id}:${status.value}:${whose}${event.customField === undefined ? '' : ':cf'}`;
	}
	if (event.event === 'template' && id !== null) {
		return `template:${id}:${event.field ?? event.type}:${fingerprint(event)}`;
	}
	return `${event.event}:${fingerprint(event)}`;
}

function fingerprint({ raw, receivedAt }: Keyed): string {
	let content: string;
	try {
		content = canonicalJson(raw);
	} catch {
		// Nested beyond the stack, or a value JSON does not know: rather delivered twice than mistaken for another.
		content = `unreadable at ${receivedAt}`;
	}
	return createHash('sha256').update(content).digest('hex');
}

/** JSON with sorted keys and no spaces. Throws on cycles and on nesting deeper than the stack. */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (!isObject(value)) return JSON.stringify(value) ?? 'null';
	const members = Object.keys(value)
		.sort()
		.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
	return `{${members.join(',')}}`;
}
