import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium, selectors } from 'playwright-core';
import type { Owner } from '../../demo/n8nApi';

const SCREENSHOTS = join(__dirname, '..', '..', 'artifacts', 'screenshots');
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** n8n's editor in a real browser, in the words of somebody who uses it. */
export class Editor {
	private shots = 0;

	private readonly browser: Browser;
	private readonly page: Page;
	private readonly url: string;
	private readonly name: string;

	private constructor(browser: Browser, page: Page, url: string, name: string) {
		this.browser = browser;
		this.page = page;
		this.url = url;
		this.name = name;
	}

	/** @param name first part of the screenshots' file names */
	static async open(url: string, name: string): Promise<Editor> {
		selectors.setTestIdAttribute('data-test-id');
		const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
		const browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });
		const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
		page.setDefaultTimeout(20_000);
		// The editor asks the npm registry about every community package it shows.
		await page.route(
			(target) => target.protocol.startsWith('http') && target.hostname !== '127.0.0.1',
			(route) => route.abort(),
		);
		mkdirSync(SCREENSHOTS, { recursive: true });
		return new Editor(browser, page, url, name);
	}

	close(): Promise<void> {
		return this.browser.close();
	}

	async screenshot(what: string): Promise<void> {
		this.shots += 1;
		const file = `${this.name}-${String(this.shots).padStart(2, '0')}-${what}.png`;
		await this.page.screenshot({ path: join(SCREENSHOTS, file), animations: 'disabled' });
	}

	async signIn({ email, password }: Owner): Promise<void> {
		await this.page.goto(`${this.url}/signin`);
		await this.page.locator('input[name="emailOrLdapLoginId"]').fill(email);
		await this.page.locator('input[name="password"]').fill(password);
		await this.page.getByTestId('form-submit-button').click();
		await this.page.getByTestId('project-name').waitFor();
	}

	/** A new workflow that starts by hand. */
	async newWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.page.getByTestId('canvas-add-button').click();
		await this.searchNode('Trigger manually');
		await this.page.getByTestId('node-creator-item-name').getByText('Trigger manually').click();
		await this.page.getByTestId('canvas-trigger-node').waitFor();
	}

	async openNodePanel(): Promise<void> {
		await this.page.getByTestId('node-creator-plus-button').click();
	}

	async searchNode(text: string): Promise<void> {
		await this.page.getByTestId('node-creator-search-bar').fill(text);
		// The list is filtered a moment later; what was searched for then comes first.
		await this.page.getByTestId('node-creator-item-name').first().filter({ hasText: text }).waitFor();
	}

	/** The names the node panel shows at the moment. */
	panelItems(): Promise<string[]> {
		return this.page.getByTestId('node-creator-item-name').allInnerTexts();
	}

	async pickFromPanel(name: string): Promise<void> {
		await this.page.getByTestId('node-creator-item-name').getByText(name, { exact: true }).click();
	}

	async pickCredential(name: string): Promise<void> {
		await this.page.getByTestId('node-credentials-select').click();
		await this.page
			.locator('[data-test-id^="node-credentials-select-item-"]')
			.getByText(name, { exact: true })
			.click();
	}

	async fill(parameter: string, value: string): Promise<void> {
		await this.page.getByTestId(`parameter-input-${parameter}`).locator('input, textarea').fill(value);
	}

	/** Picks from the "From list" of a parameter. */
	async pickFromList(parameter: string, search: string, entry: string): Promise<void> {
		await this.page.getByTestId(`resource-locator-${parameter}`).getByTestId('rlc-input').click();
		await this.page.getByTestId('rlc-search').fill(search);
		await this.page.getByTestId('rlc-item').getByText(entry, { exact: true }).click();
	}

	/** Picks from a drop-down. */
	async choose(parameter: string, option: string): Promise<void> {
		await this.page.getByTestId(`parameter-input-${parameter}`).locator('input').click();
		await this.page.getByRole('option').getByText(option, { exact: true }).click();
	}

	/** The labels of the fields that came with the chosen template, once there are any. */
	async generatedLabels(): Promise<string[]> {
		const fields = this.page.getByTestId('mapping-fields-container').locator('label[for^="value["]');
		await fields.first().waitFor();
		// Below the label stands the switch between a fixed value and an expression.
		return (await fields.allInnerTexts()).map((shown) => shown.split('\n')[0]);
	}

	/** Waits until the open panel says this. */
	async sees(text: string | RegExp): Promise<void> {
		await this.page.getByText(text).first().waitFor();
	}

	/** Asks for an execution of the open node, which n8n may refuse. */
	async tryStep(): Promise<void> {
		await this.page.getByTestId('node-execute-button').click();
	}

	/** Executes the open node until its output panel shows this text, and gives all the panel shows then. */
	async executeStep(until: string | RegExp): Promise<string> {
		await this.tryStep();
		const panel = this.page.getByTestId('output-panel');
		await panel.getByText(until).first().waitFor();
		return await panel.innerText();
	}
}
