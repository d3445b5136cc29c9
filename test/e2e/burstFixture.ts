import type { Execution, Workflow } from '../../demo/n8nApi';
import { eventually } from '../waiting';
import type { Said } from './deliverer';
import { Deliverer } from './deliverer';
import { endedExecutions } from './executions';
import type { OwnN8n } from './ownN8n';
import { itemsOf, TriggerFixture } from './triggerFixture';

/** How many messages each person writes. */
export const MESSAGES = 3;
/** WhatsApp tells the time of a message in whole seconds. */
export const APART_MS = 1_000;
const SECONDS = 4;
/** Fewer than wait at the same time at most, in the six seconds each does. */
const MOST_PEOPLE_A_SECOND = 7;
const ENDED_WITHIN_MS = 60_000;

interface Burst {
	text: string;
	messages: Array<{ id: string; from: string }>;
}
const burstsOf = (executions: Execution[]) => executions.flatMap(itemsOf) as unknown as Burst[];
const idsOf = (executions: Execution[]) =>
	burstsOf(executions).flatMap(({ messages }) => messages.map(({ id }) => id));

/** What each of so many people wrote, as their execution should get it. */
export const expectedTexts = (people: number): string[] =>
	Array.from({ length: people }, (_, at) => `${at}: 0\n${at}: 1\n${at}: 2`).sort();

/**
 * A published trigger that waits for more messages, and people who write to it: as many a second as this n8n takes in on
 * this machine. What would be measured otherwise is how n8n queues deliveries.
 */
export class BurstFixture {
	private constructor(
		private readonly trigger: TriggerFixture,
		private readonly workflow: Workflow,
		readonly deliverer: Deliverer,
		/** Messages a second. */
		readonly intake: number,
	) {}

	static async open(ownN8n: OwnN8n): Promise<BurstFixture> {
		const trigger = await TriggerFixture.open('heltar', await ownN8n.withFurtherSandbox());
		const workflow = await trigger.workflow({ options: { collectSeconds: SECONDS } });
		await trigger.fixture.api.activate(workflow);
		const [webhook] = await trigger.fixture.control.registrations();
		// n8n takes longer over the first delivery of a published workflow.
		const first = new Deliverer(webhook);
		await first.deliver({ from: '447700900000', id: 'wamid.first', text: 'Hi', at: 0 });
		// A message costs n8n more than such a delivery, and other files may share the machine.
		const intake = 0.3 * (await first.intake());
		first.close();
		return new BurstFixture(trigger, workflow, new Deliverer(webhook), intake);
	}

	async close(): Promise<void> {
		this.deliverer.close();
		await this.trigger.fixture.api.deactivate(this.workflow);
	}

	get peopleASecond(): number {
		return Math.min(MOST_PEOPLE_A_SECOND, this.intake / MESSAGES);
	}

	/** What everybody says: three messages each, one person after the other. */
	conversations(people: number, pace = this.peopleASecond): Said[] {
		return Array.from({ length: people * MESSAGES }, (_, at) => {
			const [person, message] = [Math.floor(at / MESSAGES), at % MESSAGES];
			return {
				from: `4477009${10_000 + person}`,
				id: `wamid.${person}.${message}`,
				text: `${person}: ${message}`,
				at: (person * 1000) / pace + message * APART_MS,
			};
		});
	}

	/** All executions but that of the first delivery, once all have ended. */
	async executions(): Promise<Execution[]> {
		const { api } = this.trigger.fixture;
		const count = async (status?: string) => await api.countExecutions(this.workflow.id, status);
		await eventually(
			async () => (await count('running')) + (await count('new')) === 0,
			'an end',
			ENDED_WITHIN_MS,
		);
		const all = await endedExecutions(api, this.workflow, await count());
		const isFirst = (execution: Execution) =>
			execution.status === 'success' && idsOf([execution]).includes('wamid.first');
		return all.filter((execution) => !isFirst(execution));
	}

	/** The texts the executions got, one a burst. */
	async texts(): Promise<string[]> {
		return burstsOf(await this.executions()).map(({ text }) => text);
	}

	/** Each message in one execution that succeeded. What n8n was running when it died it shows as crashed, without its data. */
	async expectOnce(said: Said[]): Promise<void> {
		const ended = await this.executions();
		const succeeded = idsOf(ended.filter(({ status }) => status === 'success'));
		expect(new Set(succeeded).size).toBe(succeeded.length);
		const missing = said.filter(({ id }) => !succeeded.includes(id));
		const others = ended.filter(({ status }) => status !== 'success');
		expect(others.map(({ status }) => status).filter((status) => status !== 'crashed')).toEqual([]);
		expect(missing.length).toBeLessThanOrEqual(MESSAGES * others.length);
	}
}
