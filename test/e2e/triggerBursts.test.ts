import { setTimeout as sleep } from 'node:timers/promises';
import { LAZY_EXPRESSIONS } from '../../demo/environment';
import type { Execution, Workflow } from '../../demo/n8nApi';
import { eventually } from '../waiting';
import type { Said } from './deliverer';
import { Deliverer, TIMEOUT_MS } from './deliverer';
import { endedExecutions } from './executions';
import { useOwnN8n } from './ownN8n';
import { itemsOf, TriggerFixture } from './triggerFixture';

/*
 * Wait for More Messages under load. Deliveries come no faster than n8n takes them in: what would be measured otherwise is
 * how n8n queues them. `BURST_PEOPLE=300` is the full run, with every case in both kinds of n8n. It needs a machine that does
 * nothing else: n8n by default takes in a few deliveries a second on two cores.
 */

const ALL_PEOPLE = Number(process.env.BURST_PEOPLE);
const isFullRun = process.env.BURST_PEOPLE !== undefined;
const MESSAGES = 3;
/** WhatsApp tells the time of a message in whole seconds. */
const APART_MS = 1_000;
const SECONDS = 4;
/** Fewer than wait at the same time at most, in the six seconds each does. */
const MOST_PEOPLE_A_SECOND = 7;
const ANSWERED_WITHIN_MS = 9_000;
/** The longest that a message waits for others of its person. */
const LONGEST_MS = 7_000;
const MINUTES = 60_000;
/** In a full run n8n by default is at a test for six. */
const FULL_RUN_MS = 15 * MINUTES;

interface Burst {
	text: string;
	messages: Array<{ id: string; from: string }>;
}
const burstsOf = (executions: Execution[]) => executions.flatMap(itemsOf) as unknown as Burst[];
const idsOf = (executions: Execution[]) =>
	burstsOf(executions).flatMap(({ messages }) => messages.map(({ id }) => id));

describe.each<[string, Record<string, string>, number]>([
	['as n8n is by default', {}, 4],
	['with the setting docs/triggers.md recommends', LAZY_EXPRESSIONS, 12],
])('bursts, in an n8n %s', (_, settings, usually) => {
	const everybody = isFullRun ? ALL_PEOPLE : usually;
	const ownN8n = useOwnN8n(settings);
	let trigger: TriggerFixture;
	let workflow: Workflow;
	let deliverer: Deliverer;
	let intake: number;
	let peopleASecond: number;
	let run = 0;
	beforeAll(async () => {
		trigger = await TriggerFixture.open('heltar', ownN8n.address());
	});
	beforeEach(async () => {
		run += 1;
		workflow = await trigger.workflow({ options: { collectSeconds: SECONDS } });
		await trigger.fixture.api.activate(workflow);
		const [webhook] = await trigger.fixture.control.registrations();
		// n8n takes longer over the first delivery of a published workflow.
		const first = new Deliverer(webhook);
		await first.deliver({ from: '447700900000', id: `wamid.first.${run}`, text: 'Hi', at: 0 });
		// A message costs n8n more than such a delivery, and other files may share the machine.
		intake = 0.3 * (await first.intake());
		peopleASecond = Math.min(MOST_PEOPLE_A_SECOND, intake / MESSAGES);
		first.close();
		deliverer = new Deliverer(webhook);
	});
	afterEach(async () => {
		deliverer.close();
		await trigger.fixture.api.deactivate(workflow);
	});

	/** What everybody says: three messages each, one person after the other. */
	const conversations = ({ people = everybody, pace = peopleASecond } = {}): Said[] =>
		Array.from({ length: people * MESSAGES }, (_, at) => {
			const [person, message] = [Math.floor(at / MESSAGES), at % MESSAGES];
			return {
				from: `4477009${10_000 + person}`,
				id: `wamid.${run}.${person}.${message}`,
				text: `${person}: ${message}`,
				at: (person * 1000) / pace + message * APART_MS,
			};
		});

	/** All executions but that of the first delivery, once all have ended. */
	async function executions(): Promise<Execution[]> {
		const { api } = trigger.fixture;
		const count = async (status?: string) => await api.countExecutions(workflow.id, status);
		await eventually(async () => (await count('running')) + (await count('new')) === 0, 'an end', MINUTES);
		const all = await endedExecutions(api, workflow, await api.countExecutions(workflow.id));
		const isFirst = (execution: Execution) =>
			execution.status === 'success' && idsOf([execution]).includes(`wamid.first.${run}`);
		return all.filter((execution) => !isFirst(execution));
	}

	/** Each message in one execution that succeeded. What n8n was running when it died it shows as crashed, without its data. */
	function expectOnce(said: Said[], ended: Execution[]): void {
		const succeeded = idsOf(ended.filter(({ status }) => status === 'success'));
		expect(new Set(succeeded).size).toBe(succeeded.length);
		const missing = said.filter(({ id }) => !succeeded.includes(id));
		const others = ended.filter(({ status }) => status !== 'success');
		expect(others.map(({ status }) => status).filter((status) => status !== 'crashed')).toEqual([]);
		expect(missing.length).toBeLessThanOrEqual(MESSAGES * others.length);
	}

	function expectAnswered(): void {
		expect([...new Set(deliverer.attempts.map(({ status }) => status))]).toEqual([200]);
		// That each was answered within the ten seconds a provider waits, its status says already.
		if (!isFullRun) return;
		expect(Math.max(...deliverer.attempts.map(({ ms }) => ms))).toBeLessThan(ANSWERED_WITHIN_MS);
	}

	it(
		`${everybody} people who write three messages each start an execution each`,
		async () => {
			await Promise.all(conversations().map(async (said) => await deliverer.deliver(said)));
			expectAnswered();
			const texts = burstsOf(await executions()).map(({ text }) => text);
			const expected = Array.from({ length: everybody }, (_, at) => `${at}: 0\n${at}: 1\n${at}: 2`);
			expect(texts.sort()).toEqual(expected.sort());
		},
		FULL_RUN_MS,
	);

	it(
		'the same when deliveries come twice and in another order',
		async () => {
			// Twice as many deliveries, so half the people.
			const said = conversations({ pace: peopleASecond / 2 });
			// Each person's messages change places; whatever comes first, the burst is still open when the last one comes.
			const shuffled = said.map((one, at) => {
				const [first, turn] = [at - (at % MESSAGES), Math.floor(at / MESSAGES)];
				return [one, said[first + ((at + 1 + (turn % 2)) % MESSAGES)].at] as const;
			});
			await Promise.all(
				shuffled.flatMap(([one, at]) => [
					deliverer.deliver(one, at),
					deliverer.deliver(one, at + 200 + Math.random() * 300),
				]),
			);
			expect(deliverer.attempts).toHaveLength(2 * said.length);
			expectAnswered();
			const texts = burstsOf(await executions()).map(({ text }) => text);
			const expected = Array.from({ length: everybody }, (_, at) => `${at}: 0\n${at}: 1\n${at}: 2`);
			expect(texts.sort()).toEqual(expected.sort());
		},
		FULL_RUN_MS,
	);

	if (settings !== LAZY_EXPRESSIONS && !isFullRun) return;

	it(
		'n8n killed in the middle: no message is lost, and none ran twice',
		async () => {
			const said = conversations();
			const delivered = Promise.all(said.map(async (one) => await deliverer.deliver(one)));
			await sleep((everybody * 1000) / peopleASecond / 2);
			await ownN8n.kill();
			await delivered;
			expect(deliverer.attempts.some(({ status }) => status === null)).toBe(true);
			expectOnce(said, await executions());
		},
		FULL_RUN_MS,
	);

	it(
		'five messages a second of one person for longer than a burst: bursts end, and none is lost',
		async () => {
			const everyMs = 1000 / Math.min(5, intake);
			const said = Array.from({ length: Math.floor((isFullRun ? 30_000 : 16_000) / everyMs) }, (_, at) => ({
				from: '447700900001',
				id: `wamid.${run}.${at}`,
				text: String(at),
				at: at * everyMs,
			}));
			await Promise.all(said.map(async (one) => await deliverer.deliver(one)));
			expectAnswered();
			const bursts = burstsOf(await executions()).map(({ text }) => text.split('\n').map(Number));
			expect(bursts.flat().sort((a, b) => a - b)).toEqual(said.map((_, at) => at));
			expect(bursts.length).toBeGreaterThan(1);
			// The first message of a burst waits longest, and no longer than its provider does.
			const startOf = (at: number) => deliverer.attempts.find(({ id }) => id === said[at].id)!.start;
			for (const burst of bursts) {
				const starts = burst.map(startOf);
				expect(Math.max(...starts) - Math.min(...starts)).toBeLessThan(TIMEOUT_MS);
			}
		},
		FULL_RUN_MS,
	);

	it(
		'n8n stopped in the middle: what waits is acknowledged with its execution, or delivered again',
		async () => {
			const said = conversations({ people: 15 });
			const delivered = Promise.all(said.map(async (one) => await deliverer.deliver(one)));
			await sleep((15 * 1000) / peopleASecond / 2 + APART_MS);
			const stopped = performance.now();
			await ownN8n.restart();
			await delivered;
			const waiting = deliverer.attempts.filter(({ start, ms }) => start < stopped && start + ms > stopped);
			// Acknowledged, cut off or refused by an n8n that ends: nobody waits as long as they would have.
			expect(waiting.length).toBeGreaterThan(0);
			for (const { status, start, ms } of waiting) {
				if (status !== null && status !== 200) expect(status).toBeGreaterThanOrEqual(500);
				expect(start + ms - stopped).toBeLessThan(LONGEST_MS);
			}
			expectOnce(said, await executions());
		},
		FULL_RUN_MS,
	);
});
