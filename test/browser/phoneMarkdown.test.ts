/// <reference lib="dom" />
import { samples } from '../unit/whatsapp/markdown/samples';
import { markdownToWhatsApp } from '../../whatsapp/markdown';
import { until } from '../waiting';
import { keepBeside } from './chromium';
import { PhoneEnvironment } from './phoneEnvironment';

const TO = '447700900123';

const named = Object.values(samples).flat();
const SHOWN = [
	...samples.answers,
	...named.filter(({ name }) =>
		[
			'a block with a language',
			'a list of tasks',
			'bullets in steps, indented by three',
			'a quote in a quote',
			'all three',
			'headings of all levels',
		].includes(name),
	),
	...samples.tables.slice(0, 3),
];

let environment: PhoneEnvironment;
beforeAll(async () => {
	environment = await PhoneEnvironment.open();
	await environment.show('heltar', TO);
});
afterAll(() => environment?.close());

const pictures: Buffer[] = [];
let latest = '';

test.each(SHOWN)('$name', async ({ markdown }) => {
	await environment.heltar({
		clientWaNumber: TO,
		messageType: 'text',
		message: markdownToWhatsApp(markdown),
	});
	const bubble = environment.page.getByRole('article').last().locator('[data-type]');
	latest = await until(
		async () => await bubble.innerText(),
		(shown) => shown !== latest,
		60_000,
	);
	const outsideCode = await bubble.evaluate((shown) => {
		const copy = shown.cloneNode(true) as HTMLElement;
		for (const code of Array.from(copy.querySelectorAll('code, pre'))) code.remove();
		return copy.textContent;
	});
	expect(outsideCode).not.toMatch(/\*\*|~~|\]\(|^#+ /m);
	const isCutOff = await bubble.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
	expect(isCutOff).toBe(false);
	pictures.push(await bubble.screenshot({ animations: 'disabled' }));
});

test('all of them, for people to look at', async () => {
	const count = 5;
	for (let at = 0; at < pictures.length; at += count)
		await keepBeside(environment.browser, `phone-markdown-${at / count + 1}`, pictures.slice(at, at + count));
	expect(pictures).toHaveLength(SHOWN.length);
});
