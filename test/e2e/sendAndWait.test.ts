import axios from 'axios';
import { readFile } from 'node:fs/promises';

import { liveNames } from './liveProviders';
import { answerOf, LATE, QuestionFixture } from './questionFixture';

/** The same code on the same n8n: fewer will do for all providers but the first. */
const shops = liveNames.map((provider, at) => ({ provider, many: at === 0 ? 100 : 20 }));

describe.each(shops)('$provider asks and waits', ({ provider, many }) => {
	let fixture: QuestionFixture;
	beforeEach(async () => {
		fixture = await QuestionFixture.open(provider);
		await fixture.fixture.control.reset();
	});
	afterEach(async () => await fixture.close());

	const logged = async (text: string) =>
		(await readFile(fixture.fixture.logFile, 'utf8')).split(text).length - 1;

	it('a tap in the chat goes to the execution that asked, and starts no workflow', async () => {
		const listening = await fixture.listen();
		const asking = await fixture.asking({ options: { confirmation: 'Noted.' } });
		await fixture.ask(asking);
		const { offers } = await fixture.question('Refund 42.00?');
		expect(offers.map(({ title }) => title)).toEqual(['Approve', 'Decline']);
		await fixture.waiting(asking);
		const { deliveries } = await fixture.tap(offers[0]);
		expect(deliveries.map(({ status }) => status)).toEqual([200]);

		const [answer] = await fixture.answers(asking);
		expect(answer).toEqual({
			approved: true,
			choice: 'Approve',
			text: 'Approve',
			from: fixture.customer,
			respondedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
		});
		expect(await fixture.fixture.api.countExecutions(listening.id)).toBe(0);
		await fixture.question('Noted.');
	});

	it('declining, and choosing from a list, say so', async () => {
		await fixture.listen();
		const approval = await fixture.asking();
		await fixture.ask(approval);
		await fixture.waiting(approval);
		await fixture.tap((await fixture.question('Refund')).offers[1]);
		expect((await fixture.answers(approval))[0]).toMatchObject({ approved: false, choice: 'Decline' });

		const titles = ['Monday', 'Tuesday', 'Wednesday', 'Thursday'];
		const choices = { values: titles.map((title) => ({ title, id: title.slice(0, 3).toLowerCase() })) };
		const choosing = await fixture.asking({ message: 'Which day?', responseType: 'choice', choices });
		await fixture.ask(choosing);
		await fixture.waiting(choosing);
		const { offers } = await fixture.question('Which day?');
		expect(offers.map(({ title }) => title)).toEqual(titles);
		await fixture.tap(offers[2]);
		expect((await fixture.answers(choosing))[0]).toMatchObject({
			approved: null,
			choice: 'wed',
			text: 'Wednesday',
			from: fixture.customer,
		});
	});

	it('a second tap, a stranger’s tap and a forged one change nothing, and are answered politely', async () => {
		const listening = await fixture.listen();
		const asking = await fixture.asking();
		await fixture.ask(asking);
		await fixture.waiting(asking);
		const { offers } = await fixture.question('Refund');
		const [approve, decline] = offers;
		const forged = { ...decline, id: decline.id.replace('.d.', '.a.') };
		const before = await logged('was ignored (forged)');
		const stranger = `${fixture.customer.slice(0, -1)}9`;

		await fixture.tap(forged);
		await fixture.tap(approve, stranger);
		expect(await fixture.countWaiting(asking)).toBe(1);
		await fixture.tap(decline);
		const [answer] = await fixture.answers(asking);
		expect(answer).toMatchObject({ approved: false });
		await fixture.tap(approve);

		expect((await fixture.executions(asking, 'success')).map(answerOf)).toEqual([answer]);
		expect(await fixture.fixture.api.countExecutions(listening.id)).toBe(0);
		expect(await logged('was ignored (forged)')).toBe(before + 1);
		const replies = async (number: string) =>
			(await fixture.heard(number)).filter(({ text }) => text === LATE).length;
		expect(await replies(fixture.customer)).toBe(2);
		expect(await replies(stranger)).toBe(1);
	});

	it('a token answers its own question only', async () => {
		await fixture.listen();
		const asking = await fixture.asking();
		await fixture.ask(asking, fixture.customer, '1.00');
		await fixture.waiting(asking);
		await fixture.tap((await fixture.question('Refund 1.00?')).offers[0]);
		await fixture.answers(asking);

		await fixture.ask(asking, fixture.customer, '2.00');
		await fixture.waiting(asking);
		// The old button is still in the chat.
		await fixture.tap((await fixture.question('Refund 1.00?')).offers[0]);
		expect(await fixture.countWaiting(asking)).toBe(1);
		await fixture.tap((await fixture.question('Refund 2.00?')).offers[1]);
		const answers = await fixture.answers(asking, 2);
		expect(answers.map(({ approved }) => approved)).toEqual([false, true]);
	});

	it('with several triggers of the account each tap counts once and is answered once', async () => {
		const listening = [await fixture.listen()];
		if (provider === 'heltar') listening.push(await fixture.listen(), await fixture.listen());
		const asking = await fixture.asking();
		await fixture.ask(asking);
		await fixture.waiting(asking);
		const { offers } = await fixture.question('Refund');
		await fixture.tap(offers[0]);
		await fixture.answers(asking);
		await fixture.tap(offers[1]);
		expect((await fixture.heard()).filter(({ text }) => text === LATE)).toHaveLength(1);
		for (const { id } of listening) expect(await fixture.fixture.api.countExecutions(id)).toBe(0);
	});

	it('a link is opened by whoever likes, and answers only by its form', async () => {
		const asking = await fixture.asking({ answerThrough: 'link' });
		await fixture.ask(asking);
		await fixture.waiting(asking);
		const { entry } = await fixture.question('Refund');
		const [link] = /http:[^\s"\\]+signature=[0-9a-f]+/.exec(JSON.stringify(entry.raw))!;
		for (const agent of ['WhatsApp/2.23', 'facebookexternalhit/1.1', 'Mozilla/5.0', '']) {
			const page = await axios.get(link, { headers: { 'User-Agent': agent } });
			expect(page.data).toContain('<form method="post">');
			expect(page.headers['content-security-policy']).toContain("default-src 'none'");
		}
		await axios.head(link, { validateStatus: () => true });
		expect(await fixture.countWaiting(asking)).toBe(1);

		const send = async (url: string, form: Record<string, string>) =>
			await axios.post(url, new URLSearchParams(form), { validateStatus: () => true });
		expect((await send(link, {})).status).toBe(400);
		expect(
			(
				await send(
					link.replace(/(?<=signature=)./, (digit) => (digit === '0' ? '1' : '0')),
					{ answer: '0' },
				)
			).status,
		).toBe(401);
		expect(await fixture.countWaiting(asking)).toBe(1);
		const done = await send(link, { answer: '0' });
		expect(done.data).toContain('Your answer has been recorded');
		expect((await fixture.answers(asking))[0]).toMatchObject({
			approved: true,
			choice: 'Approve',
			from: null,
		});
		expect((await axios.get(link)).data).not.toContain('<form');
	});

	it('a form gives what was filled in, by label', async () => {
		const asking = await fixture.asking({
			responseType: 'customForm',
			formFields: {
				values: [
					{ label: 'Parcels', type: 'number', required: true },
					{ label: 'Size', type: 'dropdown', options: 'S, M' },
					{ label: 'Remark <b>', type: 'textarea' },
				],
			},
		});
		await fixture.ask(asking);
		await fixture.waiting(asking);
		const { entry } = await fixture.question('Refund');
		const [link] = /http:[^\s"\\]+signature=[0-9a-f]+/.exec(JSON.stringify(entry.raw))!;
		expect((await axios.get(link)).data).toContain('Remark &lt;b&gt;');
		await axios.post(link, new URLSearchParams({ 'field-0': '3', 'field-1': 'M', 'field-2': 'Ring twice' }));
		expect((await fixture.answers(asking))[0]).toMatchObject({
			approved: null,
			data: { Parcels: 3, Size: 'M', 'Remark <b>': 'Ring twice' },
		});
	});

	it(`${many} executions wait at once, and each gets its own answer`, async () => {
		await fixture.listen();
		const asking = await fixture.asking();
		const people = Array.from({ length: many }, (_, at) => `${fixture.customer.slice(0, -3)}${500 + at}`);
		for (const [at, number] of people.entries()) await fixture.ask(asking, number, `${at}.00`);
		await fixture.waiting(asking, people.length);
		// Those asked last answer first, ten at a time; every third declines.
		const left = [...people.entries()];
		const tapping = async () => {
			for (let next = left.pop(); next; next = left.pop()) {
				const [at, number] = next;
				const { offers } = await fixture.question(`Refund ${at}.00?`, number);
				await fixture.tap(offers[at % 3 === 0 ? 1 : 0], number);
			}
		};
		await Promise.all(Array.from({ length: 10 }, tapping));
		const answers = await fixture.answers(asking, people.length);
		expect(answers).toHaveLength(people.length);
		const approved = new Map(answers.map((answer) => [answer.from, answer.approved]));
		expect(approved).toEqual(new Map(people.map((number, at) => [number, at % 3 !== 0])));
	}, 240_000);
});
