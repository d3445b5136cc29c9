import type { QueueEnvironment } from '../../demo/queue/environment';
import type { Workflow } from '../e2e/environment';
import { liveNames } from '../e2e/liveProviders';
import { QuestionFixture } from '../e2e/questionFixture';
import { eventually } from '../waiting';
import { addressOf, WAIT_LIMIT_MS } from './queueFixture';

/** A question may be asked by one process, answered at another and go on in a third. */
export function questionTests(started: () => QueueEnvironment): void {
	describe('a question', () => {
		// One restart for all providers: starting takes longer than all the rest.
		it('gets the tap that answers it, over every provider, whichever process takes it in, and once', async () => {
			const all = [];
			for (const name of liveNames) {
				const questions = await QuestionFixture.open(name, addressOf(started()));
				const listening = [await questions.listen()];
				if (name === 'heltar') listening.push(await questions.listen());
				const asking = await questions.asking({ options: { confirmation: 'Noted.' } });
				for (const amount of ['1.00', '2.00']) await questions.ask(asking, questions.customer, amount);
				await questions.waiting(asking, 2);
				const { offers } = await questions.question('Refund 2.00?');
				all.push({ questions, listening, asking, offers });
			}
			// Between question and answer both the worker that asked and the process that will hear it start anew.
			const environment = started();
			const restarted = [...environment.workers, ...environment.webhooks];
			await Promise.all(restarted.map(async (one) => await one.kill()));
			await environment.startAll();
			for (const { questions, listening, asking, offers } of all) {
				await questions.tap({ ...offers[1], id: offers[1].id.replace('.d.', '.a.') });
				expect(await questions.countWaiting(asking)).toBe(2);
				await questions.tap(offers[0]);
				expect(await questions.answers(asking)).toMatchObject([{ approved: true, from: questions.customer }]);
				await questions.tap(offers[1]);

				expect(await questions.countWaiting(asking)).toBe(1);
				const heard = async (words: RegExp) =>
					(await questions.heard()).filter(({ text }) => words.test(text)).length;
				const LATE = /no longer open/;
				// The forged tap, and the second one.
				await eventually(async () => (await heard(LATE)) >= 2, 'both to be answered', WAIT_LIMIT_MS);
				expect([await heard(/^Noted\.$/), await heard(LATE)]).toEqual([1, 2]);
				for (const { id } of listening) expect(await questions.fixture.api.countExecutions(id)).toBe(0);
				await questions.close();
			}
		});

		// n8n looks for those whose time is over once a minute: one wait for all providers.
		it('goes on in a worker at its time limit, over every provider', async () => {
			const all: Array<{ questions: QuestionFixture; asking: Workflow }> = [];
			for (const name of liveNames) {
				const questions = await QuestionFixture.open(name, addressOf(started()));
				await questions.listen();
				const asking = await questions.asking({ options: { waitHours: 0.001 } });
				await questions.ask(asking);
				all.push({ questions, asking });
			}
			for (const { questions, asking } of all) {
				expect(await questions.answers(asking)).toMatchObject([{ approved: false, timedOut: true }]);
				await questions.close();
			}
		});
	});
}
