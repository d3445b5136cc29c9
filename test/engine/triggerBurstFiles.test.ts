import type { IDataObject } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { useJumpingClock } from '../jumpingClock';
import { credentialsFor, testedProviders } from '../providers';
import { until } from '../waiting';
import type { Call, Reply } from './provider';
import { startProvider } from './provider';
import { trigger } from './triggerHarness';

/** What is done for messages that wait for more: files fetched meanwhile, and typing shown at the end. */

const clock = useJumpingClock();

let answer: (call: Call) => Reply | Promise<Reply>;
let provider: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
	provider = await startProvider((call) => answer(call));
});

const ASHA = '447700900123';
const message = (id: string, at: number, content: object) => ({
	from: ASHA,
	id: `wamid.${id}`,
	// Of today: Heltar's temporary addresses live for five minutes.
	timestamp: String(Math.floor(Date.now() / 1000) + at),
	...content,
});
/** A file of WhatsApp's, which the provider is asked for. */
const picture = (id: string, at: number) =>
	message(id, at, {
		type: 'image',
		image: { id: `m-${id}`, url: `https://lookaside.example.com/${id}`, mime_type: 'image/jpeg' },
	});
const words = (id: string, at: number) => message(id, at, { type: 'text', text: { body: 'All of them' } });

describe.each(testedProviders)('a $type Trigger that waits for more messages', (tested) => {
	let serial = 0;
	const open = (options: IDataObject) => {
		const own = trigger(
			`${tested.type}Trigger`,
			{ events: ['message'], options: { verify: false, collectSeconds: 3, ...options } },
			credentialsFor(tested, provider.url),
			{ nodeId: `burst files ${tested.type} ${++serial}` },
		);
		return async (...messages: object[]) => await own.deliver({ body: { messages } });
	};

	test('gives all files; one that does not come leaves a note at its message', async () => {
		answer = ({ url }) =>
			url.includes('gone')
				? { status: 404, body: { message: 'gone' } }
				: { headers: { 'content-type': 'image/jpeg' }, body: url.includes('first') ? 'jpeg 1' : 'jpeg 2' };
		const say = open({ downloadMedia: true });
		const first = say(picture('first', 0));
		const second = say(picture('gone', 1));
		const { item } = await say(picture('last', 2), words('words', 3));
		const { json, binary } = item!;
		const files = Object.entries(binary ?? {}).map(([name, { data }]) => [
			name,
			Buffer.from(data, 'base64').toString(),
		]);
		expect(files).toEqual([
			['data', 'jpeg 1'],
			['data_1', 'jpeg 2'],
		]);
		const notes = (json.messages as IDataObject[]).map(
			({ media }) => (media as IDataObject | undefined)?.downloadError,
		);
		expect(notes).toEqual([undefined, expect.any(String), undefined, undefined]);
		expect(json).toMatchObject({ id: 'wamid.words', messageCount: 4 });
		expect(json).not.toHaveProperty('media');
		expect(await Promise.all([first, second].map(async (one) => await (await one).end()))).toEqual([
			200, 200,
		]);
	});

	test('shows once that somebody is typing, when nothing more is waited for', async () => {
		answer = () => ({ body: { message: 'OK' } });
		provider.calls();
		const say = open({ showTyping: true, markRead: true });
		const first = say(words('1', 0));
		await sleep(1_000);
		expect(provider.calls()).toEqual([]);
		const { items } = await say(words('2', 1));
		expect(items).toMatchObject([{ messageCount: 2 }]);
		const calls = provider.calls().filter(({ url }) => url.includes('typing') || url.includes('messages'));
		// Hello All has it in API style Cloud alone.
		expect(calls.map(({ body }) => JSON.stringify(body)).every((body) => body.includes('wamid.2'))).toBe(
			true,
		);
		expect(calls).toHaveLength(tested.contract.eventName === 'heltar' ? 1 : 0);
		expect(await (await first).end()).toBe(200);
	});

	test('is done eight seconds after the first message, whatever a file does', async () => {
		let asked = 0;
		answer = async () => {
			asked += 1;
			return await new Promise<never>(() => undefined);
		};
		const say = open({ downloadMedia: true, collectSeconds: 7 });
		const start = Date.now();
		const first = say(words('1', 0));
		await sleep(5_000);
		const second = say(picture('2', 5));
		await until(
			() => asked,
			(count) => count > 0,
		);
		clock.pass(start + 8_000 - Date.now());
		const { items } = await second;
		expect(Date.now() - start).toBeLessThan(10_000);
		expect(items).toMatchObject([
			{ messageCount: 2, media: { downloadError: expect.stringContaining('did not finish within') } },
		]);
		expect(await (await first).end()).toBe(200);
	});
});
