import type { IDataObject } from 'n8n-workflow';

import type { Call } from '../provider';
import { startProvider } from '../provider';
import { runAt } from './fixture';

const A = '910000000123';
const B = '910000000124';
const C = '910000000125';

const item = ([to, body]: string[]): IDataObject => ({ to, body });
const text = { resource: 'message', operation: 'sendText', to: '={{ $json.to }}', body: '={{ $json.body }}' };
const bodyOf = ({ body }: Call) => (body as { text: { body: string } }).text.body;

/** A provider that takes as long as a test says, and shows what is under way at the same time. */
async function startSlow(durations: Record<string, number>, refused: string[] = []) {
	const underWay = new Set<string>();
	const seen: string[][] = [];
	const finished: string[] = [];
	const provider = await startProvider(async (call) => {
		const name = bodyOf(call);
		underWay.add(name);
		seen.push([...underWay]);
		await new Promise((resolve) => setTimeout(resolve, durations[name] ?? 5));
		underWay.delete(name);
		finished.push(name);
		return refused.includes(name)
			? { status: 400, body: { errors: [{ code: 1013, title: 'User is not valid' }] } }
			: { body: { messages: [{ id: `wamid.${name}` }] } };
	});
	const run = async (items: string[][], node = {}) => await runAt(provider.url)(text, items.map(item), node);
	return { run, seen, finished };
}

test('messages to one number go out one after the other, to different numbers side by side', async () => {
	const slow = await startSlow({ a1: 60 });
	const { json, error } = await slow.run([
		[A, 'a1'],
		['+91 00000 00123', 'a2'],
		[B, 'b1'],
		[C, 'c1'],
		[B, 'b2'],
		[A, 'a3'],
	]);
	expect(error).toBeUndefined();
	// Side by side: the others did not wait for the slow one; a1, b1 and c1 were under way together.
	expect(slow.seen).toContainEqual(expect.arrayContaining(['a1', 'b1', 'c1']));
	for (const together of slow.seen) {
		const numbers = together.map((name) => name[0]);
		expect(new Set(numbers).size).toBe(numbers.length);
	}
	const orderOf = (number: string) => slow.finished.filter((name) => name.startsWith(number));
	expect(orderOf('a')).toEqual(['a1', 'a2', 'a3']);
	expect(orderOf('b')).toEqual(['b1', 'b2']);
	// The output keeps the order of the items, whatever came back first.
	expect(json.map(({ messageId }) => messageId)).toEqual(
		['a1', 'a2', 'b1', 'c1', 'b2', 'a3'].map((name) => `wamid.${name}`),
	);
});

test('no more than ten calls are under way at once', async () => {
	const names = Array.from({ length: 20 }, (_, at) => `m${at}`);
	const slow = await startSlow(Object.fromEntries(names.map((name) => [name, 150])));
	await slow.run(names.map((name, at) => [`9100000002${at + 10}`, name]));
	expect(Math.max(...slow.seen.map(({ length }) => length))).toBe(10);
	expect(slow.finished).toHaveLength(20);
});

test('after a refusal nothing new goes out, and what was under way is reported', async () => {
	const slow = await startSlow({ a1: 20, b1: 60, c1: 60 }, ['a1']);
	const { error } = await slow.run([
		[A, 'a1'],
		[B, 'b1'],
		[C, 'c1'],
		[A, 'a2'],
		[B, 'b2'],
	]);
	expect(slow.finished.toSorted()).toEqual(['a1', 'b1', 'c1']);
	expect(error?.message).toBe('User is not valid');
	expect(error?.description).toContain('2 sent (1–2), 1 failed (0), 0 unknown, 2 untouched (3–4)');
	expect(error?.context.data).toMatchObject({
		accepted: [
			{ item: 1, id: 'wamid.b1' },
			{ item: 2, id: 'wamid.c1' },
		],
	});
});

test('with continue on fail the others go on', async () => {
	const slow = await startSlow({}, ['a1']);
	const { json } = await slow.run(
		[
			[A, 'a1'],
			[B, 'b1'],
			[A, 'a2'],
		],
		{ onError: 'continueRegularOutput' },
	);
	expect(json).toMatchObject([
		{ outcome: 'failed', code: '1013' },
		{ messageId: 'wamid.b1' },
		{ messageId: 'wamid.a2' },
	]);
});

test('Retry On Fail sends nothing twice', async () => {
	const calls: string[] = [];
	const provider = await startProvider((call) => {
		calls.push(bodyOf(call));
		return bodyOf(call) === 'b1' && calls.filter((name) => name === 'b1').length === 1
			? { status: 400, body: { errors: [{ code: 1000, title: 'Not now' }] } }
			: { body: { messages: [{ id: 'wamid.1' }] } };
	});
	const { json, error } = await runAt(provider.url)(
		text,
		[
			[A, 'a1'],
			[B, 'b1'],
			[B, 'b2'],
		].map(item),
		{ retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
	);
	expect(error).toBeUndefined();
	expect(json).toHaveLength(3);
	expect(calls).toEqual(['a1', 'b1', 'b1', 'b2']);
});

test('a number is sent as digits, and refused before anything is sent when it is none', async () => {
	const slow = await startSlow({});
	const { error } = await slow.run([
		[A, 'a1'],
		['12345', 'b1'],
	]);
	expect(error?.message).toMatch(/^Recipient: "12345" has 5 digits, a number has 8 to 15/);
	expect(error?.context.itemIndex).toBe(1);
	expect(slow.finished).toEqual([]);
});
