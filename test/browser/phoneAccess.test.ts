import { until } from '../waiting';
import { CUSTOMER_SAMPLES } from './phoneCustomerSamples';
import { helloAllSamples } from './phoneHelloAllSamples';
import { heltarSamples } from './phoneHeltarSamples';
import { PERSON } from './phoneSamples';
import { PhoneEnvironment } from './phoneEnvironment';

const NARROW = { width: 390, height: 800 };
const CHAT = '[data-testid=messages]';
const PHONE = { viewport: NARROW, hasTouch: true, isMobile: true };

let environment: PhoneEnvironment;
beforeAll(async () => {
	environment = await PhoneEnvironment.open();
	await environment.serveFiles();
	for (const { message } of CUSTOMER_SAMPLES)
		await environment.control('POST', '/heltar/inbound', { from: PERSON.heltar, message });
	for (const { message } of heltarSamples()) await environment.heltar(message);
	for (const { message } of helloAllSamples()) await environment.helloAll(message);
});
afterAll(() => environment?.close());

/** Stops at each screenful of the conversation, from its end to its beginning. */
async function throughTheChat(look: (screen: number) => Promise<void>): Promise<void> {
	const list = environment.page.getByTestId('messages');
	for (let screen = 0; screen < 30; screen += 1) {
		await look(screen);
		const above = await list.evaluate((element) => {
			element.scrollTop -= element.clientHeight - 60;
			return element.scrollTop;
		});
		await environment.page.waitForTimeout(120);
		if (above <= 0) break;
	}
	await look(99);
}

/** Scrolls by so much (0: to the end), and waits until what stands there is drawn. */
async function scroll(by: number): Promise<void> {
	await environment.page.getByTestId('messages').evaluate((list, step) => {
		list.scrollTop = step === 0 ? list.scrollHeight : list.scrollTop + step;
	}, by);
	await environment.page.waitForTimeout(150);
}

/** Goes up from the end until the bubble is there. */
async function find(text: string): Promise<void> {
	await scroll(0);
	for (let step = 0; step < 40 && (await environment.bubble(text).count()) === 0; step += 1)
		await scroll(-400);
}
async function tap(bubble: string, button: string): Promise<void> {
	await find(bubble);
	await environment.bubble(bubble).getByRole('button', { name: button, exact: true }).click();
}
async function openMenu(bubble: string): Promise<void> {
	await find(bubble);
	await environment.bubble(bubble).hover();
	await environment
		.bubble(bubble)
		.getByRole('button', { name: /^Actions for/ })
		.click();
}

describe.each(['light', 'dark'] as const)('axe-core finds nothing serious, %s', (colorScheme) => {
	beforeAll(async () => {
		await environment.newPage({ colorScheme });
		await environment.show('heltar', PERSON.heltar);
		await environment.bubble('how was your visit').waitFor();
	});

	test('in the chat, with bubbles of every type', async () => {
		await throughTheChat(async (screen) => {
			// What stands around the chat does not change with it.
			expect(await environment.violations(screen === 0 ? 'html' : CHAT)).toEqual([]);
			if (screen === 3) await environment.screenshot(`phone-${colorScheme}-types`);
		});
	});

	test.each(['Message', 'API calls', 'Webhooks', 'Simulate errors'])('the inspector, %s', async (tab) => {
		if (!(await environment.page.getByRole('complementary').isVisible()))
			await environment.choose('Is it on its way?', 'Inspect');
		await environment.page.getByRole('tab', { name: tab }).click();
		const fold = environment.page.getByRole('tabpanel').locator('button[aria-expanded=false]').first();
		if (tab !== 'Simulate errors') await fold.click();
		await environment.page.waitForTimeout(150);
		await environment.screenshot(`phone-${colorScheme}-${tab.toLowerCase().replaceAll(' ', '-')}`);
		expect(await environment.violations()).toEqual([]);
	});

	test('in sheets, menus and settings', async () => {
		await environment.page
			.getByTestId('messages')
			.evaluate((element) => (element.scrollTop = element.scrollHeight));
		const open: Array<[name: string, opens: () => Promise<void>]> = [
			['attach', () => environment.page.getByRole('button', { name: 'Attach', exact: true }).click()],
			['settings', () => environment.page.getByRole('button', { name: 'Customer settings' }).click()],
			['new', () => environment.page.getByRole('button', { name: 'New customer' }).click()],
			['menu', () => openMenu('how was your visit')],
			['list', () => tap('How can we help?', 'Topics')],
			['products', () => tap('Browse everything', 'View catalogue')],
			['address', () => tap('Where should we deliver?', 'Provide address')],
		];
		for (const [name, opens] of open) {
			await opens();
			await environment.page.waitForTimeout(250);
			await environment.screenshot(`phone-${colorScheme}-${name}`);
			expect(await environment.violations()).toEqual([]);
			await environment.page.keyboard.press('Escape');
			await environment.page.waitForTimeout(250);
		}
	});
});

test('the button for colours changes them, and the page remembers', async () => {
	await environment.newPage({ colorScheme: 'light' });
	await environment.show('heltar', PERSON.heltar);
	await environment.page.getByRole('button', { name: 'Use dark colours' }).click();
	await environment.page.reload();
	await environment.page.getByRole('button', { name: 'Use light colours' }).waitFor();
	expect(await environment.page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe(
		'dark',
	);
});

test('a phone’s width: one pane at a time, and back', async () => {
	await environment.newPage(PHONE);
	await environment.show('hello-all');
	await environment.screenshot('phone-narrow-list');
	const unread = environment.page.getByLabel(/^\d+ unread$/);
	const hidden = await unread.evaluate((badge) =>
		Math.max(...Array.from(badge.children, (label) => label.scrollWidth - label.clientWidth)),
	);
	expect(hidden).toBe(0);
	expect(await environment.violations()).toEqual([]);
	await environment.page.getByRole('button', { name: /Asha Verma/ }).click();
	await environment.bubble('what came in this week').waitFor();
	expect(await environment.page.getByRole('button', { name: 'New customer' }).isVisible()).toBe(false);
	await environment.page.waitForTimeout(300);
	await environment.screenshot('phone-narrow-chat');
	expect(await environment.violations()).toEqual([]);
	const overflow = await environment.page.evaluate(
		() => document.documentElement.scrollWidth - window.innerWidth,
	);
	expect(overflow).toBe(0);
	await environment.page.getByRole('button', { name: 'Inspector' }).first().click();
	await environment.page.getByRole('tab', { name: 'API calls' }).waitFor();
	await environment.screenshot('phone-narrow-inspector');
	await environment.page.getByRole('button', { name: 'Close inspector' }).click();
	await environment.page.getByRole('button', { name: 'Back to the customers' }).click();
	await environment.page.getByRole('button', { name: 'New customer' }).waitFor();
});

test('everything by keyboard: choose, write, tap a button, inspect a message', async () => {
	await environment.newPage();
	await environment.show('heltar');
	const { page } = environment;
	const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
	const tabTo = async (what: RegExp) => {
		const passed: string[] = [];
		for (let step = 0; step < 40; step += 1) {
			passed.push(await focused());
			if (what.test(passed[step])) return;
			await page.keyboard.press('Tab');
		}
		throw new Error(`Tab never comes to ${what}, only to ${passed.join(' | ')}`);
	};
	await page.getByRole('button', { name: 'Use dark colours' }).focus();
	await tabTo(/^AVAsha Verma|Asha Verma/);
	await page.keyboard.press('Enter');
	await environment.bubble('how was your visit').waitFor();
	// Not an answer that quotes it.
	const question = page.getByRole('article').filter({ has: page.getByRole('button', { name: 'Great' }) });
	await question.focus();
	await page.keyboard.press('Tab');
	await tabTo(/^Great$/);
	const tapped = await environment.told(() => page.keyboard.press('Enter'));
	expect(tapped.button).toEqual({ payload: 'RATED_GREAT', text: 'Great' });

	const answer = page.getByRole('article', { name: /^You/ }).filter({ hasText: 'Great' }).last();
	await answer.focus();
	await page.keyboard.press('ArrowUp');
	await until(focused, (text) => text.includes('how was your visit'));
	await page.keyboard.press('Home');
	await until(focused, (text) => text.includes('Is it on its way?'));
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	// The menu takes the focus a moment after it shows.
	await until(focused, (text) => text === 'Reply');
	await page.keyboard.press('ArrowDown');
	await until(focused, (text) => text === 'Send again');
	await page.keyboard.press('ArrowDown');
	await until(focused, (text) => text === 'Inspect');
	await page.keyboard.press('Enter');
	await page.getByRole('complementary', { name: 'Inspector' }).getByText('Message id').waitFor();
});

test('no request left the machine', () => {
	expect(environment.strayRequests).toEqual([]);
});
