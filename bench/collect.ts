import { setTimeout as sleep } from 'node:timers/promises';
import { burstsOf, deliver, eventsOf, take } from './deliveries.ts';
import type { Side } from './deliveries.ts';
import type { BenchEnvironment } from './environment.ts';
import { heldBy, MemoryWatch } from './memory.ts';
import type { Figure } from './report.ts';
import { figure, median } from './report.ts';
import type { BenchSandbox } from './sandbox.ts';
import { close, openSides } from './trigger.ts';

const PEOPLE = 300;
const EACH = 3;
/** Fewer than wait at the same time at most, and each of them writes three. */
const AT_ONCE = 120;
/** As many people, and as many messages of each, as wait at the same time at most, together. */
const WAITING_PEOPLE = 50;
const WAITING_EACH = 20;
const LOOKS = 20;
/** Until n8n has let go of what it was busy with, and until it has taken a thousand deliveries in. */
const SETTLED_MS = 15_000;
const TAKEN_IN_MS = 5_000;

/**
 * Wait for More Messages: what 300 people say in three messages each through our trigger, and through n8n's Webhook node,
 * which starts an execution for each. Then what a thousand deliveries that wait cost n8n, and another trigger.
 */
export async function collecting(sandbox: BenchSandbox, environment: BenchEnvironment): Promise<Figure[]> {
	const { api } = environment;
	const sides = await openSides(sandbox, environment, true, { collectSeconds: 1 });
	const executions = async ({ workflow }: Side) => await api.countExecutions(workflow.id);
	const rate = async (side: Side, starts: number) => {
		await take(executions, side, burstsOf(10, EACH), starts / 30);
		side.spent = 0;
		const before = side.executions;
		await take(executions, side, burstsOf(PEOPLE, EACH), starts, { atOnce: AT_ONCE });
		return { rate: (PEOPLE * EACH * 1000) / side.spent, executions: side.executions - before };
	};
	const ours = await rate(sides.ours, PEOPLE);
	const theirs = await rate(sides.theirs, PEOPLE * EACH);
	await close(api, sides);
	return [
		figure('trigger.collect', ours.rate, 'events/s', theirs.rate),
		figure('trigger.collect.executions', ours.executions, 'executions', theirs.executions),
		...(MemoryWatch.isPossible ? await waiting(sandbox, environment) : []),
	];
}

/** What n8n holds more in memory while a thousand deliveries wait, and how long another trigger's message takes meanwhile. */
async function waiting(sandbox: BenchSandbox, environment: BenchEnvironment): Promise<Figure[]> {
	const other = await openSides(sandbox, environment, true);
	const sides = await openSides(sandbox, environment, true, { collectSeconds: 7 });
	const answer = async () => {
		const times: number[] = [];
		for (const event of eventsOf(LOOKS, false)) {
			const start = performance.now();
			await deliver(other.ours, event);
			times.push(performance.now() - start);
		}
		return median(times);
	};
	// Once for n8n to get used to it: what it keeps of the first time is not what waiting costs.
	await Promise.all(events().map(async (event) => await deliver(sides.ours, event)));
	await answer();
	await sleep(SETTLED_MS);
	const before = { held: await heldBy(environment.process), ms: await answer() };
	let answered = 0;
	const delivered = Promise.all(
		events().map(async (event) => {
			await deliver(sides.ours, event);
			answered += 1;
		}),
	);
	await sleep(TAKEN_IN_MS);
	const held = await heldBy(environment.process);
	if (answered > 0) throw new Error(`${answered} deliveries did not wait`);
	const meanwhile = { held, ms: await answer() };
	await delivered;
	for (const all of [sides, other]) await close(environment.api, all);
	return [
		figure('trigger.collect.memory', Math.max(0, meanwhile.held - before.held), 'MB'),
		figure('trigger.collect.beside', meanwhile.ms, 'ms', before.ms),
	];
}

const events = () => burstsOf(WAITING_PEOPLE, WAITING_EACH);
