import { CUSTOMER_SAMPLES } from './phoneCustomerSamples';
import { helloAllSamples } from './phoneHelloAllSamples';
import { heltarSamples } from './phoneHeltarSamples';
import { PERSON, type Sample } from './phoneSamples';
import { PhoneStage } from './phoneStage';

let stage: PhoneStage;
beforeAll(async () => {
	stage = await PhoneStage.open();
	await stage.serveFiles();
}, 30_000);
afterAll(() => stage?.close());

/** Looks at the newest bubble: what it must show, and that a picture in it was really loaded. */
async function expectBubble({ shows, has, button }: Sample): Promise<void> {
	const all = stage.page.getByRole('article');
	const bubble = shows === undefined ? all.last() : all.filter({ hasText: shows }).last();
	await bubble.waitFor();
	if (button !== undefined) await bubble.getByRole('button', { name: button, exact: true }).waitFor();
	if (has !== undefined) await bubble.locator(has).first().waitFor();
	if (has?.startsWith('img'))
		await stage.page.waitForFunction(
			(image) => (image as HTMLImageElement).naturalWidth > 0,
			await bubble.locator(has).first().elementHandle(),
		);
	if (has === 'video' || has === 'audio')
		await stage.page.waitForFunction(
			(player) => (player as HTMLMediaElement).readyState > 0,
			await bubble.locator(has).elementHandle(),
		);
}

describe('messages through Heltar', () => {
	beforeAll(() => stage.show('heltar', PERSON.heltar));
	test.each(heltarSamples().map((sample) => [sample.kind, sample] as const))('%s', async (_kind, sample) => {
		await stage.heltar(sample.message);
		await expectBubble(sample);
	});
});

describe('messages through Hello All', () => {
	beforeAll(() => stage.show('hello-all', PERSON['hello-all']));
	test.each(helloAllSamples().map((sample) => [sample.kind, sample] as const))(
		'%s',
		async (_kind, sample) => {
			await stage.helloAll(sample.message);
			await expectBubble(sample);
		},
	);
});

describe.each(['heltar', 'hello-all'] as const)('what customers write, at %s', (provider) => {
	beforeAll(() => stage.show(provider, PERSON[provider]));
	test.each(CUSTOMER_SAMPLES.map((sample) => [sample.kind, sample] as const))('%s', async (_kind, sample) => {
		await stage.control('POST', `/${provider}/inbound`, { from: PERSON[provider], message: sample.message });
		await expectBubble(sample);
	});
});

test('WhatsApp’s marks become what they mean', async () => {
	await stage.show('heltar', '447700900123');
	await stage.heltar({
		clientWaNumber: '447700900123',
		messageType: 'text',
		message: '*bold* _italic_ ~gone~ `code` 2*3*4 snake_case_word\n- one\n- two\n> said\n```block```',
	});
	const bubble = stage.bubble('bold');
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
	await stage.heltar({
		clientWaNumber: '447700900123',
		messageType: 'media',
		mediaType: 'image',
		url: 'https://files.example.com/far.png',
		name: 'far.png',
		mimeType: 'image/png',
	});
	await stage.bubble('https://files.example.com/far.png').waitFor();
	await stage.heltar({
		clientWaNumber: '447700900123',
		messageType: 'text',
		message: 'See https://example.com/x',
	});
	await stage
		.bubble('example.com/x')
		.getByRole('button', { name: 'https://example.com/x', exact: true })
		.click();
	await stage.page.getByRole('dialog').getByText('opens nothing outside this machine').waitFor();
	await stage.page.keyboard.press('Escape');
	expect(stage.strayRequests).toEqual([]);
});
