import { eventually } from '../waiting';
import { buttonsIn, fromModel, givenBack, lastWord, toolName } from './agentFixture';
import { liveNames } from './liveProviders';
import { REVIEW, ReviewFixture } from './reviewFixture';
import { call, callAll, report, say } from './stubModel';

const REFUND = 'Your refund of 42.00 is on its way.';

describe.each(liveNames)('a human review over %s', (provider) => {
	let review: ReviewFixture;
	let fixture: ReviewFixture['agent'];
	beforeAll(async () => {
		review = await ReviewFixture.open(provider);
		fixture = review.agent;
	});
	afterAll(async () => await review.close());

	it('holds a tool back until the manager has approved it in WhatsApp', async () => {
		const asked = (await review.questions()).length;
		const received = await fixture.received();
		fixture.model.says(call(...review.wanted(REFUND)), report);
		const { end } = await review.start();
		const { text, buttons } = await review.question(asked);
		expect(text).toContain(toolName(review.gated.name));
		expect(text).toContain(REFUND);
		expect(buttons.map(({ title }) => title)).toEqual(['Approve', 'Decline']);
		expect(await fixture.received()).toEqual(received);

		await review.tap(buttons[0]);
		const execution = await end;
		expect(execution.status).toBe('success');
		expect(await fixture.received()).toEqual([...received, REFUND]);
		expect(lastWord(execution)).toContain('"outcome":"sent"');
		expect(givenBack(execution, REVIEW)).toEqual([
			{
				approved: true,
				choice: 'Approve',
				text: 'Approve',
				from: review.manager,
				respondedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
			},
		]);
		expect(await fixture.fixture.api.countExecutions(review.listening.id)).toBe(0);
	});

	it('keeps a tool from running when the manager declines, and tells the model so', async () => {
		const asked = (await review.questions()).length;
		const received = await fixture.received();
		fixture.model.says(call(...review.wanted(REFUND)), report);
		const { end } = await review.start();
		const { buttons } = await review.question(asked);
		await review.tap(buttons[1]);
		const execution = await end;
		expect(execution.status).toBe('success');
		expect(await fixture.received()).toEqual(received);
		expect(execution.data.resultData.runData[review.gated.name]).toBeUndefined();
		expect(lastWord(execution)).toMatch(/rejected the tool call/);
	});

	it('shows as much of a long input as a message with buttons takes', async () => {
		const asked = (await review.questions()).length;
		fixture.model.says(call(...review.wanted('All about your refund. '.repeat(150))), report);
		const { end } = await review.start();
		const { text, buttons } = await review.question(asked);
		expect(text.length).toBeGreaterThan(900);
		expect(text.length).toBeLessThanOrEqual(1024);
		expect(text).toMatch(/Recipient: \d+\n.*All about your refund[^]*…$/);
		await review.tap(buttons[1]);
		expect(lastWord(await end)).toMatch(/rejected the tool call/);
	});

	it('asks anew for every call, and lets no earlier answer count for a later one', async () => {
		const asked = (await review.questions()).length;
		const received = await fixture.received();
		fixture.model.says(
			call(...review.wanted('The first one.')),
			call(...review.wanted('The second one.')),
			report,
		);
		const { end } = await review.start();
		const first = await review.question(asked);
		await review.tap(first.buttons[0]);
		const second = await review.question(asked + 1);
		expect(await fixture.received()).toEqual([...received, 'The first one.']);

		await review.tap(first.buttons[0]);
		expect(await fixture.received()).toEqual([...received, 'The first one.']);
		await review.tap(second.buttons[1]);
		expect(lastWord(await end)).toMatch(/rejected the tool call/);
		expect(await fixture.received()).toEqual([...received, 'The first one.']);
	});

	it('asks about each of several calls at once', async () => {
		const asked = (await review.questions()).length;
		const received = await fixture.received();
		fixture.model.says(callAll(review.wanted('One of two.'), review.wanted('Two of two.')), say('Done.'));
		const { end } = await review.start();
		const first = await review.question(asked);
		await review.tap(first.buttons[0]);
		const second = await review.question(asked + 1);
		await review.tap(second.buttons[1]);
		expect(lastWord(await end)).toBe('Done.');
		const [approved] = ['One of two.', 'Two of two.'].filter((text) => first.text.includes(text));
		expect(await fixture.received()).toEqual([...received, approved]);
	});

	it('is not needed where the model itself asks, and is handed the answer', async () => {
		const before = (await fixture.fixture.control.conversation(review.manager)).length;
		const ask = fixture.tool('Ask when to come', {
			resource: 'message',
			operation: 'sendAndWait',
			[fixture.words.recipient]: review.manager,
			message: fromModel('Message'),
			responseType: 'choice',
			choices: { values: [{ title: 'Morning', id: 'am' }, { title: 'Evening' }] },
			options: {},
		});
		fixture.model.says(call(toolName(ask.name), { Message: 'When shall we come?' }), report);
		const end = fixture.fixture.api.run(await fixture.workflow([ask]), 'Start');
		end.catch(() => {});
		const entry = await eventually(
			async () => (await fixture.fixture.control.conversation(review.manager))[before],
			'the question',
		);
		await review.tap(buttonsIn(entry)[0]);
		expect(lastWord(await end)).toMatch(/"choice":"am","text":"Morning"/);
	});

	it('does not let the tool run when the question cannot be asked', async () => {
		const received = await fixture.received();
		await fixture.fixture.api.deactivate(review.listening);
		try {
			fixture.model.says(call(...review.wanted(REFUND)), report);
			const { end } = await review.start();
			const execution = await end;
			expect(await fixture.received()).toEqual(received);
			expect(execution.data.resultData.runData[review.gated.name]).toBeUndefined();
			expect(JSON.stringify(execution.data.resultData.runData[REVIEW])).toMatch(
				/published workflow with a .* Trigger, and this n8n has none/,
			);
		} finally {
			await fixture.fixture.api.activate(await fixture.fixture.api.workflow(review.listening.id));
		}
	});
});
