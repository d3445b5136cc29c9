import { promises as dns } from 'node:dns';

import { FILE_TEXT, PICTURE } from '../customerFiles';
import type { Reply } from '../provider';
import { startProvider } from '../provider';
import type { MediaFixture } from '../triggerMedia';
import { openMediaFixture, testFilesArrive, testFilesStay } from '../triggerMedia';
import { KEY } from './fixture';

let fixture: MediaFixture;
beforeAll(async () => {
	fixture = await openMediaFixture({
		provider: 'hello-all',
		type: 'helloAllTrigger',
		credential: 'helloAllApi',
		apiKey: KEY,
		customer: '910000000123',
		register: async (baseUrl, url) =>
			await fetch(`${baseUrl}/v1/configs/webhook`, {
				method: 'POST',
				headers: { 'API-KEY': KEY, 'content-type': 'application/json' },
				body: JSON.stringify({ url }),
			}),
	});
});
afterAll(async () => await fixture.close());
beforeEach(async () => {
	await fixture.noFaults();
	await fixture.settings({ answer: 'onPremises' });
});

describe('files customers send', () => {
	describe.each(['onPremises', 'cloud'])('in a delivery of the form %s', (answer) => {
		beforeEach(async () => void (await fixture.settings({ answer })));
		testFilesArrive(() => fixture);
	});
	testFilesStay(() => fixture, '/v1/media.php');

	test('come from the other address where the first one does not exist', async () => {
		const delivery = await fixture.sent(PICTURE);
		await fixture.fault({ kind: 'status', status: 404 }, { path: '/v1/media.php' });
		const { item } = await fixture.trigger({ downloadMedia: true }).deliver(delivery);
		expect(Buffer.from(item!.binary!.data.data, 'base64').toString()).toBe(FILE_TEXT);
		expect(await fixture.calls()).toEqual([
			'GET /v1/media.php',
			expect.stringMatching(/^GET \/v1\/media\/[^/]+$/),
		]);
	});

	test('that are gone leave the message with a note', async () => {
		const delivery = await fixture.sent(PICTURE);
		await fixture.fault({ kind: 'status', status: 404 }, { path: '/v1/media*' });
		const { item } = await fixture.trigger({ downloadMedia: true }).deliver(delivery);
		expect(item).toMatchObject({ json: { text: 'Look', media: { downloadError: expect.any(String) } } });
		expect(item!.binary).toBeUndefined();
	});
});

describe('an account that answers with something else', () => {
	let reply: (url: string) => Reply;
	let provider: Awaited<ReturnType<typeof startProvider>>;
	beforeAll(async () => {
		provider = await startProvider(({ url }) => reply(url));
	});

	async function download(media: object) {
		provider.calls();
		const own = fixture.trigger({ downloadMedia: true, dropDuplicates: false }, {}, provider.url);
		const { item } = await own.deliver({
			body: { messages: [{ from: fixture.customer, id: 'ABGG-1', type: 'image', image: media }] },
		});
		return { item: item!, calls: provider.calls() };
	}

	test('a link in place of the file is followed, without the key', async () => {
		reply = (url) =>
			url === '/files/a.jpg'
				? { headers: { 'content-type': 'image/jpeg' }, body: 'jpeg' }
				: { body: { url: `${provider.url}/files/a.jpg` } };
		const { item, calls: made } = await download({ id: '77', mime_type: 'image/jpeg' });
		expect(item.binary!.data).toMatchObject({ mimeType: 'image/jpeg', fileName: 'image.jpg' });
		expect(made.map(({ url }) => url)).toEqual(['/v1/media.php?id=77', '/files/a.jpg']);
		expect(made.map(({ headers }) => headers['api-key'])).toEqual([KEY, undefined]);
	});

	test('a message without an ID: the link in it is used', async () => {
		reply = () => ({ headers: { 'content-type': 'image/jpeg' }, body: 'jpeg' });
		const { item, calls: made } = await download({ link: `${provider.url}/files/b.jpg` });
		expect(item.binary!.data).toMatchObject({ mimeType: 'image/jpeg' });
		expect(made.map(({ url }) => url)).toEqual(['/files/b.jpg']);
	});

	test.each<[what: string, reply: Reply]>([
		['a page to sign in', { headers: { 'content-type': 'text/html' }, body: '<h1>Sign in</h1>' }],
		['an error in a 2xx', { body: { errors: [{ code: 1006, title: 'Resource not found' }] } }],
		['words in place of a link', { body: { url: 'soon' } }],
		['nothing', { status: 204 }],
	])('%s is no file: the message keeps a note', async (_, given) => {
		reply = () => given;
		const { item } = await download({ id: '77', mime_type: 'image/jpeg' });
		expect(item.binary).toBeUndefined();
		expect(item.json.media).toMatchObject({ id: '77', downloadError: expect.any(String) });
	});

	test.each(['..', '.'])('the media ID %s leads to no other address', async (id) => {
		reply = () => ({ status: 404, body: { errors: [{ code: 1006, title: 'Not found' }] } });
		const { item, calls: made } = await download({ id });
		expect(made).toEqual([]);
		expect(item.json.media).toMatchObject({ downloadError: expect.any(String) });
	});
});

describe('a link that leads into this machine or its network', () => {
	const PUBLIC_PANEL = 'https://crm.helloall.in';
	let inside: Awaited<ReturnType<typeof startProvider>>;
	beforeAll(async () => {
		inside = await startProvider(({ url }) =>
			url.startsWith('/to?') ? { status: 302, headers: { location: url.slice(4) } } : { body: 'secret' },
		);
	});

	async function downloadError(link: string, baseUrl = inside.url) {
		inside.calls();
		const own = fixture.trigger({ downloadMedia: true, dropDuplicates: false }, {}, baseUrl);
		const { item } = await own.deliver({
			body: { messages: [{ from: fixture.customer, id: 'ABGG-2', type: 'image', image: { link } }] },
		});
		expect(item!.binary).toBeUndefined();
		const { downloadError: told } = item!.json.media as { downloadError: string };
		return { told, calls: inside.calls().length };
	}

	test('this machine, when the panel is a public one: nothing is called', async () => {
		const { port } = new URL(inside.url);
		for (const host of ['127.0.0.1', 'localhost', '127.1', '0x7f.1', '[::ffff:127.0.0.1]']) {
			const { told, calls } = await downloadError(`http://${host}:${port}/`, PUBLIC_PANEL);
			expect(told).toContain('which is this machine itself');
			expect(calls).toBe(0);
		}
	});

	test.each([
		'https://10.0.0.5/',
		'https://169.254.169.254/latest/',
		'https://[fd00::1]/',
		'https://nas.local/',
	])('%s: neither at once nor behind a redirect', async (address) => {
		expect(await downloadError(address)).toEqual({
			told: expect.stringContaining('is not a public address'),
			calls: 0,
		});
		expect(await downloadError(`${inside.url}/to?${address}`)).toEqual({
			told: expect.stringContaining('is not a public address'),
			calls: 1,
		});
	});

	test('a public name that stands for a private address', async () => {
		const lookup = jest.spyOn(dns, 'lookup');
		try {
			lookup.mockResolvedValue([{ address: '10.0.0.5', family: 4 }] as never);
			const { told } = await downloadError('https://pictures.example.com/a.jpg', PUBLIC_PANEL);
			expect(told).toBe('The link leads to pictures.example.com, which is not a public address');
		} finally {
			lookup.mockRestore();
		}
	});
});

describe('marking as read', () => {
	const hello = { type: 'text', text: { body: 'Hi' } };

	test('tells Hello All, once a message was let through', async () => {
		const { body, ...delivery } = await fixture.sent(hello);
		const { id } = JSON.parse(body).messages[0] as { id: string };
		await fixture.trigger({ markRead: true }, { block: fixture.customer }).deliver({ body, ...delivery });
		expect(await fixture.calls()).toEqual([]);
		await fixture.trigger({ markRead: true }).deliver({ body, ...delivery });
		expect(await fixture.requests()).toMatchObject([
			{ method: 'PUT', path: `/v1/messages/${id}`, body: { status: 'read' }, status: 200 },
		]);
	});

	test.each([404, 500])('that fails with %i loses nothing', async (status) => {
		const delivery = await fixture.sent(hello);
		await fixture.fault({ kind: 'status', status }, { path: '/v1/messages/*' });
		expect((await fixture.trigger({ markRead: true }).deliver(delivery)).items).toHaveLength(1);
	});
});
