import { setTimeout as sleep } from 'node:timers/promises';
import { APART_MS, BurstFixture, expectedTexts, MESSAGES } from './burstFixture';
import type { Said } from './deliverer';
import { TIMEOUT_MS } from './deliverer';
import type { OwnN8n } from './ownN8n';

/*
 * Wait for More Messages under load. `BURST_PEOPLE=300` is the full run, with every case in both kinds of n8n. It needs a
 * machine that does nothing else: n8n by default takes in a few deliveries a second on two cores.
 */

const { BURST_PEOPLE } = process.env;
export const isFullRun = BURST_PEOPLE !== undefined;
const ANSWERED_WITHIN_MS = 9_000;
/** The longest that a message waits for others of its person. */
const LONGEST_MS = 7_000;
/** In a full run n8n by default is at a test for six minutes. */
const FULL_RUN_MS = 900_000;

/** @param usually how many people, unless it is the full run */
export function burstTests(ownN8n: OwnN8n, usually: number): void {
	const everybody = Number(BURST_PEOPLE ?? usually);
	const fixtureOfTest = useBursts(ownN8n);

	it(
		`${everybody} people who write three messages each start an execution each`,
		async () => {
			const bursts = fixtureOfTest();
			await bursts.deliverer.deliverAll(bursts.conversations(everybody));
			expectAnswered(bursts);
			expect((await bursts.texts()).sort()).toEqual(expectedTexts(everybody));
		},
		FULL_RUN_MS,
	);

	it(
		'the same when deliveries come twice and in another order',
		async () => {
			const bursts = fixtureOfTest();
			const { deliverer, peopleASecond } = bursts;
			// Twice as many deliveries, so half the people.
			const said = bursts.conversations(everybody, peopleASecond / 2);
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
			expectAnswered(bursts);
			expect((await bursts.texts()).sort()).toEqual(expectedTexts(everybody));
		},
		FULL_RUN_MS,
	);
}

/**
 * How bursts end when n8n is stopped or killed, and when a person does not stop writing. To be called after all else that
 * prepares something before the restart: here nothing may come between.
 */
export function burstEndTests(ownN8n: OwnN8n, usually: number): void {
	const everybody = Number(BURST_PEOPLE ?? usually);

	describe('n8n stopped in the middle', () => {
		const people = 15;
		let bursts: BurstFixture;
		let said: Said[];
		let delivered: Promise<void>;
		let stopped: number;
		ownN8n.beforeRestart(async () => {
			bursts = await BurstFixture.open(ownN8n);
			said = bursts.conversations(people);
			delivered = bursts.deliverer.deliverAll(said);
			await sleep((people * 1000) / bursts.peopleASecond / 2 + APART_MS);
			stopped = performance.now();
		});
		afterAll(async () => await bursts.close());

		it(
			'what waits is acknowledged with its execution, or delivered again',
			async () => {
				await delivered;
				const waiting = bursts.deliverer.attempts.filter(
					({ start, ms }) => start < stopped && start + ms > stopped,
				);
				// Acknowledged, cut off or refused by an n8n that ends: nobody waits as long as they would have.
				expect(waiting.length).toBeGreaterThan(0);
				for (const { status, start, ms } of waiting) {
					if (status !== null && status !== 200) expect(status).toBeGreaterThanOrEqual(500);
					expect(start + ms - stopped).toBeLessThan(LONGEST_MS);
				}
				await bursts.expectOnce(said);
			},
			FULL_RUN_MS,
		);
	});

	const fixtureOfTest = useBursts(ownN8n);

	it(
		'n8n killed in the middle: no message is lost, and none ran twice',
		async () => {
			const bursts = fixtureOfTest();
			const { deliverer, peopleASecond } = bursts;
			const said = bursts.conversations(everybody);
			const delivered = deliverer.deliverAll(said);
			await sleep((everybody * 1000) / peopleASecond / 2);
			await ownN8n.kill();
			await delivered;
			expect(deliverer.attempts.some(({ status }) => status === null)).toBe(true);
			await bursts.expectOnce(said);
		},
		FULL_RUN_MS,
	);

	it(
		'five messages a second of one person for longer than a burst: bursts end, and none is lost',
		async () => {
			const bursts = fixtureOfTest();
			const { deliverer, intake } = bursts;
			const everyMs = 1000 / Math.min(5, intake);
			const said = Array.from({ length: Math.floor((isFullRun ? 30_000 : 16_000) / everyMs) }, (_, at) => ({
				from: '447700900001',
				id: `wamid.${at}`,
				text: String(at),
				at: at * everyMs,
			}));
			await deliverer.deliverAll(said);
			expectAnswered(bursts);
			const parts = (await bursts.texts()).map((text) => text.split('\n').map(Number));
			expect(parts.flat().sort((a, b) => a - b)).toEqual(said.map((_, at) => at));
			expect(parts.length).toBeGreaterThan(1);
			// The first message of a burst waits longest, and no longer than its provider does.
			const startOf = (at: number) => deliverer.attempts.find(({ id }) => id === said[at].id)!.start;
			for (const part of parts) {
				const starts = part.map(startOf);
				expect(Math.max(...starts) - Math.min(...starts)).toBeLessThan(TIMEOUT_MS);
			}
		},
		FULL_RUN_MS,
	);
}

/** Each of the following tests has a trigger and people of its own. */
function useBursts(ownN8n: OwnN8n): () => BurstFixture {
	let bursts: BurstFixture;
	beforeEach(async () => void (bursts = await BurstFixture.open(ownN8n)));
	afterEach(async () => await bursts.close());
	return () => bursts;
}

function expectAnswered({ deliverer }: BurstFixture): void {
	expect([...new Set(deliverer.attempts.map(({ status }) => status))]).toEqual([200]);
	// That each was answered within the ten seconds a provider waits, its status says already.
	if (!isFullRun) return;
	expect(Math.max(...deliverer.attempts.map(({ ms }) => ms))).toBeLessThan(ANSWERED_WITHIN_MS);
}
