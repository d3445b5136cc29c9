import type { Execution, Workflow } from '../../demo/n8nApi';
import { givenBack, lastWord } from './agentFixture';
import { liveNames } from './liveProviders';
import { answerOf, LATE, NOTICED_WITHIN_MS, QuestionFixture } from './questionFixture';
import { REVIEW, ReviewFixture } from './reviewFixture';
import { call, report } from './stubModel';

/* n8n looks once a minute for executions whose time is over: all that is asked here is over at the same look. */
const SOON = { waitHours: 0.001 };
const WITHIN_MS = NOTICED_WITHIN_MS + 60_000;

const asked = new Map<string, { fixture: QuestionFixture; asking: Workflow }>();
let review: ReviewFixture;
let end: Promise<Execution>;
let received: string[];
beforeAll(async () => {
	review = await ReviewFixture.open('heltar');
	received = await review.agent.received();
	review.agent.model.says(call(...review.wanted('Your refund of 42.00 is on its way.')), report);
	({ end } = await review.start(SOON));
	for (const provider of liveNames) {
		const fixture = await QuestionFixture.open(provider);
		await fixture.listen();
		const asking = await fixture.asking({ options: SOON });
		asked.set(provider, { fixture, asking });
		await fixture.ask(asking);
	}
});
afterAll(async () => {
	for (const { fixture } of asked.values()) await fixture.close();
	await review?.close();
});

it.each(liveNames)(
	'%s: at the time limit the workflow goes on, and a tap after it changes nothing',
	async (provider) => {
		const { fixture, asking } = asked.get(provider)!;
		const { offers } = await fixture.question('Refund');
		const [answer] = await fixture.answers(asking, 1, NOTICED_WITHIN_MS);
		expect(answer).toMatchObject({ approved: false, timedOut: true, respondedAt: null });
		await fixture.tap(offers[0]);
		expect((await fixture.executions(asking, 'success')).map(answerOf)).toEqual([answer]);
		expect((await fixture.heard()).filter(({ text }) => text === LATE)).toHaveLength(1);
	},
	WITHIN_MS,
);

it(
	'a human review takes silence for a no',
	async () => {
		await review.question(0);
		const execution = await end;
		expect(givenBack(execution, REVIEW)[0]).toMatchObject({ approved: false, timedOut: true });
		expect(lastWord(execution)).toMatch(/rejected the tool call/);
		expect(await review.agent.received()).toEqual(received);
	},
	WITHIN_MS,
);
