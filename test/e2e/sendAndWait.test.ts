import axios from 'axios';
import { readFile } from 'node:fs/promises';

import { answerOf, NOTICED_WITHIN_MS, QuestionScene } from './questionScene';

const LATE = 'Thank you, but this question is no longer open.';

describe.each(['heltar', 'helloAll'] as const)('%s asks and waits', (provider) => {
	let scene: QuestionScene;
	beforeEach(async () => {
		scene = await QuestionScene.open(provider);
		await scene.scene.control.reset();
	});
	afterEach(async () => await scene.close());

	const logged = async (text: string) => (await readFile(scene.scene.logFile, 'utf8')).split(text).length - 1;

	it('a tap in the chat goes to the execution that asked, and starts no workflow', async () => {
		const listening = await scene.listen();
		const asking = await scene.asking({ options: { confirmation: 'Noted.' } });
		await scene.ask(asking);
		const { offers } = await scene.question('Refund 42.00?');
		expect(offers.map(({ title }) => title)).toEqual(['Approve', 'Decline']);
		await scene.waiting(asking);
		const { deliveries } = await scene.tap(offers[0]);
		expect(deliveries.map(({ status }) => status)).toEqual([200]);

		const [answer] = await scene.answers(asking);
		expect(answer).toEqual({
			approved: true,
			choice: 'Approve',
			text: 'Approve',
			from: scene.customer,
			respondedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
		});
		expect(await scene.scene.api.countExecutions(listening.id)).toBe(0);
		await scene.question('Noted.');
	});

	it('declining, and choosing from a list, say so', async () => {
		await scene.listen();
		const approval = await scene.asking();
		await scene.ask(approval);
		await scene.waiting(approval);
		await scene.tap((await scene.question('Refund')).offers[1]);
		expect((await scene.answers(approval))[0]).toMatchObject({ approved: false, choice: 'Decline' });

		const titles = ['Monday', 'Tuesday', 'Wednesday', 'Thursday'];
		const choices = { values: titles.map((title) => ({ title, id: title.slice(0, 3).toLowerCase() })) };
		const choosing = await scene.asking({ message: 'Which day?', responseType: 'choice', choices });
		await scene.ask(choosing);
		await scene.waiting(choosing);
		const { offers } = await scene.question('Which day?');
		expect(offers.map(({ title }) => title)).toEqual(titles);
		await scene.tap(offers[2]);
		expect((await scene.answers(choosing))[0]).toMatchObject({
			approved: null,
			choice: 'wed',
			text: 'Wednesday',
			from: scene.customer,
		});
	});

	it('a second tap, a stranger’s tap and a forged one change nothing, and are answered politely', async () => {
		const listening = await scene.listen();
		const asking = await scene.asking();
		await scene.ask(asking);
		await scene.waiting(asking);
		const { offers } = await scene.question('Refund');
		const [approve, decline] = offers;
		const forged = { ...decline, id: decline.id.replace('.d.', '.a.') };
		const before = await logged('changed nothing (forged)');
		const stranger = `${scene.customer.slice(0, -1)}9`;

		await scene.tap(forged);
		await scene.tap(approve, stranger);
		expect(await scene.countWaiting(asking)).toBe(1);
		await scene.tap(decline);
		const [answer] = await scene.answers(asking);
		expect(answer).toMatchObject({ approved: false });
		await scene.tap(approve);

		expect((await scene.executions(asking, 'success')).map(answerOf)).toEqual([answer]);
		expect(await scene.scene.api.countExecutions(listening.id)).toBe(0);
		expect(await logged('changed nothing (forged)')).toBe(before + 1);
		const replies = async (number: string) =>
			(await scene.heard(number)).filter(({ text }) => text === LATE).length;
		expect(await replies(scene.customer)).toBe(2);
		expect(await replies(stranger)).toBe(1);
	});

	it('a token answers its own question only', async () => {
		await scene.listen();
		const asking = await scene.asking();
		await scene.ask(asking, scene.customer, '1.00');
		await scene.waiting(asking);
		await scene.tap((await scene.question('Refund 1.00?')).offers[0]);
		await scene.answers(asking);

		await scene.ask(asking, scene.customer, '2.00');
		await scene.waiting(asking);
		// The old button is still in the chat.
		await scene.tap((await scene.question('Refund 1.00?')).offers[0]);
		expect(await scene.countWaiting(asking)).toBe(1);
		await scene.tap((await scene.question('Refund 2.00?')).offers[1]);
		const answers = await scene.answers(asking, 2);
		expect(answers.map(({ approved }) => approved)).toEqual([false, true]);
	});

	it('with several triggers of the account each tap counts once and is answered once', async () => {
		const listening = [await scene.listen()];
		if (provider === 'heltar') listening.push(await scene.listen(), await scene.listen());
		const asking = await scene.asking();
		await scene.ask(asking);
		await scene.waiting(asking);
		const { offers } = await scene.question('Refund');
		await scene.tap(offers[0]);
		await scene.answers(asking);
		await scene.tap(offers[1]);
		expect((await scene.heard()).filter(({ text }) => text === LATE)).toHaveLength(1);
		for (const { id } of listening) expect(await scene.scene.api.countExecutions(id)).toBe(0);
	});

	it('a restart of n8n between question and answer loses nothing', async () => {
		await scene.listen();
		const asking = await scene.asking();
		await scene.ask(asking);
		await scene.waiting(asking);
		const { offers } = await scene.question('Refund');
		await axios.post(scene.scene.restartUrl);
		await scene.tap(offers[0]);
		expect((await scene.answers(asking))[0]).toMatchObject({ approved: true, from: scene.customer });
	});

	it('a link is opened by whoever likes, and answers only by its form', async () => {
		const asking = await scene.asking({ answerThrough: 'link' });
		await scene.ask(asking);
		await scene.waiting(asking);
		const { entry } = await scene.question('Refund');
		const [link] = /http:[^\s"\\]+signature=[0-9a-f]+/.exec(JSON.stringify(entry.raw))!;
		for (const agent of ['WhatsApp/2.23', 'facebookexternalhit/1.1', 'Mozilla/5.0', '']) {
			const page = await axios.get(link, { headers: { 'User-Agent': agent } });
			expect(page.data).toContain('<form method="post">');
			expect(page.headers['content-security-policy']).toContain("default-src 'none'");
		}
		await axios.head(link, { validateStatus: () => true });
		expect(await scene.countWaiting(asking)).toBe(1);

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
		expect(await scene.countWaiting(asking)).toBe(1);
		const done = await send(link, { answer: '0' });
		expect(done.data).toContain('Your answer has been recorded');
		expect((await scene.answers(asking))[0]).toMatchObject({ approved: true, choice: 'Approve', from: null });
		expect((await axios.get(link)).data).not.toContain('<form');
	});

	it('a form gives what was filled in, by label', async () => {
		const asking = await scene.asking({
			responseType: 'customForm',
			formFields: {
				values: [
					{ label: 'Parcels', type: 'number', required: true },
					{ label: 'Size', type: 'dropdown', options: 'S, M' },
					{ label: 'Remark <b>', type: 'textarea' },
				],
			},
		});
		await scene.ask(asking);
		await scene.waiting(asking);
		const { entry } = await scene.question('Refund');
		const [link] = /http:[^\s"\\]+signature=[0-9a-f]+/.exec(JSON.stringify(entry.raw))!;
		expect((await axios.get(link)).data).toContain('Remark &lt;b&gt;');
		await axios.post(link, new URLSearchParams({ 'field-0': '3', 'field-1': 'M', 'field-2': 'Ring twice' }));
		expect((await scene.answers(asking))[0]).toMatchObject({
			approved: null,
			data: { Parcels: 3, Size: 'M', 'Remark <b>': 'Ring twice' },
		});
	});

	it('at the time limit the workflow goes on, and a tap after it changes nothing', async () => {
		await scene.listen();
		const asking = await scene.asking({ options: { waitHours: 0.001 } });
		await scene.ask(asking);
		const { offers } = await scene.question('Refund');
		const [answer] = await scene.answers(asking, 1, NOTICED_WITHIN_MS);
		expect(answer).toMatchObject({ approved: false, timedOut: true, respondedAt: null });
		await scene.tap(offers[0]);
		expect((await scene.executions(asking, 'success')).map(answerOf)).toEqual([answer]);
		expect((await scene.heard()).filter(({ text }) => text === LATE)).toHaveLength(1);
	}, 240_000);

	it('a hundred executions wait at once, and each gets its own answer', async () => {
		await scene.listen();
		const asking = await scene.asking();
		const people = Array.from({ length: 100 }, (_, at) => `${scene.customer.slice(0, -3)}${500 + at}`);
		for (const [at, number] of people.entries()) await scene.ask(asking, number, `${at}.00`);
		await scene.waiting(asking, people.length);
		// Those asked last answer first, ten at a time; every third declines.
		const left = [...people.entries()];
		const tapping = async () => {
			for (let next = left.pop(); next; next = left.pop()) {
				const [at, number] = next;
				const { offers } = await scene.question(`Refund ${at}.00?`, number);
				await scene.tap(offers[at % 3 === 0 ? 1 : 0], number);
			}
		};
		await Promise.all(Array.from({ length: 10 }, tapping));
		const answers = await scene.answers(asking, people.length);
		expect(answers).toHaveLength(people.length);
		const approved = new Map(answers.map((answer) => [answer.from, answer.approved]));
		expect(approved).toEqual(new Map(people.map((number, at) => [number, at % 3 !== 0])));
	}, 240_000);
});
