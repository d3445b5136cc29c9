import { readFile } from 'node:fs/promises';
import type { QueueEnvironment, QueueProcess } from '../../demo/queue/environment';
import { exampleWorkflow } from '../../demo/environment';
import type { InboundResult } from '../../demo/sandboxControl';
import type { EnvironmentAddress, Workflow } from '../e2e/environment';
import { withFurtherSandbox } from '../e2e/environment';
import { endedExecutions } from '../e2e/executions';
import { liveNames } from '../e2e/liveProviders';
import { MemoryFixture } from '../e2e/memoryFixture';
import type { Offer } from '../e2e/questionFixture';
import { LATE, QuestionFixture } from '../e2e/questionFixture';
import { answeredWith } from '../e2e/triggerFixture';
import { eventually } from '../waiting';
import { Customer } from './customer';
import { addressOf, openTrigger, ROOT, STARTED_WITHIN_MS, WAIT_LIMIT_MS } from './queueFixture';

/**
 * What holds when every process of n8n has been taken away and started anew, and what one worker began goes on in the
 * other. All of it is prepared before one and the same restart, which takes longer than all the rest.
 */
export function restartTests(started: () => QueueEnvironment): void {
	describe('when all processes were started anew, and another worker goes on', () => {
		let environment: QueueEnvironment;
		const questions = questionsAsked();
		const memory = rememberedConversation();
		let whileMainWasDown: { deliveries: InboundResult['deliveries']; answer: string };
		beforeAll(async () => {
			environment = started();
			const { main, webhooks, workers } = environment;
			const [first, second] = workers;
			await second.kill();
			const address = addressOf(environment);
			await questions.ask(address);
			await memory.begin(await withFurtherSandbox(address), first);
			const customer = await customerOfAnExample(await withFurtherSandbox(address));
			await main.kill();
			const { deliveries } = await customer.says('Anybody there?');
			whileMainWasDown = { deliveries, answer: await customer.answer() };

			await Promise.all([...webhooks, first].map(async (one) => await one.kill()));
			await main.start();
			await Promise.all([...webhooks, second].map(async (one) => await one.start()));
		}, STARTED_WITHIN_MS);
		afterAll(async () => {
			await questions.close();
			await memory.close();
		}, STARTED_WITHIN_MS);

		it('a customer had been answered while main was down', () => {
			expect(answeredWith(whileMainWasDown.deliveries)).toEqual([200]);
			expect(whileMainWasDown.answer).toMatch(/Anybody there\?/);
		});

		it('a question gets the tap that answers it, over every provider, whichever process takes it in, and once', async () => {
			for (const name of liveNames) await questions.expectOneAnswer(name);
		});

		it('an agent remembers the conversation', async () =>
			await memory.expectRemembered(environment.workers[1]));
	});

	/** Answers whoever writes to it. */
	async function customerOfAnExample({ sandboxUrl }: EnvironmentAddress): Promise<Customer> {
		const { fixture } = await openTrigger({ ...started(), sandboxUrl }, 'heltar');
		const { api, control, provider, credential } = fixture;
		await api.activate(await api.createWorkflow(await exampleWorkflow(ROOT, provider, credential)));
		return new Customer(control, '447700900399');
	}
}

/** Two questions over every provider that wait for a tap. */
function questionsAsked() {
	interface Asked {
		questions: QuestionFixture;
		listening: Workflow[];
		asking: Workflow;
		offers: Offer[];
	}
	const asked = new Map<string, Asked>();

	async function askOver(name: string, address: EnvironmentAddress): Promise<Asked> {
		const questions = await QuestionFixture.open(name, address);
		const listening = [await questions.listen()];
		if (name === 'heltar') listening.push(await questions.listen());
		const asking = await questions.asking({ options: { confirmation: 'Noted.' } });
		for (const amount of ['1.00', '2.00']) await questions.ask(asking, questions.customer, amount);
		await questions.waiting(asking, 2);
		const { offers } = await questions.question('Refund 2.00?');
		return { questions, listening, asking, offers };
	}

	return {
		async ask(address: EnvironmentAddress) {
			for (const name of liveNames) asked.set(name, await askOver(name, address));
		},

		async expectOneAnswer(name: string) {
			const { questions, listening, asking, offers } = asked.get(name)!;
			await questions.tap({ ...offers[1], id: offers[1].id.replace('.d.', '.a.') });
			expect(await questions.countWaiting(asking)).toBe(2);
			await questions.tap(offers[0]);
			expect(await questions.answers(asking)).toMatchObject([{ approved: true, from: questions.customer }]);
			await questions.tap(offers[1]);

			expect(await questions.countWaiting(asking)).toBe(1);
			const heard = async (words: string) =>
				(await questions.heard()).filter(({ text }) => text === words).length;
			// The forged tap, and the second one.
			await eventually(async () => (await heard(LATE)) >= 2, 'both to be answered', WAIT_LIMIT_MS);
			expect([await heard('Noted.'), await heard(LATE)]).toEqual([1, 2]);
			for (const { id } of listening) expect(await questions.fixture.api.countExecutions(id)).toBe(0);
		},

		async close() {
			for (const { questions } of asked.values()) await questions.close();
		},
	};
}

/** A customer's conversation with an agent, each of whose executions runs in the worker it is expected in. */
function rememberedConversation() {
	const CUSTOMER = '919800990841';
	let memory: MemoryFixture | undefined;
	let asked = 0;

	/** How many executions a worker has begun. */
	const begun = async ({ logFile }: QueueProcess) =>
		(await readFile(logFile, 'utf8')).split('Worker started execution').length - 1;

	/** Asked while no other worker runs. */
	async function askedIn(worker: QueueProcess, question: string, answer: string) {
		const { agent, workflow } = memory!;
		const before = await begun(worker);
		const conversation = await memory!.modelIsAsked(question, answer);
		// Whoever is killed next has nothing under way.
		const [latest] = await endedExecutions(agent.fixture.api, workflow, ++asked, WAIT_LIMIT_MS);
		expect(latest.status).toBe('success');
		expect(await begun(worker)).toBe(before + 1);
		return conversation;
	}

	return {
		async begin(address: EnvironmentAddress, worker: QueueProcess) {
			memory = await MemoryFixture.open(CUSTOMER, address);
			expect(await askedIn(worker, 'Are you open?', 'Until nine.')).toEqual(['user: Are you open?']);
		},

		async expectRemembered(worker: QueueProcess) {
			await memory!.agent.fixture.control.writeInInbox(CUSTOMER, 'I keep one for you.', 'Priya Nair');
			const offer = await memory!.startCampaign();
			expect(await askedIn(worker, 'What did you just offer me?', 'What the campaign says.')).toEqual([
				'user: Are you open?',
				'assistant: Until nine.',
				'assistant: [Priya Nair] I keep one for you.',
				`assistant: ${offer}`,
				'user: What did you just offer me?',
			]);
		},

		close: async () => await memory?.close(),
	};
}
