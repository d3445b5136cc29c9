import { setTimeout as sleep } from 'node:timers/promises';
import type { QueueEnvironment } from '../../demo/queue/environment';
import type { Spread } from '../../demo/queue/front';
import type { TriggerFixture } from '../e2e/triggerFixture';
import { itemsOf } from '../e2e/triggerFixture';
import { Customer } from './customer';
import { chain, stepsOf } from './steps';

const SECONDS = 4;
const APART_MS = 1_000;
const TEXTS = ['Hi', 'I have a question', 'about order 1042'];

/** What docs/queue-mode.md says of Wait for More Messages, for each way to spread deliveries over two webhook processes. */
const SPREAD: Record<Spread, { start: string; bursts: string[][] }> = {
	address: { start: 'one execution, if the load balancer spreads them by address', bursts: [TEXTS] },
	turn: {
		start: 'one for each process, if each takes its turn',
		bursts: [[TEXTS[0], TEXTS[2]], [TEXTS[1]]],
	},
};

export function burstTest(
	spread: Spread,
	started: () => QueueEnvironment,
	openTrigger: () => TriggerFixture,
): void {
	const { start, bursts } = SPREAD[spread];
	it(`Wait for More Messages, ${spread}: three messages in a row start ${start}`, async () => {
		const trigger = openTrigger();
		const { api, control } = trigger.fixture;
		started().spreadBy(spread);
		const steps = stepsOf(trigger.fixture);
		const workflow = await api.createWorkflow(chain('Bursts', [steps.trigger({ collectSeconds: SECONDS })]));
		await api.activate(workflow);
		// n8n takes longer over the first delivery of a published workflow, in each of its processes.
		await Promise.all(
			started().webhooks.map(async (_, at) => await new Customer(control, `44770090019${at}`).says('First')),
		);
		const customer = new Customer(control, `44770090020${bursts.length}`);
		const told = [];
		for (const text of TEXTS) {
			told.push(customer.says(text));
			await sleep(APART_MS);
		}
		const answers = (await Promise.all(told)).flatMap(({ deliveries }) => deliveries);
		expect(answers.map(({ status }) => status)).toEqual(TEXTS.map(() => 200));
		const executions = await trigger.executions(workflow, started().webhooks.length + bursts.length);
		await api.deactivate(workflow);
		const texts = executions.flatMap(itemsOf).filter(({ from }) => from === customer.number);
		const collected = texts.map(({ messages }) =>
			(messages as Array<{ text: string }>).map(({ text }) => text),
		);
		expect(collected.sort((a, b) => b.length - a.length)).toEqual(bursts);
	});
}
