import { setTimeout as wait } from 'node:timers/promises';

import { testedProviders } from '../providers';
import type { Call, Reply } from './provider';
import { startProvider } from './provider';
import { trigger } from './triggerHarness';

/** Deliveries that bring very many messages at once. */

const NEVER = new Promise<never>(() => undefined);
const FILE: Reply = { headers: { 'content-type': 'image/jpeg' }, body: 'jpeg' };

let answer: (call: Call) => Reply | Promise<Reply>;
let underWay = 0;
let most = 0;
let provider: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
	provider = await startProvider(async (call) => {
		most = Math.max(most, ++underWay);
		try {
			return await answer(call);
		} finally {
			underWay -= 1;
		}
	});
});
beforeEach(() => {
	[underWay, most] = [0, 0];
	provider.calls();
});

const slowly = (reply: Reply) => async () => {
	await wait(30);
	return reply;
};

const picture = (at: number) => ({
	from: '447700900123',
	id: `wamid.${at}`,
	timestamp: String(Math.floor(Date.now() / 1000)),
	type: 'image',
	image: { id: `m-${at}`, url: `https://lookaside.example.com/${at}`, mime_type: 'image/jpeg' },
});

const text = (at: number, from = '447700900123') => ({
	from,
	id: `wamid.${at}`,
	timestamp: '1770000000',
	type: 'text',
	text: { body: `Message ${at}` },
});

describe.each(testedProviders)('a $type Trigger', ({ type, contract }) => {
	async function deliver(options: object, messages: object[]) {
		let reads = 0;
		const credentials = Object.defineProperty({}, contract.http.credentialType, {
			get: () => {
				reads += 1;
				return { apiKey: 'key_4711', baseUrl: provider.url };
			},
		});
		const parameters = { events: ['message'], options: { verify: false, dropDuplicates: false, ...options } };
		const start = Date.now();
		const { items, result } = await trigger(`${type}Trigger`, parameters, credentials).deliver({
			body: { messages },
		});
		return { items: items!, files: result!, reads, ms: Date.now() - start, calls: provider.calls() };
	}

	test('fetches files a few at a time, and reads the credential once', async () => {
		answer = slowly(FILE);
		const { items, files, reads, calls } = await deliver(
			{ downloadMedia: true },
			Array.from({ length: 40 }, (_, at) => picture(at)),
		);
		expect(files.filter(({ binary }) => binary !== undefined)).toHaveLength(40);
		expect(items.map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, at) => `wamid.${at}`));
		expect(calls).toHaveLength(40);
		expect(most).toBe(5);
		expect(reads).toBe(1);
	});

	test('keeps the time whatever the number: what found none has a note', async () => {
		answer = async () => await NEVER;
		const { items, ms, calls } = await deliver(
			{ downloadMedia: true, markRead: true },
			Array.from({ length: 400 }, (_, at) => picture(at)),
		);
		expect(ms).toBeLessThan(9_000);
		expect(items).toHaveLength(400);
		expect(items.slice(0, 5).map(({ media }) => media)).toEqual(
			Array(5).fill(expect.objectContaining({ downloadError: expect.stringContaining('6 seconds') })),
		);
		expect(items.slice(5).map(({ media }) => media)).toEqual(
			Array(395).fill(
				expect.objectContaining({ downloadError: expect.stringContaining('contained too many files') }),
			),
		);
		expect(calls.length).toBeLessThan(20);
	});

	test('marks as read a few at a time', async () => {
		answer = slowly({ body: { message: 'OK' } });
		const { items, reads, calls } = await deliver(
			{ markRead: true },
			Array.from({ length: 40 }, (_, at) => text(at, `4477009${10_000 + at}`)),
		);
		expect(items).toHaveLength(40);
		expect(calls).toHaveLength(40);
		expect(most).toBe(5);
		expect(reads).toBe(1);
	});
});

test('Heltar marks a contact, so once for all its messages', async () => {
	answer = () => ({ body: { message: 'OK' } });
	const parameters = { events: ['message'], options: { verify: false, markRead: true } };
	const credentials = { heltarApi: { apiKey: 'key_4711', baseUrl: provider.url } };
	const messages = Array.from({ length: 400 }, (_, at) => text(at, at % 2 ? '447700900124' : '447700900123'));
	const { items } = await trigger('heltarTrigger', parameters, credentials).deliver({ body: { messages } });
	expect(items).toHaveLength(400);
	expect(provider.calls().map(({ url }) => url.split('/').at(-1))).toEqual(['447700900123', '447700900124']);
});
