import type { Browser } from 'playwright-core';

import { PROVIDERS } from '../../demo/providers';
import { liveProvider } from '../e2e/liveProviders';
import { QuestionFixture } from '../e2e/questionFixture';
import { keepScreenshot, launchChromium } from './chromium';
import { PhonePage } from './phonePage';

const SHOPS = PROVIDERS.map(({ name, sandboxPath }) => ({
	provider: name,
	page: sandboxPath,
	number: liveProvider(name).customer('341'),
}));

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(async () => await browser?.close());

describe.each(SHOPS)('somebody who is asked over $page', ({ provider, page, number }) => {
	let fixture: QuestionFixture;
	let phone: PhonePage;
	beforeAll(async () => {
		fixture = await QuestionFixture.open(provider);
		phone = new PhonePage(browser, fixture.fixture.sandboxUrl, [fixture.fixture.n8nUrl]);
		await phone.newPage();
		await phone.show(page);
		await phone.newCustomer('Omar Reyes', `+${number}`);
	});
	afterEach(async () => await fixture.close());
	afterAll(async () => await phone?.page.context().close());

	it('taps a button on the phone, and the execution goes on with it', async () => {
		const listening = await fixture.listen();
		const asking = await fixture.asking({ options: { confirmation: 'Thank you, noted.' } });
		await fixture.ask(asking, number);
		await fixture.waiting(asking);
		await phone.tap('Refund 42.00?', 'Approve');
		expect(await fixture.answers(asking)).toMatchObject([
			{ approved: true, choice: 'Approve', from: number },
		]);
		await phone.bubble('Thank you, noted.').waitFor();
		await phone.screenshot(`phone-question-${page}`);

		// WhatsApp takes the buttons away once one was tapped; on another of their devices they may still be there.
		await fixture.tap((await fixture.question('Refund 42.00?', number)).offers[1], number);
		await phone.bubble('no longer open').waitFor();
		expect(await fixture.answers(asking)).toMatchObject([{ approved: true }]);
		expect(await fixture.fixture.api.countExecutions(listening.id)).toBe(0);
	});

	it('chooses a row of a list on the phone', async () => {
		await fixture.listen();
		const values = ['Monday', 'Tuesday', 'Wednesday', 'Thursday'].map((title) => ({ title }));
		const asking = await fixture.asking({
			message: 'When shall we come?',
			responseType: 'choice',
			choices: { values },
			options: { listLabel: 'Show days' },
		});
		await fixture.ask(asking, number);
		await fixture.waiting(asking);
		await phone.chooseRow('When shall we come?', 'Show days', 'Tuesday');
		expect(await fixture.answers(asking)).toMatchObject([
			{ choice: 'Tuesday', text: 'Tuesday', from: number },
		]);
	});

	it('fills in a form on the page a link opens, which asks again for what is wrong', async () => {
		const asking = await fixture.asking({
			message: 'How many parcels are for you,\nand how big are they?',
			responseType: 'customForm',
			formFields: {
				values: [
					{ label: 'Parcels', type: 'number', required: true },
					{ label: 'Size', type: 'dropdown', options: 'Small, Large' },
					{ label: 'Remarks', type: 'textarea' },
				],
			},
		});
		await fixture.ask(asking, number);
		await fixture.waiting(asking);
		const { entry } = await fixture.question('How many parcels', number);
		const [link] = /http:[^\s"\\]+signature=[0-9a-f]+/.exec(JSON.stringify(entry.raw))!;
		const context = await browser.newContext({
			viewport: { width: 400, height: 760 },
			colorScheme: provider === 'heltar' ? 'light' : 'dark',
		});
		const form = await context.newPage();
		const problems: string[] = [];
		form.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
		await form.goto(link);
		await form.getByLabel('Size').selectOption('Large');
		await form.getByLabel('Remarks').fill('Ring twice');
		await keepScreenshot(form, `question-page-${page}`);
		await form.getByRole('button', { name: 'Send' }).click();
		// The browser itself holds back what is required.
		expect(await fixture.countWaiting(asking)).toBe(1);
		await form.getByLabel('Parcels').fill('3');
		await form.getByRole('button', { name: 'Send' }).click();
		await form.getByText('Your answer has been recorded').waitFor();
		await keepScreenshot(form, `question-page-done-${page}`);
		expect(await fixture.answers(asking)).toMatchObject([
			{ approved: null, data: { Parcels: 3, Size: 'Large', Remarks: 'Ring twice' } },
		]);
		expect(problems).toEqual([]);
		await context.close();
	});
});
