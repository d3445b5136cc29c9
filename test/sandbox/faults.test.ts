import { createSandbox } from '../../sandbox/server';
import { useStoppedClock } from '../jumpingClock';
import { until } from '../waiting';
import { Bench, KEY, text, useBench } from './harness';

const TO = '919811111111';
const bench = useBench(Bench);

const fault = async (kind: object, where: object = {}) =>
	await bench.control('POST', '/faults', { path: '/v1/messages/send', ...where, fault: kind });
const sentTo = async (number = TO) => (await bench.conversation(number)).length;
/** The error code of a call whose connection broke. */
const broken = async (call: Promise<unknown>): Promise<string> =>
	await call.then(
		() => 'answered',
		(error: { cause?: { code?: string }; name: string }) => error.cause?.code ?? error.name,
	);
const lastRequest = async () => (await bench.control('GET', '/requests')).body.at(-1);

describe('faults', () => {
	test('status: answers as told without doing the work', async () => {
		await fault({
			kind: 'status',
			status: 429,
			headers: { 'Retry-After': '7' },
			body: { errorMessage: 'slow down' },
		});
		const answer = await bench.send(text(TO));
		expect(answer.status).toBe(429);
		expect(answer.headers.get('retry-after')).toBe('7');
		expect(answer.body).toEqual({ errorMessage: 'slow down' });
		expect(await sentTo()).toBe(0);
		expect(await lastRequest()).toMatchObject({ status: 429, fault: 'status' });
	});

	test('status without a body uses the provider’s error form; with `work` the message goes out all the same', async () => {
		await fault({ kind: 'status', status: 503, work: true });
		expect((await bench.send(text(TO))).body).toMatchObject({
			errorType: 'ServiceUnavailable',
			errorRaw: null,
		});
		expect(await sentTo()).toBe(1);
	});

	test('resetBefore: the connection breaks and nothing was done', async () => {
		await fault({ kind: 'resetBefore' });
		expect(await broken(bench.send(text(TO)))).toMatch(/SOCKET|ECONNRESET/);
		expect(await sentTo()).toBe(0);
		expect(await lastRequest()).toMatchObject({ status: 0, fault: 'resetBefore' });
	});

	test('resetAfter: the connection breaks and the message is with the customer', async () => {
		await fault({ kind: 'resetAfter' });
		expect(await broken(bench.send(text(TO)))).toMatch(/SOCKET|ECONNRESET/);
		expect(await sentTo()).toBe(1);
	});

	test.each([
		[true, 1],
		[false, 0],
	])('timeout with work %s: no answer until the caller gives up, %s message out', async (work, count) => {
		await fault({ kind: 'timeout', work });
		const call = fetch(`${bench.running.url}/heltar/v1/messages/send`, {
			method: 'POST',
			headers: { authorization: 'Bearer hk_live_sandbox' },
			body: JSON.stringify({ messages: [text(TO)] }),
			signal: AbortSignal.timeout(150),
		});
		expect(await broken(call)).toBe('TimeoutError');
		expect(await sentTo()).toBe(count);
		await until(lastRequest, (entry) => entry.status === 0);
	});

	test('timeout may end by itself', async () => {
		await fault({ kind: 'timeout', ms: 30 });
		expect(await broken(bench.send(text(TO)))).toMatch(/SOCKET|ECONNRESET/);
	});

	test('delay: the answer is late and right', async () => {
		await fault({ kind: 'delay', ms: 120 });
		const before = Date.now();
		expect((await bench.send(text(TO))).status).toBe(200);
		expect(Date.now() - before).toBeGreaterThanOrEqual(115);
	});

	test('garbage: 200 that cannot be read, and the message is out', async () => {
		await fault({ kind: 'garbage' });
		const answer = await bench.send(text(TO));
		expect(answer.status).toBe(200);
		expect(typeof answer.body).toBe('string');
		expect(answer.headers.get('content-type')).toContain('application/json');
		expect(await sentTo()).toBe(1);
	});

	test('partial: the named positions fail, the others go out', async () => {
		await fault({ kind: 'partial', positions: [1], code: 131000 });
		const { status, body } = await bench.send(text(TO), text('919811111112'), text('919811111113'));
		expect(status).toBe(206);
		expect(Object.keys(body.data.success)).toEqual(['0', '2']);
		expect(body.data.fail[1].errorData.error.code).toBe(131000);
		expect(await sentTo('919811111112')).toBe(0);
	});

	test('hold for `times` calls, after leaving `after` alone', async () => {
		await fault({ kind: 'status', status: 500 }, { after: 1, times: 2 });
		const statuses = [];
		for (let index = 0; index < 4; index += 1) statuses.push((await bench.send(text(TO))).status);
		expect(statuses).toEqual([200, 500, 500, 200]);
	});

	test('without `times` hold until they are called off', async () => {
		await fault({ kind: 'status', status: 500 });
		expect((await bench.send(text(TO))).status).toBe(500);
		expect((await bench.send(text(TO))).status).toBe(500);
		await bench.control('DELETE', '/faults');
		expect((await bench.send(text(TO))).status).toBe(200);
	});

	test.each<[object, boolean]>([
		[{ path: '/v1/clients' }, true],
		[{ path: '/v1/clients/*' }, true],
		[{ path: '*attributes' }, false],
		[{ path: '/v1/templates' }, false],
		[{ path: undefined, method: 'get' }, true],
		[{ path: undefined, method: 'POST' }, false],
		[{ path: undefined, provider: 'heltar' }, true],
		[{ path: '/heltar/v1/clients' }, true],
	])('%j matches GET /v1/clients/…: %s', async (where, matches) => {
		await fault({ kind: 'status', status: 418 }, where);
		expect((await bench.heltar('GET', '/v1/clients/919800000101')).status).toBe(matches ? 418 : 200);
	});

	test('through `handle` a broken connection is a rejected promise', async () => {
		const sandbox = createSandbox();
		const call = async (path: string, body: object) =>
			await sandbox.handle(
				new Request(`http://127.0.0.1${path}`, {
					method: 'POST',
					headers: { authorization: 'Bearer hk_live_sandbox' },
					body: JSON.stringify(body),
				}),
			);
		await call('/_sandbox/faults', { fault: { kind: 'resetAfter' } });
		await expect(call('/heltar/v1/messages/send', { messages: [text(TO)] })).rejects.toThrow('resetAfter');
		sandbox.close();
	});
});

describe('limits', () => {
	const clock = useStoppedClock();
	const numbers = (count: number) =>
		Array.from({ length: count }, (_, index) => text(`91981111${2000 + index}`));

	test('messages per second: the rest of a bulk call fails with 130429, the next call as a whole with 429', async () => {
		await bench.settings({ limits: { messagesPerSecond: 2 } });
		const first = await bench.send(...numbers(8));
		expect(first.status).toBe(206);
		expect(Object.keys(first.body.data.success)).toHaveLength(2);
		expect(Object.values(first.body.data.fail)).toHaveLength(6);
		expect(first.body.data.fail[7].errorData.error.code).toBe(130429);
		const second = await bench.send(text(TO));
		expect(second.status).toBe(429);
		expect(Number(second.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
		clock.pass(1000);
		expect((await bench.send(text(TO))).status).toBe(200);
	});

	test('seconds between two messages to one customer: 131056 on the second', async () => {
		await bench.settings({ limits: { perPairSeconds: 0.3 } });
		const { body } = await bench.send(text(TO), text(TO), text('919811111112'));
		expect(Object.keys(body.data.success)).toEqual(['0', '2']);
		expect(body.data.fail[1].errorData.error.code).toBe(131056);
		clock.pass(299);
		expect((await bench.send(text(TO))).status).toBe(400);
		clock.pass(2);
		expect((await bench.send(text(TO))).status).toBe(200);
	});

	test('calls at once: one too many is told to wait', async () => {
		await bench.settings({ limits: { connections: 2 } });
		const end = await underWay(2);
		const { status, headers } = await bench.heltar('GET', '/v1/templates');
		expect([status, headers.get('retry-after')]).toEqual([429, '1']);
		await end();
		expect((await bench.heltar('GET', '/v1/templates')).status).toBe(200);
	});
});

/** Calls that are not answered until they are ended. */
async function underWay(count: number): Promise<() => Promise<void>> {
	await fault({ kind: 'timeout' }, { path: '/v1/templates', times: count });
	const giveUp = new AbortController();
	const calls = Array.from({ length: count }, async () => {
		const headers = { authorization: `Bearer ${KEY}` };
		return await broken(
			fetch(`${bench.running.url}/heltar/v1/templates`, { headers, signal: giveUp.signal }),
		);
	});
	const inFlight = async () => (await bench.control('GET', '/connections')).body.heltar.inFlight as number;
	await until(inFlight, (found) => found === count);
	return async () => {
		giveUp.abort();
		await Promise.all(calls);
		await until(inFlight, (found) => found === 0);
	};
}

describe('connections', () => {
	test('are counted for the benchmarks, calls at once beside them', async () => {
		await bench.control('DELETE', '/connections');
		const end = await underWay(3);
		await end();
		const { heltar } = (await bench.control('GET', '/connections')).body;
		expect(heltar).toMatchObject({ calls: 3, peakInFlight: 3, inFlight: 0 });
		expect(heltar.peak).toBeGreaterThanOrEqual(3);
		await bench.control('DELETE', '/connections');
		expect((await bench.control('GET', '/connections')).body.heltar).toMatchObject({ calls: 0, opened: 0 });
	});
});
