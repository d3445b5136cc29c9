import type { QueueEnvironment } from '../../demo/queue/environment';
import type { Workflow } from '../e2e/environment';
import { withFurtherSandbox } from '../e2e/environment';
import { liveNames } from '../e2e/liveProviders';
import { QuestionFixture } from '../e2e/questionFixture';
import { addressOf } from './queueFixture';

/**
 * Questions whose time limit passes after a few seconds. n8n looks for such questions once a minute: they are asked before
 * all other tests, and looked at after those that leave every process alone: what comes due while main starts, n8n does not
 * go on with.
 */
export class TimedQuestions {
	readonly #asked: Array<{ questions: QuestionFixture; asking: Workflow }> = [];

	/** One over every provider. */
	async ask(environment: QueueEnvironment): Promise<void> {
		const accounts = await withFurtherSandbox(addressOf(environment));
		for (const name of liveNames) {
			const questions = await QuestionFixture.open(name, accounts);
			await questions.listen();
			const asking = await questions.asking({ options: { waitHours: 0.001 } });
			await questions.ask(asking);
			this.#asked.push({ questions, asking });
		}
	}

	async expectTimedOut(): Promise<void> {
		expect(this.#asked).toHaveLength(liveNames.length);
		for (const { questions, asking } of this.#asked) {
			expect(await questions.answers(asking)).toMatchObject([{ approved: false, timedOut: true }]);
		}
	}
}
