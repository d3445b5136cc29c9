import { fields, text } from '../fields.ts';
import type { ApiCall, PhoneMessage } from '../server/control.ts';
import { shownDay } from '../words.ts';

/** What the chat shows, one below the other. */
export type Row =
	| { kind: 'day'; key: string; text: string }
	| { kind: 'message'; key: string; message: PhoneMessage }
	| { kind: 'refused'; key: string; call: ApiCall };

export interface Timeline {
	rows: Row[];
	byId: Map<string, PhoneMessage>;
	/** The customer's latest reaction to each message. */
	reactions: Map<string, string>;
}

/** Days, messages and refused calls in order; reactions belong to their message and are no rows. */
export function buildTimeline(messages: PhoneMessage[], refused: ApiCall[]): Timeline {
	const byId = new Map(messages.map((message) => [message.id, message]));
	const reactions = new Map<string, string>();
	const rows: Row[] = [];
	let day = '';
	let next = 0;
	const add = (at: string, row: Row) => {
		const dayOf = at.slice(0, 10);
		if (dayOf !== day) rows.push({ kind: 'day', key: `day ${dayOf}`, text: shownDay(at) });
		day = dayOf;
		rows.push(row);
	};
	const addRefused = (before: string) => {
		for (let call = refused[next]; call && call.at <= before; call = refused[(next += 1)])
			add(call.at, { kind: 'refused', key: `call ${call.seq}`, call });
	};
	for (const message of messages) {
		addRefused(message.at);
		if (message.type !== 'reaction') add(message.at, { kind: 'message', key: message.id, message });
		else if (message.direction === 'in') {
			const { message_id: id, emoji } = fields(message.content);
			reactions.set(text(id), text(emoji));
		}
	}
	addRefused('9999');
	return { rows, byId, reactions };
}

/**
 * Calls about this customer that came to nothing, unless their message was kept and shows it itself. 206 is the
 * answer to a bulk send that failed in part: when nothing of it is here, this was the part.
 */
export function refusedCalls(calls: ApiCall[], addresses: string[], messages: PhoneMessage[]): ApiCall[] {
	const kept = new Set(messages.flatMap(({ call }) => (call === null ? [] : [call])));
	const names = addresses.map((address) => `"${address}"`);
	return calls.filter(({ seq, method, status, body }) => {
		const failed = status === 0 || (status !== null && status >= 206);
		if (method !== 'POST' || !failed || kept.has(seq)) return false;
		const sent = JSON.stringify(body ?? null).replaceAll('"+', '"');
		return names.some((name) => sent.includes(name));
	});
}
