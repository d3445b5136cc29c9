import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { keepScreenshot, openWindow } from './chromium';

/** The provider's part of a path in the sandbox. */
export type Provider = string;

/** What the sandbox or a webhook told, whichever form the provider gave it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers and webhooks of every shape
export type Told = any;

/** The phone page in a real browser, in the words of somebody who plays the customer. */
export class PhonePage {
	/** Addresses the page asked for that are neither the sandbox nor one of its neighbours. */
	readonly strayRequests: string[] = [];
	/** Addresses it asked for in vain. */
	readonly missing: string[] = [];
	page!: Page;
	readonly #here: string[];

	/** @param neighbours origins of servers on this machine that messages may link to */
	constructor(
		readonly browser: Browser,
		readonly sandboxUrl: string,
		neighbours: string[] = [],
	) {
		this.#here = [sandboxUrl, ...neighbours];
	}

	/** A fresh page instead of the one open. */
	async newPage(options: BrowserContextOptions = {}): Promise<Page> {
		await this.page?.context().close();
		const context = await openWindow(this.browser, { viewport: { width: 1360, height: 860 }, ...options });
		this.page = await context.newPage();
		this.page.setDefaultTimeout(60_000);
		this.page.on('request', (request) => {
			const { protocol, origin } = new URL(request.url());
			if (protocol.startsWith('http') && !this.#here.includes(origin)) this.strayRequests.push(request.url());
		});
		this.page.on('response', (response) => {
			if (response.status() === 404) this.missing.push(response.url());
		});
		return this.page;
	}

	async show(provider: Provider, number?: string): Promise<void> {
		const address = [provider, number].filter(Boolean).join('/');
		await this.page.goto('about:blank');
		await this.page.goto(`${this.sandboxUrl}/phone/#/${address}`);
		await this.page.getByText('Sandbox phone').waitFor();
	}

	/** The sandbox's control API, for what the page has no words for. */
	async control(method: string, path: string, body?: unknown): Promise<Told> {
		const response = await fetch(`${this.sandboxUrl}/_sandbox${path}`, {
			method,
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		return await response.json();
	}

	/** Somebody the business has not heard of; their chat is open then. */
	async newCustomer(name: string, number: string): Promise<void> {
		await this.page.getByRole('button', { name: 'New customer' }).click();
		await this.page.getByLabel('Name').fill(name);
		await this.page.getByLabel('Phone number with country code').fill(number);
		await this.page.getByRole('button', { name: 'Add', exact: true }).click();
		await this.page.getByText(`You are ${name}, ${number.replaceAll(' ', '')}`).waitFor();
	}

	async write(text: string): Promise<void> {
		await this.page.getByRole('textbox', { name: 'Message', exact: true }).fill(text);
		await this.page.keyboard.press('Enter');
	}

	/** The bubble that holds this text. */
	bubble(text: string | RegExp): Locator {
		return this.page.getByRole('article').filter({ hasText: text }).last();
	}

	/** Taps a button of the message itself. */
	async tap(bubble: string | RegExp, button: string): Promise<void> {
		await this.bubble(bubble).getByRole('button', { name: button, exact: true }).click();
	}

	/** Chooses a row of the list that a bubble's button opens. */
	async chooseRow(bubble: string | RegExp, button: string, row: string): Promise<void> {
		await this.tap(bubble, button);
		const sheet = this.page.getByRole('dialog', { name: button });
		await sheet.getByRole('radio', { name: row }).check();
		await sheet.getByRole('button', { name: 'Send' }).click();
	}

	/** What the bubble offers in its menu. */
	async choose(text: string | RegExp, action: string): Promise<void> {
		const bubble = this.bubble(text);
		await bubble.hover();
		await bubble.getByRole('button', { name: /^Actions for this message/ }).click();
		await this.page.getByRole('menuitem', { name: action }).click();
	}

	/** Waits until the bubble's tick says this. */
	async tick(bubble: string | RegExp, words: string | RegExp): Promise<void> {
		await this.bubble(bubble).getByRole('img', { name: words }).waitFor();
	}

	/** A tab of the inspector, which opens when it is closed. */
	async tab(name: 'API calls' | 'Webhooks' | 'Simulate errors'): Promise<void> {
		const tab = this.page.getByRole('tab', { name });
		if (!(await tab.isVisible())) await this.page.getByRole('button', { name: /^Simulate errors/ }).click();
		await tab.click();
	}

	/** Turns a switch that simulates errors. */
	async faultSwitch(label: string | RegExp): Promise<void> {
		await this.tab('Simulate errors');
		await this.page.getByLabel(label).click();
	}

	screenshot(name: string): Promise<Buffer> {
		return keepScreenshot(this.page, name);
	}
}
