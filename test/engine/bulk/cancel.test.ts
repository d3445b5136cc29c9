import type { INodeExecutionData } from 'n8n-workflow';
import { setTimeout as sleep } from 'node:timers/promises';

import { expectTruth, itemsFor, openBulk } from './scene';
import type { Outcomes } from './scene';
import { Heltar } from '../../../nodes/Heltar/Heltar.node';
import { until } from '../../waiting';
import { contextOf } from '../harness';

const COUNT = 6;
type Failure = Error & { description?: string; context: { data: { outcomes: Outcomes } } };

let bulk: Awaited<ReturnType<typeof openBulk>>;
beforeAll(async () => {
	bulk = await openBulk('heltar');
});
afterAll(async () => await bulk.close());
beforeEach(async () => await bulk.reset());

/**
 * Sends in calls of two and cancels once the sandbox has the second call in this state; gives the error n8n is told.
 * `null` is a call that is being served.
 */
async function cancelled(second: number | null, node = {}): Promise<Failure> {
	const cancel = new AbortController();
	const items = itemsFor(COUNT).map((json): INodeExecutionData => ({ json }));
	const context = contextOf({
		type: 'heltar',
		parameters: {
			resource: 'message',
			operation: 'sendText',
			clientWaNumber: '={{ $json.to }}',
			message: '={{ $json.text }}',
			options: { batchSize: 2 },
		},
		credentials: { heltarApi: { apiKey: 'hk_live_sandbox', baseUrl: bulk.baseUrl } },
		items,
		node,
		signal: cancel.signal,
	});
	const run = new Heltar().execute.call(context).then(
		() => {
			throw new Error('The run went through');
		},
		(error: Failure) => error,
	);
	await until(bulk.everyRequest, ([, call]) => call?.status === second, 10_000);
	// An answer needs a moment to be read.
	await sleep(200);
	cancel.abort();
	return await run;
}

test.each([
	['', {}],
	[', with continue on fail, too', { onError: 'continueRegularOutput' }],
])('the call in flight is broken off, and its items are unknown, later ones untouched%s', async (_, node) => {
	await bulk.failWith({ kind: 'timeout' }, { after: 1, times: 1 });
	const started = Date.now();
	const error = await cancelled(null, node);
	expect(Date.now() - started).toBeLessThan(5000);
	// n8n marks the execution as cancelled by this word.
	expect(error.message).toContain('canceled');
	expect(error.description).toContain('2 sent (0–1), 0 failed, 2 unknown (2–3), 2 untouched (4–5)');
	const { outcomes } = error.context.data;
	expect(outcomes).toEqual({ sent: [0, 1], failed: [], unknown: [2, 3], untouched: [4, 5] });
	expectTruth(outcomes, await bulk.received(COUNT));
	expect(await bulk.requests()).toHaveLength(2);
});

test('a wait ends at once, and what waited is untouched', async () => {
	await bulk.failWith({ kind: 'status', status: 429, headers: { 'retry-after': '8' } }, { after: 1 });
	const started = Date.now();
	const error = await cancelled(429);
	expect(Date.now() - started).toBeLessThan(6000);
	expect(error.context.data.outcomes).toEqual({
		sent: [0, 1],
		failed: [],
		unknown: [],
		untouched: [2, 3, 4, 5],
	});
	expectTruth(error.context.data.outcomes, await bulk.received(COUNT));
});
