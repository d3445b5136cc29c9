import { readFile } from 'node:fs/promises';
import type { QueueEnvironment, QueueProcess } from '../../demo/queue/environment';
import { endedExecutions } from '../e2e/executions';
import { MemoryFixture } from '../e2e/memoryFixture';
import { addressOf, STARTED_WITHIN_MS, WAIT_LIMIT_MS } from './queueFixture';

const CUSTOMER = '919800990841';

/** Takes away all processes, and starts them again. */
export function memoryTests(started: () => QueueEnvironment): void {
	describe('the memory of an agent', () => {
		let environment: QueueEnvironment;
		let memory: MemoryFixture;
		beforeAll(async () => {
			environment = started();
			memory = await MemoryFixture.open(CUSTOMER, addressOf(environment));
		}, STARTED_WITHIN_MS);
		afterAll(async () => await memory?.close(), STARTED_WITHIN_MS);

		/** How many executions a worker has begun. */
		const begun = async ({ logFile }: QueueProcess) =>
			(await readFile(logFile, 'utf8')).split('Worker started execution').length - 1;
		let asked = 0;
		/** Asked while no other worker runs. */
		async function askedIn(worker: QueueProcess, question: string, answer: string) {
			const { agent, workflow } = memory;
			const before = await begun(worker);
			const conversation = await memory.modelIsAsked(question, answer);
			// Whoever is killed next has nothing under way.
			const [latest] = await endedExecutions(agent.fixture.api, workflow, ++asked, WAIT_LIMIT_MS);
			expect(latest.status).toBe('success');
			expect(await begun(worker)).toBe(before + 1);
			return conversation;
		}

		it('is the same in another worker, after everything was started anew', async () => {
			const { main, webhooks, workers } = environment;
			const [first, second] = workers;
			await second.kill();
			expect(await askedIn(first, 'Are you open?', 'Until nine.')).toEqual(['user: Are you open?']);

			await Promise.all([main, ...webhooks, first].map(async (one) => await one.kill()));
			await main.start();
			await Promise.all([...webhooks, second].map(async (one) => await one.start()));
			await memory.agent.fixture.control.writeInInbox(CUSTOMER, 'I keep one for you.', 'Priya Nair');
			const offer = await memory.startCampaign();
			expect(await askedIn(second, 'What did you just offer me?', 'What the campaign says.')).toEqual([
				'user: Are you open?',
				'assistant: Until nine.',
				'assistant: [Priya Nair] I keep one for you.',
				`assistant: ${offer}`,
				'user: What did you just offer me?',
			]);
		});
	});
}
