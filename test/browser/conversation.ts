/// <reference lib="dom" />
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { allExamples } from '../../demo/environment';
import { PROVIDERS } from '../../demo/providers';
import type { Fixture, Workflow } from '../e2e/environment';
import { liveProvider } from '../e2e/liveProviders';
import { openFixture } from '../e2e/environment';
import { eventually } from '../waiting';
import { keepBeside } from './chromium';
import type { Editor } from './editor';
import { PhonePage } from './phonePage';
import type { OpenEditor } from './useEditor';

const SHOPS = PROVIDERS.map(({ name, sandboxPath, firstTry }) => ({
	name,
	provider: sandboxPath,
	example: firstTry,
	number: `+${liveProvider(name).customer('331')}`,
	sends: liveProvider(name).message('', '').path,
}));
const CUSTOMER = 'Nina Rao';
const MENU = 'What can we do for you?';
const TOPICS = 'What would you like to know?';
const TICKS = ['Waiting to be sent', 'Sent', 'Delivered', 'Read'];

/** Runs in the page: notes what the ticks of each of the business's messages say, one after the other. */
function noteTicks(): void {
	const noted: Record<string, string[]> = {};
	const look = () => {
		for (const article of Array.from(document.querySelectorAll('article'))) {
			const tick = article.querySelector('[data-direction=out] [role=img][data-status]');
			const words = tick?.getAttribute('aria-label');
			const own = (noted[article.getAttribute('aria-posinset') ?? ''] ??= []);
			if (words && own.at(-1) !== words) own.push(words);
		}
	};
	new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
	Object.assign(window, { noted });
}
const notedTicks = () =>
	Object.values((window as unknown as { noted: Record<string, string[]> }).noted).filter(
		(own) => own.length > 0,
	);

export function conversationTests(openEditor: OpenEditor): void {
	describe('a conversation, seen from both sides', () => {
		let browser: Browser;
		let editor: Editor;
		beforeAll(async () => {
			editor = await openEditor('conversation', { width: 1120, height: 760 });
			browser = editor.browser;
		});

		describe.each(SHOPS)(
			'a customer of $provider with a phone, and $example in n8n',
			({ name, provider, example, number, sends }) => {
				let fixture: Fixture;
				let workflow: Workflow;
				let phone: PhonePage;

				beforeAll(async () => {
					fixture = await openFixture(name);
					const credentials = new Map([[fixture.provider, fixture.credential]]);
					const examples = new Map(await allExamples(join(__dirname, '..', '..'), credentials));
					workflow = await fixture.api.createWorkflow(examples.get(example)!);
					await fixture.api.activate(workflow);

					phone = new PhonePage(browser, fixture.sandboxUrl);
					await phone.newPage();
					await phone.show(provider);
					await phone.newCustomer(CUSTOMER, number);
					await phone.page.evaluate(noteTicks);
				});
				afterAll(async () => {
					await phone?.page.context().close();
					await fixture.api.deactivate(workflow);
				});

				let known: number;
				beforeEach(async () => {
					known = await fixture.api.countExecutions(workflow.id);
				});
				/** How the executions that this test started have ended. */
				const endings = async () =>
					await eventually(async () => {
						const added = (await fixture.api.executions(workflow.id)).slice(0, -known || undefined);
						const ended =
							added.length > 0 && added.every(({ status }) => status !== 'running' && status !== 'new');
						return ended && added.map(({ status }) => status);
					}, 'the end of an execution');

				it('writes, and the workflow answers with its menu', async () => {
					await phone.write('Hello');
					const menu = phone.bubble(MENU);
					await menu.getByText(`Hi ${CUSTOMER}!`).waitFor();
					expect(await menu.getByRole('button', { name: /^(?!Actions)/ }).count()).toBe(3);
					expect(await endings()).toEqual(['success']);
				});

				it('taps a button, and the workflow answers with a list', async () => {
					await phone.tap(MENU, 'Help topics');
					await phone.bubble(TOPICS).getByRole('button', { name: 'Show topics' }).waitFor();
					expect(await endings()).toEqual(['success']);
				});

				it('chooses a row, and the workflow answers what they chose', async () => {
					await phone.chooseRow(TOPICS, 'Show topics', 'Returns');
					await phone.bubble('Send anything back within thirty days').waitFor();
					expect(await endings()).toEqual(['success']);
				});

				it('sees the ticks of every answer move on to read', async () => {
					await phone.tick('Send anything back', 'Read');
					const ticks = await phone.page.evaluate(notedTicks);
					expect(ticks.length).toBeGreaterThanOrEqual(3);
					for (const own of ticks) {
						expect(own).toEqual(TICKS.filter((words) => own.includes(words)));
						expect(own.at(-1)).toBe('Read');
					}
					// A busy page may be late for the tenth of a second that "Sent" lasts.
					expect(ticks.filter((own) => own.length > 1)).not.toEqual([]);
				});

				it('stands beside the execution that answered', async () => {
					await phone.page.setViewportSize({ width: 400, height: 760 });
					await editor.openExecutions(workflow.id);
					expect(await editor.newestExecution()).toMatch(/Succeeded/);
					const pictures = [
						await editor.screenshot(`${provider}-execution`),
						await phone.screenshot(`phone-${provider}-menu`),
					];
					await keepBeside(browser, `execution-beside-phone-${provider}`, pictures);
					await phone.page.setViewportSize({ width: 1360, height: 860 });
				});

				describe('when the provider fails', () => {
					const faults = async () => (await phone.control('GET', '/faults')).length;
					const refused = (status: number) =>
						phone.page.getByRole('button', { name: `POST ${sends}, answered ${status} (simulated)` });
					// Those of other tests stay in the list when they are spent.
					beforeEach(() => phone.control('DELETE', '/faults'));
					afterAll(() => phone.control('DELETE', '/faults'));

					it('the page shows the refused call, and n8n the failed execution', async () => {
						await phone.faultSwitch(/^Answer 500/);
						await eventually(async () => (await faults()) === 1, 'the fault');
						await phone.write('Still there?');
						await refused(500).click();
						const call = phone.page.getByRole('tabpanel', { name: 'API calls' });
						await call.getByText('500', { exact: true }).first().waitFor();
						await call.getByRole('region', { name: 'request body' }).getByText(MENU).waitFor();
						const page = await phone.screenshot(`phone-${provider}-faults`);

						expect(await endings()).toEqual(['error']);
						await editor.openExecutions(workflow.id);
						expect(await editor.newestExecution()).toMatch(/Error/);
						await editor.openExecutedNode('Send the menu');
						await editor.sees(/failed while handling the request: Refused by the sandbox/);
						await keepBeside(browser, `failure-in-both-${provider}`, [
							await editor.screenshot(`${provider}-failed-execution`),
							page,
						]);
					});

					it('two refusals for the rate are waited out, and the answer comes', async () => {
						await phone.tab('Simulate errors');
						await phone.page.getByLabel('How many sends').fill('2');
						await phone.faultSwitch('Answer 429 (too many requests) to the next 2 sends');
						await eventually(async () => (await faults()) === 1, 'the fault');
						await phone.write('hours');
						await phone.bubble('Monday to Saturday').waitFor();
						await refused(429).nth(1).waitFor();
						expect(await refused(429).count()).toBe(2);
						expect(await endings()).toEqual(['success']);
					});

					it('everything is well again after the button that says so', async () => {
						await phone.faultSwitch(/^Break the connection before/);
						await eventually(async () => (await faults()) === 1, 'the fault');
						await phone.page.getByRole('button', { name: 'Everything back to normal' }).click();
						await eventually(async () => (await faults()) === 0, 'the end of all faults');
						await phone.write('Hello again');
						await phone.bubble(MENU).getByRole('img', { name: 'Read' }).waitFor();
						expect(await endings()).toEqual(['success']);
						expect(await phone.page.getByRole('button', { name: /the connection was broken/ }).count()).toBe(
							0,
						);
					});
				});

				it('has a page that asks for nothing outside the machine, nor for what is not there', () => {
					expect(phone.strayRequests).toEqual([]);
					expect(phone.missing).toEqual([]);
				});
			},
		);
	});
}
