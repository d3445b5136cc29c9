import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Bench } from './harness';

/** As many deliveries as the sandbox makes to one receiver at once. */
const AT_ONCE = 25;
/** How long Heltar gives a receiver. */
const TIME_MS = 10_000;

let bench: Bench;
let server: Server;
let hook: string;
/** Deliveries nobody has answered yet, the oldest first. */
let open: ServerResponse[];
let taken: number;
beforeEach(async () => {
	bench = await Bench.start();
	[open, taken] = [[], 0];
	server = createServer((request, response) => {
		request.resume().once('end', () => {
			taken += 1;
			open.push(response);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	hook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
	await register();
	// The clock of the sandbox's timeouts alone: sockets keep theirs.
	jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance', 'Date'] });
});
afterEach(async () => {
	jest.useRealTimers();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
	await bench.close();
});

const register = async () =>
	await bench.heltar('POST', '/v1/business/webhook-url', { urls: [{ url: hook, isEnabled: true }] });
const registered = async () => (await bench.control('GET', '/heltar/webhooks')).body[0];
const inbound = async () =>
	(
		await bench.control('POST', '/heltar/inbound', {
			from: '919811111111',
			message: { type: 'text', text: { body: 'Hi' } },
		})
	).body.deliveries[0];
const answered = ({ status }: { status: number | null }) => status === 200;
const answerAll = () => {
	for (const response of open.splice(0)) response.end();
};

/** Turns of the event loop instead of time, which stands still. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
	for (const end = performance.now() + 15_000; !(await holds());) {
		if (performance.now() > end) throw new Error(`Never came: ${holds}`);
		await new Promise((resolve) => setImmediate(resolve));
	}
}
const logged = async () => (await bench.control('GET', '/deliveries')).body.length;

/** So many customers write at once; resolves when the first deliveries are under way and the others wait. */
async function burst(size: number) {
	const told = Array.from({ length: size }, inbound);
	await until(async () => (await logged()) === size);
	await until(() => open.length === Math.min(size, AT_ONCE));
	return told;
}

test('no more deliveries are under way to one receiver than there are places', async () => {
	const told = await burst(AT_ONCE + 1);
	await logged();
	expect(open).toHaveLength(AT_ONCE);
	answerAll();
	await until(() => open.length === 1);
	answerAll();
	await Promise.all(told);
});

test('the time of a receiver begins with its request, not while that waits for a place', async () => {
	const told = await burst(AT_ONCE + 1);
	jest.advanceTimersByTime(TIME_MS - 1);
	answerAll();
	await until(() => open.length === 1);
	jest.advanceTimersByTime(TIME_MS - 1);
	answerAll();
	expect(await Promise.all(told)).toEqual(told.map(() => ({ url: hook, status: 200, attempts: 1 })));
	expect(await registered()).toMatchObject({ isEnabled: true, failures: 0 });
});

test('a receiver that takes longer has failed, with words', async () => {
	const [told] = await burst(1);
	jest.advanceTimersByTime(TIME_MS);
	expect(await told).toEqual({
		url: hook,
		status: null,
		attempts: 1,
		error: 'no answer within 10 s',
		pending: true,
	});
	expect(await registered()).toMatchObject({ failures: 1 });
});

test('on a slow machine receivers may have more time', async () => {
	await bench.control('POST', '/delivery', { timeoutScale: 3 });
	const told = await burst(2);
	jest.advanceTimersByTime(3 * TIME_MS - 1);
	open.shift()?.end();
	await until(async () => (await bench.control('GET', '/deliveries')).body.some(answered));
	jest.advanceTimersByTime(1);
	const reports = await Promise.all(told);
	expect(reports.filter(answered)).toHaveLength(1);
	expect(reports).toContainEqual(expect.objectContaining({ status: null, error: 'no answer within 30 s' }));
});

test('while a receiver is silent, only what went out to it counts as failed', async () => {
	const told = await burst(4 * AT_ONCE);
	jest.advanceTimersByTime(TIME_MS);
	// Those whose time is over made place for the next.
	await until(() => taken === 2 * AT_ONCE);
	expect(await registered()).toMatchObject({ isEnabled: true, failures: AT_ONCE });
	for (let more = 2; more <= 4; more += 1) {
		answerAll();
		await until(() => more === 4 || taken === (more + 1) * AT_ONCE);
	}
	expect((await Promise.all(told)).filter(({ status }) => status === 200)).toHaveLength(3 * AT_ONCE);
});

test('what waits for a place when its webhook is removed is not delivered, and says so', async () => {
	const told = await burst(AT_ONCE + 1);
	await bench.heltar('DELETE', `/v1/business/webhook-url?url=${encodeURIComponent(hook)}`);
	answerAll();
	const last = (await Promise.all(told)).find(({ attempts }) => attempts === 0);
	expect(last).toEqual({
		url: hook,
		status: null,
		attempts: 0,
		error: 'not delivered: the webhook was removed or switched off meanwhile',
	});
	expect(taken).toBe(AT_ONCE);
});

test('a reset calls off what waits and what is under way, and nothing of it counts afterwards', async () => {
	const told = await burst(AT_ONCE + 1);
	await bench.control('POST', '/reset');
	await Promise.all(told);
	await register();
	await until(async () => open.every(({ destroyed }) => destroyed));
	open = [];
	const next = inbound();
	await until(() => open.length === 1);
	expect(taken).toBe(AT_ONCE + 1);
	answerAll();
	expect(await next).toEqual({ url: hook, status: 200, attempts: 1 });
	expect(await registered()).toMatchObject({ failures: 0 });
	expect(await logged()).toBe(1);
});
