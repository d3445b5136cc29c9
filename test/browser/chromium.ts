import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
	chromium,
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	type Page,
} from 'playwright-core';
import { findChromium } from '../../scripts/chromium';

const SCREENSHOTS = join(__dirname, '..', '..', 'artifacts', 'screenshots');
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	// Pages live for seconds here: to optimize their code costs more than it brings.
	'--js-flags=--no-opt --no-maglev',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	// Pages reach this machine alone; n8n's editor asks the npm registry about every community package it shows.
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** A real browser that cannot call anybody else. */
export function launchChromium(): Promise<Browser> {
	const executablePath = findChromium();
	return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

const STILL = `*, *::before, *::after {
	animation-duration: 0s !important;
	animation-delay: 0s !important;
	transition-duration: 0s !important;
	transition-delay: 0s !important;
	caret-color: transparent !important;
}`;

/** A window in which nothing moves: to draw what moves takes a fifth of the browser's work, and nobody watches. */
export async function openWindow(
	browser: Browser,
	options: BrowserContextOptions = {},
): Promise<BrowserContext> {
	const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
	await context.addInitScript((css) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(css);
		document.adoptedStyleSheets.push(sheet);
	}, STILL);
	return context;
}

/** Keeps what the page shows, for people to look at. */
export async function keepScreenshot(page: Page, name: string): Promise<Buffer> {
	mkdirSync(SCREENSHOTS, { recursive: true });
	return await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), animations: 'disabled' });
}

/** The same of several pictures beside each other, as tall as the tallest. */
export async function keepBeside(browser: Browser, name: string, pictures: Buffer[]): Promise<void> {
	const page = await browser.newPage({ viewport: { width: 100, height: 100 } });
	try {
		const images = pictures.map((one) => `<img src="data:image/png;base64,${one.toString('base64')}">`);
		await page.setContent(
			`<body style="margin:0;display:inline-flex;align-items:flex-start;gap:12px;background:#d0d4da">${images.join('')}</body>`,
		);
		const size = await page.locator('body').boundingBox();
		if (!size) throw new Error('Nothing to see');
		await page.setViewportSize({ width: Math.ceil(size.width), height: Math.ceil(size.height) });
		await keepScreenshot(page, name);
	} finally {
		await page.close();
	}
}
