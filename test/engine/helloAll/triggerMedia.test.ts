import { CUSTOMER_FILES, FILE_TEXT, PICTURE } from '../customerFiles';
import { catchDeliveries } from '../deliveryCatcher';
import { openSandbox } from '../sandboxClient';
import { trigger } from '../triggerHarness';
import type { Reply } from './provider';
import { startProvider } from './provider';

const KEY = 'sandbox-key';
const CUSTOMER = '910000000123';

let sandbox: Awaited<ReturnType<typeof openSandbox>>;
let receiver: Awaited<ReturnType<typeof catchDeliveries>>;
beforeAll(async () => {
	sandbox = await openSandbox('hello-all');
	receiver = await catchDeliveries();
	await fetch(`${sandbox.baseUrl}/v1/configs/webhook`, {
		method: 'POST',
		headers: { 'API-KEY': KEY, 'content-type': 'application/json' },
		body: JSON.stringify({ url: receiver.url }),
	});
});
afterAll(async () => {
	receiver.close();
	await sandbox.close();
});
beforeEach(async () => {
	receiver.taken.length = 0;
	await sandbox.noFaults();
	await sandbox.settings({ answer: 'onPremises' });
});

const helloAllTrigger = (options: Record<string, unknown>, filters = {}, baseUrl = sandbox.baseUrl) =>
	trigger(
		'helloAllTrigger',
		{ events: ['message'], filters: filters as never, options: { verify: false, ...options } as never },
		{ helloAllApi: { apiKey: KEY, baseUrl } },
	);

/** What the sandbox delivers when the customer sends this. */
async function sent(message: object) {
	await sandbox.post('/hello-all/inbound', { from: CUSTOMER, name: 'Asha', message });
	await sandbox.requests();
	return receiver.taken.at(-1)!;
}

const calls = async () => (await sandbox.requests()).map(({ method, path }) => `${method} ${path}`);

describe('files customers send', () => {
	describe.each(['onPremises', 'cloud'])('in a delivery of the form %s', (answer) => {
		test.each(CUSTOMER_FILES)('%s arrives as binary, with name and type', async (_, message, type, name) => {
			await sandbox.settings({ answer });
			const delivery = await sent(message);
			const { item } = await helloAllTrigger({ downloadMedia: true }).deliver(delivery);
			const { data, mimeType, fileName } = item!.binary!.data;
			expect(Buffer.from(data, 'base64').toString()).toBe(FILE_TEXT);
			expect(mimeType).toContain(type);
			expect(fileName).toMatch(name);
			expect(item!.json.media).not.toHaveProperty('downloadError');
		});
	});

	test('come from the other address where the first one does not exist', async () => {
		const delivery = await sent(PICTURE);
		await sandbox.fault({ kind: 'status', status: 404 }, { path: '/v1/media.php' });
		const { item } = await helloAllTrigger({ downloadMedia: true }).deliver(delivery);
		expect(Buffer.from(item!.binary!.data.data, 'base64').toString()).toBe(FILE_TEXT);
		expect(await calls()).toEqual(['GET /v1/media.php', expect.stringMatching(/^GET \/v1\/media\/[^/]+$/)]);
	});

	test('are left where they are when nobody asked for them', async () => {
		const { item } = await helloAllTrigger({}).deliver(await sent(PICTURE));
		expect(item!.binary).toBeUndefined();
		expect(await calls()).toEqual([]);
	});

	test('of a blocked sender are never fetched', async () => {
		const delivery = await sent(PICTURE);
		const answer = await helloAllTrigger({ downloadMedia: true }, { block: CUSTOMER }).deliver(delivery);
		expect(answer).toMatchObject({ status: 200, items: undefined });
		expect(await calls()).toEqual([]);
	});

	test('that do not come in time leave the message with a note', async () => {
		const delivery = await sent(PICTURE);
		await sandbox.fault({ kind: 'delay', ms: 8_000 }, { path: '/v1/media.php' });
		const start = Date.now();
		const { status, item } = await helloAllTrigger({ downloadMedia: true }).deliver(delivery);
		expect(Date.now() - start).toBeLessThan(9_000);
		expect(status).toBe(200);
		expect(item).toMatchObject({
			json: { text: 'Look', media: { downloadError: expect.stringContaining('6 seconds') } },
		});
	}, 15_000);

	test('that are gone leave the message with a note', async () => {
		const delivery = await sent(PICTURE);
		await sandbox.fault({ kind: 'status', status: 404 }, { path: '/v1/media*' });
		const { item } = await helloAllTrigger({ downloadMedia: true }).deliver(delivery);
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
		const own = helloAllTrigger({ downloadMedia: true, dropDuplicates: false }, {}, provider.url);
		const { item } = await own.deliver({
			body: { messages: [{ from: CUSTOMER, id: 'ABGG-1', type: 'image', image: media }] },
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

describe('marking as read', () => {
	const hello = { type: 'text', text: { body: 'Hi' } };

	test('tells Hello All, once a message was let through', async () => {
		const { body, ...delivery } = await sent(hello);
		const { id } = JSON.parse(body).messages[0] as { id: string };
		await helloAllTrigger({ markRead: true }, { block: CUSTOMER }).deliver({ body, ...delivery });
		expect(await calls()).toEqual([]);
		await helloAllTrigger({ markRead: true }).deliver({ body, ...delivery });
		expect(await sandbox.requests()).toMatchObject([
			{ method: 'PUT', path: `/v1/messages/${id}`, body: { status: 'read' }, status: 200 },
		]);
	});

	test.each([404, 500])('that fails with %i loses nothing', async (status) => {
		const delivery = await sent(hello);
		await sandbox.fault({ kind: 'status', status }, { path: '/v1/messages/*' });
		expect((await helloAllTrigger({ markRead: true }).deliver(delivery)).items).toHaveLength(1);
	});
});
