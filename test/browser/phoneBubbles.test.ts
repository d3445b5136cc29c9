import { CUSTOMER_SAMPLES } from './phoneCustomerSamples';
import { helloAllSamples } from './phoneHelloAllSamples';
import { heltarSamples } from './phoneHeltarSamples';
import { PERSON, type Sample } from './phoneSamples';
import { PhoneEnvironment } from './phoneEnvironment';

let environment: PhoneEnvironment;
beforeAll(async () => {
	environment = await PhoneEnvironment.open();
	await environment.serveFiles();
});
afterAll(() => environment?.close());

/** Looks at the newest bubble: what it must show, and that a picture in it was really loaded. */
async function expectBubble({ shows, has, button }: Sample): Promise<void> {
	const all = environment.page.getByRole('article');
	const bubble = shows === undefined ? all.last() : all.filter({ hasText: shows }).last();
	await bubble.waitFor();
	if (button !== undefined) await bubble.getByRole('button', { name: button, exact: true }).waitFor();
	if (has !== undefined) await bubble.locator(has).first().waitFor();
	if (has?.startsWith('img'))
		await environment.page.waitForFunction(
			(image) => (image as HTMLImageElement).naturalWidth > 0,
			await bubble.locator(has).first().elementHandle(),
		);
	if (has === 'video' || has === 'audio')
		await environment.page.waitForFunction(
			(player) => (player as HTMLMediaElement).readyState > 0,
			await bubble.locator(has).elementHandle(),
		);
}

describe('messages through Heltar', () => {
	beforeAll(() => environment.show('heltar', PERSON.heltar));
	test.each(heltarSamples().map((sample) => [sample.kind, sample] as const))('%s', async (_kind, sample) => {
		await environment.heltar(sample.message);
		await expectBubble(sample);
	});
});

describe('messages through Hello All', () => {
	beforeAll(() => environment.show('hello-all', PERSON['hello-all']));
	test.each(helloAllSamples().map((sample) => [sample.kind, sample] as const))(
		'%s',
		async (_kind, sample) => {
			await environment.helloAll(sample.message);
			await expectBubble(sample);
		},
	);
});

describe.each(Object.keys(PERSON))('what customers write, at %s', (provider) => {
	beforeAll(() => environment.show(provider, PERSON[provider]));
	test.each(CUSTOMER_SAMPLES.map((sample) => [sample.kind, sample] as const))('%s', async (_kind, sample) => {
		await environment.control('POST', `/${provider}/inbound`, {
			from: PERSON[provider],
			message: sample.message,
		});
		await expectBubble(sample);
	});
});

test('WhatsApp’s marks become what they mean', async () => {
	await environment.show('heltar', '447700900123');
	await environment.heltar({
		clientWaNumber: '447700900123',
		messageType: 'text',
		message: '*bold* _italic_ ~gone~ `code` 2*3*4 snake_case_word\n- one\n- two\n> said\n```block```',
	});
	const bubble = environment.bubble('bold');
	await bubble.waitFor();
	expect(await bubble.locator('strong').allInnerTexts()).toEqual(['bold']);
	expect(await bubble.locator('em').allInnerTexts()).toEqual(['italic']);
	expect(await bubble.locator('s').allInnerTexts()).toEqual(['gone']);
	expect(await bubble.locator('li').allInnerTexts()).toEqual(['one', 'two']);
	expect(await bubble.locator('blockquote').innerText()).toBe('said');
	expect(await bubble.locator('pre').innerText()).toBe('block');
	expect(await bubble.innerText()).toContain('2*3*4 snake_case_word');
});

test('a link or a file elsewhere is named and not fetched', async () => {
	await environment.heltar({
		clientWaNumber: '447700900123',
		messageType: 'media',
		mediaType: 'image',
		url: 'https://files.example.com/far.png',
		name: 'far.png',
		mimeType: 'image/png',
	});
	await environment.bubble('https://files.example.com/far.png').waitFor();
	await environment.heltar({
		clientWaNumber: '447700900123',
		messageType: 'text',
		message: 'See https://example.com/x',
	});
	await environment
		.bubble('example.com/x')
		.getByRole('button', { name: 'https://example.com/x', exact: true })
		.click();
	await environment.page.getByRole('dialog').getByText('opens nothing outside this machine').waitFor();
	await environment.page.keyboard.press('Escape');
	expect(environment.strayRequests).toEqual([]);
});
