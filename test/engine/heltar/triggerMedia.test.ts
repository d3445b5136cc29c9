import { CUSTOMER_FILES, FILE_TEXT, PICTURE } from '../customerFiles';
import { catchDeliveries } from '../deliveryCatcher';
import { openSandbox } from '../sandboxClient';
import { trigger } from '../triggerHarness';

const KEY = 'hk_live_sandbox';
const CUSTOMER = '447700900123';

let sandbox: Awaited<ReturnType<typeof openSandbox>>;
let receiver: Awaited<ReturnType<typeof catchDeliveries>>;
beforeAll(async () => {
	sandbox = await openSandbox();
	receiver = await catchDeliveries();
	await fetch(`${sandbox.baseUrl}/v1/business/webhook-url`, {
		method: 'POST',
		headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
		body: JSON.stringify({ urls: [{ url: receiver.url, isEnabled: true, fields: ['metaWebhooks'] }] }),
	});
});
afterAll(async () => {
	receiver.close();
	await sandbox.close();
});
beforeEach(async () => {
	receiver.taken.length = 0;
	await sandbox.noFaults();
});

const heltarTrigger = (options: Record<string, unknown>, filters = {}) =>
	trigger(
		'heltarTrigger',
		{ events: ['message'], filters: filters as never, options: { verify: false, ...options } as never },
		{
			heltarApi: { apiKey: KEY, baseUrl: sandbox.baseUrl },
		},
	);

/** What the sandbox delivers when the customer sends this. */
async function sent(message: object) {
	await sandbox.post('/heltar/inbound', { from: CUSTOMER, name: 'Dana', message });
	await sandbox.requests();
	return receiver.taken.at(-1)!;
}

const calls = async () => (await sandbox.requests()).map(({ method, path }) => `${method} ${path}`);
describe('files customers send', () => {
	test.each(CUSTOMER_FILES)(
		'%s arrives as binary, with name and type',
		async (_name, message, mimeType, fileName) => {
			const delivery = await sent(message);
			const { item } = await heltarTrigger({ downloadMedia: true }).deliver(delivery);
			const { data, mimeType: type, fileName: name } = item!.binary!.data;
			expect(Buffer.from(data, 'base64').toString()).toBe(FILE_TEXT);
			expect(type).toContain(mimeType);
			expect(name).toMatch(fileName);
		},
	);

	test('are left where they are when nobody asked for them', async () => {
		const delivery = await sent(PICTURE);
		const { item } = await heltarTrigger({}).deliver(delivery);
		expect(item!.binary).toBeUndefined();
		expect(await calls()).toEqual([]);
	});

	test('of a blocked sender are never fetched', async () => {
		const delivery = await sent(PICTURE);
		const answer = await heltarTrigger({ downloadMedia: true }, { block: CUSTOMER }).deliver(delivery);
		expect(answer).toMatchObject({ status: 200, items: undefined });
		expect(await calls()).toEqual([]);
	});

	test('that do not come in time leave the message with a note', async () => {
		const delivery = await sent(PICTURE);
		await sandbox.fault({ kind: 'delay', ms: 8_000 }, { path: '/v1/messages/fetch-media' });
		const start = Date.now();
		const { status, item } = await heltarTrigger({ downloadMedia: true }).deliver(delivery);
		expect(Date.now() - start).toBeLessThan(9_000);
		expect(status).toBe(200);
		expect(item).toMatchObject({
			json: { text: 'Look', media: { downloadError: expect.stringContaining('6 seconds') } },
		});
	}, 15_000);
});

describe('marking as read', () => {
	test('tells Heltar, once a message was let through', async () => {
		const delivery = await sent({ type: 'text', text: { body: 'Hi' } });
		await heltarTrigger({ markRead: true }).deliver(delivery);
		expect(await calls()).toEqual([`GET /v1/messages/mark-read-msg/${CUSTOMER}`]);
	});

	test('that fails loses nothing', async () => {
		const delivery = await sent({ type: 'text', text: { body: 'Hi' } });
		await sandbox.fault({ kind: 'status', status: 500 }, { path: '/v1/messages/mark-read-msg/*' });
		expect((await heltarTrigger({ markRead: true }).deliver(delivery)).items).toHaveLength(1);
	});
});
