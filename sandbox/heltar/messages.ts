import type { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { addressOf } from '../core/people.ts';
import type { SandboxEnv } from '../core/provider.ts';
import type { StoredMessage } from '../core/store.ts';
import { answer, ApiError, heltarRoutes, readBody } from './answers.ts';
import { contactsOf } from './contact.ts';
import { sendSchema } from './messageSchema.ts';
import { showRecord } from './record.ts';
import { sendAll, type Outcome } from './send.ts';
import type { HeltarWorld } from './settings.ts';

/** `POST /v1/messages/send`. */
export function sendRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	app.post('/heltar/v1/messages/send', async (c) => {
		const priority = readPriority(c.req.query('priority'));
		const { messages, campaignId } = await readBody(c, sendSchema(world.settings.generation));
		const queue = world.settings.asyncMode && !priority;
		refuseWhenTooFast(world, queue);
		const { messages: originals } = await c.req.json<{ messages: Array<Record<string, unknown>> }>();
		const partial = c.get('partial');
		const outcomes = sendAll(world, messages, { queue, campaign: campaignId, partial, originals });
		const { status, body } = sendAnswer(world, outcomes);
		return c.json(body, status);
	});
	return app;
}

function readPriority(value: string | undefined): boolean {
	if (value === undefined || ['false', '0', 'no'].includes(value)) return false;
	if (['true', '1', 'yes'].includes(value)) return true;
	throw new ApiError(400, 'priority: must be a boolean (true/false, 1/0, yes/no)');
}

/** A call that could not send a single message is refused as a whole; the queue takes everything. */
export function refuseWhenTooFast(world: HeltarWorld, queue: boolean): void {
	const wait = queue ? null : world.throttle.blockedFor(world.settings.limits);
	if (wait !== null)
		throw new ApiError(429, 'Too many requests. Please try again later.', null, {
			'Retry-After': String(wait),
		});
}

/** Heltar API, send results: 200, 206 or the most frequent status of the failures. */
function sendAnswer(
	world: HeltarWorld,
	outcomes: Outcome[],
): { status: ContentfulStatusCode; body: Record<string, unknown> } {
	const maps = resultMaps(world, outcomes, (outcome) => showSent(world, outcome));
	const failed = outcomes.filter((outcome) => !outcome.ok).length;
	if (failed === 0) return { status: 200, body: { message: 'Successfully scheduled messages!', data: maps } };
	if (failed < outcomes.length) {
		const counts = `${outcomes.length - failed} of ${outcomes.length} messages were sent, ${failed} failed`;
		return { status: 206, body: { message: counts, data: maps } };
	}
	throw new ApiError(mostFrequentStatus(outcomes), 'Failed to send all messages', maps);
}

/** Positions in the request, or recipients as older servers have it, → results. */
export function resultMaps(
	{ settings: { resultKeys } }: HeltarWorld,
	outcomes: Outcome[],
	show: (outcome: Outcome & { ok: true }) => unknown,
) {
	const success: Record<string, unknown> = {};
	const fail: Record<string, unknown> = {};
	outcomes.forEach((outcome, position) => {
		const recipient = outcome.sent.clientWaNumber ?? outcome.sent.groupId;
		const key = resultKeys === 'position' ? position : String(recipient);
		if (outcome.ok) success[key] = show(outcome);
		else {
			const { errorCode, errorData, raw } = outcome;
			fail[key] = {
				clientWaNumber: recipient,
				errorCode,
				errorData,
				message: raw,
			};
		}
	});
	return { success, fail };
}

function mostFrequentStatus(outcomes: Outcome[]): number {
	const counts = new Map<number, number>();
	for (const outcome of outcomes)
		if (!outcome.ok) counts.set(outcome.errorCode, (counts.get(outcome.errorCode) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 400;
}

/** One accepted message; a queued one is known by its provisional id only. */
export function showSent(world: HeltarWorld, { message, sent }: Outcome & { ok: true }) {
	const clientWaNumber = sent.clientWaNumber ?? sent.groupId;
	const record = showRecord(world, message);
	const shown = { ...record, clientWaNumber, wamid: message.altId ?? message.id };
	return { message: { ...shown, ...(sent.refId !== undefined && { refId: sent.refId }) }, clientWaNumber };
}

const MOST = 10_000;

/** History, look-up, search and read marks. */
export function historyRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();

	app.get('/heltar/v1/messages', (c) => {
		const wamid = c.req.query('wamid');
		if (!wamid) throw new ApiError(400, 'wamid is required');
		const message = world.messages.find(wamid);
		if (!message) throw new ApiError(404, 'Message not found');
		return answer(c, 'Successfully fetched message', showRecord(world, message));
	});

	app.get('/heltar/v1/messages/search', (c) => {
		const { searchQuery, limit, cursor, clientWaNumber } = c.req.query();
		if (!searchQuery) throw new ApiError(400, 'searchQuery is required');
		const most = readLimit(limit, MOST, undefined);
		const before = cursor ? Date.parse(cursor) : Infinity;
		if (Number.isNaN(before)) throw new ApiError(400, 'cursor: must be an ISO 8601 date string');
		const words = searchQuery.toLowerCase();
		const only = clientWaNumber && world.people.resolve(clientWaNumber).number;
		const all = world.messages
			.all()
			.filter((message) => message.at < before && (!only || message.number === only));
		const hits = all
			.filter(({ text, record }) =>
				[text, record.caption, record.name, record.templateName].some((one) =>
					String(one ?? '')
						.toLowerCase()
						.includes(words),
				),
			)
			.reverse()
			.slice(0, most);
		const digits = words.replace(/\D/g, '');
		const numbers = new Set(all.map(({ number }) => number));
		// Chats belong to the first page: they carry no time of their own to page by.
		const chats =
			cursor || digits === '' ? [] : [...numbers].filter((number) => number.includes(digits)).slice(0, most);
		const last = hits.at(-1);
		return answer(c, 'Successfully fetched search results', {
			chats: chats.map((number) => ({ clientWaNumber: number, username: world.people.resolve(number).name })),
			messages: hits.map((message) => asFound(world, message)),
			newCursor: last ? new Date(last.at).toISOString() : null,
		});
	});

	app.get('/heltar/v1/messages/mark-read-msg/:number', (c) => {
		const { number } = world.people.resolve(c.req.param('number'));
		const contacts = world.collection<{ unreadMessages: number }>('contacts');
		const contact = contacts.get(number);
		if (!world.settings.markRead)
			return answer(c, 'Success', { message: 'Mark read is disabled in the business settings' });
		if (!contact) return answer(c, 'Success', { message: 'Error while marking messages as read' });
		contacts.put(number, { ...contact, unreadMessages: 0 });
		world.emit('change', { read: number });
		return answer(c, 'Success', { message: 'Messages marked as read' });
	});

	app.get('/heltar/v1/messages/:number', (c) => {
		const { limit, before, beforeId } = c.req.query();
		const person = world.people.resolve(c.req.param('number'));
		const contact = contactsOf(world).get(person.number);
		if (!contact) throw new ApiError(404, `${c.req.param('number')} not exist!`);
		if (world.settings.generation === 2023)
			return answer(
				c,
				'Successfully fetched messages',
				world.messages
					.withNumber(person.number)
					.reverse()
					.map((message) => showRecord(world, message)),
			);
		const most = readLimit(limit, MOST, MOST);
		const place = readPlace(world, person.number, before, beforeId);
		const older = world.messages.before(person.number, place, most + 1);
		const page = older.slice(0, most).reverse();
		return answer(c, 'Successfully fetched messages', {
			messages: page.map((message) => showRecord(world, message)),
			clientWaNumber: addressOf(person),
			// In the past for a contact who never wrote, and never null.
			conversationExpire: new Date(world.windowEnd(person) || contact.createdAt).toISOString(),
			hasMore: older.length > most,
			canMessage: world.windowOpen(person),
		});
	});

	return app;
}

/** A search tells times in UTC without saying so: `2026-03-01 09:30:00.250`. */
const asFound = (world: HeltarWorld, message: StoredMessage) => ({
	...showRecord(world, message),
	...(world.settings.generation === 2026 && {
		timestamp: new Date(message.at).toISOString().replace('T', ' ').replace('Z', ''),
	}),
});

/** The message a page ends before, or only its time; undefined for the newest page. */
function readPlace(
	world: HeltarWorld,
	number: string,
	before: string | undefined,
	beforeId: string | undefined,
): { at: number; seq: number } | undefined {
	if (before === undefined && beforeId !== undefined)
		throw new ApiError(400, 'beforeId must be sent together with before');
	if (before === undefined) return undefined;
	const at = Date.parse(before);
	if (!/^\d{4}-/.test(before) || Number.isNaN(at))
		throw new ApiError(400, 'before must be a valid ISO timestamp');
	const known = beforeId === undefined ? undefined : world.messages.find(beforeId);
	return known?.number === number ? known : { at, seq: 0 };
}

/** A page size: whole, positive, at most `most`; required when there is no default. */
export function readLimit(value: string | undefined, most: number, standard: number | undefined): number {
	if (value === undefined && standard !== undefined) return standard;
	const limit = Number(value);
	if (!Number.isInteger(limit) || limit < 1 || limit > most)
		throw new ApiError(400, `limit: must be a whole number from 1 to ${most}`);
	return limit;
}
