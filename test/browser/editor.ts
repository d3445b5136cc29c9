import type { Browser, Page } from 'playwright-core';
import { selectors } from 'playwright-core';
import type { Owner } from '../../demo/n8nApi';
import { until } from '../waiting';
import { drawnOnCanvas, goWithinPage, LEFT, type Drawn } from './canvas';
import { keepScreenshot, launchChromium, openWindow } from './chromium';
import { OutputPanel } from './outputPanel';

/** n8n's editor in a real browser, in the words of somebody who uses it. */
export class Editor {
	private shots = 0;
	/** First part of the screenshots' file names. */
	private story = '';

	readonly output: OutputPanel;

	private constructor(
		readonly browser: Browser,
		private readonly page: Page,
		private readonly url: string,
	) {
		this.output = new OutputPanel(page);
	}

	static async open(url: string): Promise<Editor> {
		selectors.setTestIdAttribute('data-test-id');
		const browser = await launchChromium();
		// On one machine, to compress the editor and unpack it again is work for nothing.
		const extraHTTPHeaders = { 'Accept-Encoding': 'identity' };
		const page = await (await openWindow(browser, { extraHTTPHeaders })).newPage();
		page.setDefaultTimeout(60_000);
		return new Editor(browser, page, url);
	}

	/** @param story first part of the file names of the screenshots that follow */
	async begin(story: string, viewport = { width: 1440, height: 900 }): Promise<void> {
		this.story = story;
		this.shots = 0;
		await this.page.setViewportSize(viewport);
	}

	close(): Promise<void> {
		return this.browser.close();
	}

	screenshot(what: string): Promise<Buffer> {
		this.shots += 1;
		return keepScreenshot(this.page, `${this.story}-${String(this.shots).padStart(2, '0')}-${what}`);
	}

	/** As the form does it. The editor itself is not loaded yet: that takes a browser several seconds each time. */
	async signIn({ email, password }: Owner): Promise<void> {
		const data = { emailOrLdapLoginId: email, password };
		const answer = await this.page.request.post(`${this.url}/rest/login`, { data });
		if (!answer.ok()) throw new Error(`n8n did not let ${email} in: ${answer.status()}`);
	}

	/** After signing out. Where it leads depends on whether there are workflows yet. */
	async signInByForm({ email, password }: Owner): Promise<void> {
		await this.page.context().clearCookies();
		await this.page.goto(`${this.url}/signin`);
		await this.page.locator('input[name="emailOrLdapLoginId"]').fill(email);
		await this.page.locator('input[name="password"]').fill(password);
		await this.page.getByTestId('form-submit-button').click();
		await this.page.waitForURL(({ pathname }) => !pathname.startsWith('/signin'));
		await this.page.getByTestId('project-home-menu-item').waitFor();
	}

	async openNodePanel(): Promise<void> {
		await this.page.getByTestId('node-creator-plus-button').click();
	}

	async searchNode(text: string): Promise<void> {
		await this.page.getByTestId('node-creator-search-bar').fill(text);
		// The list is filtered a moment later; what was searched for then comes first.
		await this.page.getByTestId('node-creator-item-name').first().filter({ hasText: text }).waitFor();
	}

	/** What the node panel lists first. */
	firstPanelItem(): Promise<string> {
		return this.page.getByTestId('node-creator-item-name').first().innerText();
	}

	/** Waits until the node panel lists this: n8n draws a long list a few entries a frame. */
	async seesInPanel(name: string): Promise<void> {
		await this.panelItem(name).waitFor();
	}

	async pickFromPanel(name: string): Promise<void> {
		await this.panelItem(name).click();
	}

	private panelItem(name: string) {
		return this.page.getByTestId('node-creator-item-name').getByText(name, { exact: true });
	}

	/** The form of a credential that exists. */
	async openCredential({ id }: { id: string }): Promise<void> {
		await this.goTo(`/home/credentials/${id}`);
		await this.page.getByTestId('credential-edit-dialog').waitFor();
	}

	/** The labels of the fields the form of a credential shows. */
	async credentialLabels(): Promise<string[]> {
		const fields = this.page.getByTestId('credential-connection-parameter');
		await fields.first().waitFor();
		// Below the label stands the switch between a fixed value and an expression.
		return (await fields.allInnerTexts()).map((shown) => shown.split('\n')[0].trim());
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

	/** What a field shows. */
	shownIn(parameter: string): Promise<string> {
		return this.page
			.getByTestId(`parameter-input-${parameter}`)
			.locator('input, textarea')
			.first()
			.inputValue();
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

	/** Whether it says this now. */
	async shows(text: string): Promise<boolean> {
		return (await this.page.getByText(text).count()) > 0;
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

	/** What became of a workflow so far, with its newest execution open. */
	async openExecutions(workflowId: string): Promise<void> {
		// Come from elsewhere, the list is of now.
		await this.goTo('/home/workflows');
		await this.page.getByTestId('resources-list-wrapper').waitFor();
		await this.goTo(`/workflow/${workflowId}/executions`);
		await this.page.getByTestId('execution-preview-host').waitFor();
		// The way the data took is coloured last.
		await this.page.getByText('1 item').first().waitFor();
	}

	/** What the list says of the newest execution. */
	newestExecution(): Promise<string> {
		return this.page.getByTestId('current-executions-list').locator('a').first().innerText();
	}

	/** Opens a node of the execution that is open. */
	async openExecutedNode(name: string): Promise<void> {
		// n8n announces a failure in a toast that may lie over the node.
		const toast = this.page.locator('.el-notification').first();
		await this.page.addLocatorHandler(toast, () => toast.locator('.el-notification__closeBtn').click());
		await this.page.locator(`[data-node-type][data-node-name="${name}"]`).dblclick();
		await this.page.removeLocatorHandler(toast);
		await this.page.getByTestId('output-panel').waitFor();
	}

	/** Opens a node of the workflow that is open. */
	async openNode(name: string): Promise<void> {
		await this.page.locator(`[data-node-type][data-node-name="${name}"]`).dblclick();
		await this.page.getByTestId('ndv').first().waitFor();
	}

	/** What the panel beside a trigger's parameters says of it, its explanations opened. */
	async triggerPanel(): Promise<string> {
		const header = this.page.getByTestId('trigger-header');
		await header.waitFor();
		const panel = header.locator('xpath=../..');
		await panel.getByText('When will this node trigger my flow?').click();
		await panel.getByText('To try the workflow').waitFor();
		return await panel.innerText();
	}

	/** The addresses the open trigger shows, in the words beside them. */
	async webhookUrls(): Promise<string[]> {
		await this.page.getByText('Webhook URLs').click();
		const urls = this.page.locator('[class*="webhookUrl"], [class*="webhook-url"]');
		await urls.first().waitFor();
		return await urls.allInnerTexts();
	}

	/** Closes the open node. */
	async closeNode(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.page.getByTestId('ndv').first().waitFor({ state: 'hidden' });
	}

	/** Has the open trigger listen for an event. */
	async listen(): Promise<void> {
		await this.page.getByTestId('trigger-execute-button').click();
		await this.page.getByTestId('trigger-listening').waitFor();
	}

	/** Publishes the workflow that is open, and gives what n8n says then. */
	async publish(): Promise<string> {
		await this.page.getByTestId('workflow-open-publish-modal-button').click();
		await this.page.getByTestId('workflow-publish-button').click();
		const said = this.page.getByTestId('activation-modal');
		await said.waitFor();
		return await said.innerText();
	}

	async closeDialog(): Promise<void> {
		await this.page.getByRole('button', { name: 'Got it' }).click();
		await this.page.getByTestId('activation-modal').waitFor({ state: 'hidden' });
	}

	/** Executes the workflow that is open, to its end. */
	async executeWorkflow(): Promise<void> {
		await this.page.getByTestId('execute-workflow-button').click();
		await this.page.locator('.el-notification').first().waitFor();
	}

	/** From one page to another it goes as a link in the editor does: to load the editor anew takes ten times as long. */
	private async goTo(path: string): Promise<void> {
		if (this.page.url().startsWith(this.url)) await this.page.evaluate(goWithinPage, { path, mark: LEFT });
		else await this.page.goto(`${this.url}${path}`);
	}

	async openWorkflow(workflowId: string): Promise<void> {
		await this.goTo(`/workflow/${workflowId}`);
		await this.page.locator(`[data-node-type]:not([${LEFT}])`).first().waitFor();
	}

	/** What lies on the canvas, once these nodes are there with their icons. */
	async drawn(names: string[]): Promise<Drawn[]> {
		const look = () => this.page.evaluate(drawnOnCanvas);
		const isComplete = (all: Drawn[]) =>
			names.every((name) => all.some((one) => one.name === name)) &&
			all.every(({ isNote, hasPicture }) => isNote || hasPicture);
		return await until(look, isComplete);
	}
}
