import type { INodeExecutionData } from 'n8n-workflow';

import { expectTruth, itemsFor, openBulk } from './fixture';
import type { Outcomes } from './fixture';
import { Heltar } from '../../../nodes/Heltar/Heltar.node';
import { until } from '../../waiting';
import { contextOf } from '../harness';
import { useStoppedClock } from '../../jumpingClock';

useStoppedClock();

const COUNT = 6;
type Failure = Error & { description?: string; context: { data: { outcomes: Outcomes } } };

let bulk: Awaited<ReturnType<typeof openBulk>>;
beforeAll(async () => {
	bulk = await openBulk('heltar');
});
afterAll(async () => await bulk.close());
beforeEach(async () => await bulk.reset());

/** Sends in calls of two and cancels once the time has come; gives the error n8n is told. */
async function cancelled(isTime: (told: unknown[]) => Promise<boolean>, node = {}): Promise<Failure> {
	const cancel = new AbortController();
	const told: unknown[] = [];
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
		told,
	});
	const run = new Heltar().execute.call(context).then(
		() => {
			throw new Error('The run went through');
		},
		(error: Failure) => error,
	);
	await until(async () => await isTime(told), Boolean, 15_000);
	cancel.abort();
	return await run;
}

test.each([
	['', {}],
	[', with continue on fail, too', { onError: 'continueRegularOutput' }],
])('the call in flight is broken off, and its items are unknown, later ones untouched%s', async (_, node) => {
	// It would never be answered.
	await bulk.failWith({ kind: 'timeout' }, { after: 1, times: 1 });
	const isServed = async () => (await bulk.everyRequest())[1]?.status === null;
	const error = await cancelled(isServed, node);
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
	const error = await cancelled(async (told) => /the rest waits 8 s/.test(told.join()));
	expect(error.context.data.outcomes).toEqual({
		sent: [0, 1],
		failed: [],
		unknown: [],
		untouched: [2, 3, 4, 5],
	});
	expectTruth(error.context.data.outcomes, await bulk.received(COUNT));
});
