import { Cancelled } from '../../core/http/errors';
import { read } from '../../core/http/exchange';
import { endpoints } from '../../nodes/Heltar/endpoints';
import { heltar } from '../../nodes/Heltar/http';
import { useStoppedClock } from '../jumpingClock';
import { until } from '../waiting';
import { contextOf } from './harness';
import { startProvider } from './provider';

const clock = useStoppedClock();

/* What waits until its call may be repeated: after a 429 like the whole run, after a 500 by itself. */
const ANSWERS = [
	{ status: 429, headers: { 'retry-after': '30' } },
	{ status: 500, headers: { 'retry-after': '30' } },
];

describe.each(ANSWERS)('a call that was answered $status and waits to be repeated', (answer) => {
	let provider: Awaited<ReturnType<typeof startProvider>>;
	beforeAll(async () => {
		provider = await startProvider(() => ({ ...answer, body: { errorMessage: 'Not now' } }));
	});

	/** How such a call ended that was ended by the signal of the call, or by that of the execution. */
	async function endedBy(which: 'call' | 'execution'): Promise<unknown> {
		const ending = { call: new AbortController(), execution: new AbortController() };
		const context = contextOf({
			type: 'heltar',
			parameters: {},
			credentials: { heltarApi: { apiKey: 'key', baseUrl: provider.url } },
			items: [{ json: {} }],
			signal: ending.execution.signal,
		});
		const spec = { endpoint: endpoints.getMessage, signal: ending.call.signal };
		const end = read(context, heltar, spec).catch((error: unknown) => error);
		await until(async () => clock.waiting() > 0, Boolean, 15_000);
		ending[which].abort();
		return await end;
	}

	test.each([
		['call', 'The time for the call was up'],
		['execution', 'The execution was canceled'],
	] as const)('ends with its %s', async (which, message) => {
		const error = await endedBy(which);
		expect(error).toBeInstanceOf(Cancelled);
		expect(error).toMatchObject({ message });
		expect(provider.calls()).toHaveLength(1);
		// What is left of n8n's sleep, which nothing can end.
		clock.pass(1000);
		expect(clock.waiting()).toBe(0);
		expect(provider.calls()).toEqual([]);
	});
});
