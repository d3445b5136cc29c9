import { until } from '../waiting';
import { Receiver } from './harness';
import { ASHA, HelloAllBench, text } from './helloAllBench';

const SECRET = { 'X-Hook-Secret': 'f3a9c1e07d' };
const PATH = '/v1/configs/webhook';
let bench: HelloAllBench;
let receiver: Receiver;
let hook: string;
beforeAll(async () => {
	bench = await HelloAllBench.start();
});
beforeEach(async () => {
	await bench.control('POST', '/reset');
	receiver = new Receiver();
	hook = await receiver.listen();
});
afterEach(async () => await receiver.close());
afterAll(async () => await bench.close());

const set = async (url = hook, more: object = {}) => await bench.call('POST', PATH, { url, ...more });
const bodies = () => receiver.deliveries.map(({ body }) => body);

describe('the one webhook of the number', () => {
	test('there is none at first', async () => {
		expect((await bench.call('GET', PATH)).body).toEqual({ url: '', headers: {} });
		expect(await bench.webhooks()).toEqual([]);
		expect((await bench.inbound({ type: 'text', text: 'Hi' })).deliveries).toEqual([]);
	});

	test('is stored with its headers, and replaced by the next', async () => {
		expect((await set(hook, { headers: SECRET })).body).toEqual({ url: hook, headers: SECRET });
		expect((await bench.call('GET', PATH)).body).toEqual({ url: hook, headers: SECRET });
		await set('https://crm.example.com/hook');
		expect((await bench.call('GET', PATH)).body).toEqual({
			url: 'https://crm.example.com/hook',
			headers: {},
		});
		expect(await bench.webhooks()).toHaveLength(1);
	});

	test('is the same for every key of the number', async () => {
		await set();
		const { body } = await bench.control('POST', '/keys', { provider: 'hello-all' });
		expect((await bench.call('GET', PATH, undefined, { 'API-KEY': body.apiKey })).body.url).toBe(hook);
	});

	test('goes with DELETE, whichever URL that names', async () => {
		await set();
		expect((await bench.call('DELETE', PATH, { url: 'https://other.example.com/' })).status).toBe(200);
		expect(await bench.webhooks()).toEqual([]);
	});

	test('to the letter it goes with an empty URL only', async () => {
		await bench.settings({ dialect: 'literal' });
		await set();
		expect((await bench.call('DELETE', PATH, { url: hook })).status).toBe(405);
		expect(await bench.webhooks()).toHaveLength(1);
		expect((await bench.call('POST', PATH, { url: '' })).status).toBe(200);
		expect(await bench.webhooks()).toEqual([]);
	});

	test.each<[unknown, number]>([
		[{ url: 'http://crm.example.com/' }, 1009],
		[{ url: 'nonsense' }, 1009],
		[{ url: '' }, 1008],
		[{}, 1008],
		[{ url: 'https://crm.example.com/', headers: { 'X-A': 7 } }, 1009],
		[{ url: 'https://crm.example.com/', secret: 'x' }, 1010],
	])('%j is refused and changes nothing', async (body, code) => {
		await set();
		const answer = await bench.call('POST', PATH, body);
		expect([answer.status, answer.body.errors[0].code]).toEqual([400, code]);
		expect((await bench.call('GET', PATH)).body.url).toBe(hook);
	});
});

describe('the handshake', () => {
	const handshake = async () =>
		await until(
			async () => (await bench.webhooks())[0]?.handshake,
			(value) => value !== undefined,
		);

	test('asks for an echo under the misspelt name, beside what the URL says already', async () => {
		const asked: URLSearchParams[] = [];
		receiver.answer = ({ method, url }) => {
			const parameters = new URL(url, hook).searchParams;
			if (method === 'GET') asked.push(parameters);
			return { status: 200, body: parameters.get('challange') ?? '' };
		};
		await set(`${hook}?token=t1`);
		expect(await handshake()).toEqual({ status: 200, echoed: true });
		expect(asked.map((one) => [...one.keys()])).toEqual([['token', 'challange']]);
	});

	test('that fails is noted and no more', async () => {
		await set();
		expect(await handshake()).toEqual({ status: 200, echoed: false });
		receiver.answer = () => ({ status: 404 });
		await set();
		expect(await handshake()).toEqual({ status: 404, echoed: false });
		receiver.answer = () => 'hang up';
		await set();
		expect(await handshake()).toEqual({ status: null, echoed: false });
		expect(await bench.webhooks()).toHaveLength(1);
	});
});

describe('a customer writes', () => {
	beforeEach(async () => await set(hook, { headers: SECRET }));

	test('on premises: lists at the top, with the headers that were registered', async () => {
		const { id, deliveries } = await bench.inbound({ type: 'text', text: 'Hello' });
		expect(deliveries).toEqual([{ url: hook, status: 200, attempts: 1 }]);
		expect(bodies()).toEqual([
			{
				contacts: [{ profile: { name: 'Asha Verma' }, wa_id: ASHA, user_id: expect.any(String) }],
				messages: [
					{
						from: ASHA,
						id,
						timestamp: expect.stringMatching(/^\d{10}$/),
						text: { body: 'Hello' },
						type: 'text',
					},
				],
			},
		]);
		expect(receiver.deliveries[0]?.headers).toMatchObject({ 'x-hook-secret': 'f3a9c1e07d' });
	});

	test('cloud: the envelope', async () => {
		await bench.settings({ answer: 'cloud' });
		const { id } = await bench.inbound({ type: 'text', text: 'Hello' });
		const [{ value, field }] = bodies()[0].entry[0].changes;
		expect(field).toBe('messages');
		expect(value.metadata).toEqual({
			display_phone_number: '918000000002',
			phone_number_id: '206600700800900',
		});
		expect(value.messages).toEqual([expect.objectContaining({ id, text: { body: 'Hello' } })]);
	});

	test('a voice note, an unsupported message and a changed number have their older words', async () => {
		await bench.inbound({ type: 'audio', audio: { voice: true } });
		await bench.inbound({ type: 'unsupported', errors: [{ code: 131051, title: 'Unsupported' }] });
		await bench.inbound({ type: 'system', system: { body: 'moved', wa_id: '910000000999' } });
		const [voice, unknown, system] = bodies().map(({ messages }) => messages[0]);
		expect(voice).toMatchObject({
			type: 'voice',
			voice: { id: expect.any(String), mime_type: 'audio/ogg; codecs=opus' },
		});
		expect(voice).not.toHaveProperty('audio');
		expect(voice.voice).not.toHaveProperty('voice');
		expect(unknown).toMatchObject({ type: 'unknown', errors: [{ code: 501 }] });
		expect(system.system).toEqual({ body: 'moved', new_wa_id: '910000000999' });
	});

	test('who hides the number is known by the user id', async () => {
		await bench.control('PATCH', `/hello-all/customers/${ASHA}`, { hidesNumber: true });
		await bench.inbound({ type: 'text', text: 'Hello' });
		const [{ contacts, messages }] = bodies();
		expect(messages[0]).not.toHaveProperty('from');
		expect(messages[0].from_bsuid).toBe(contacts[0].user_id);
		expect(contacts[0]).not.toHaveProperty('wa_id');
	});

	test('a file is there to be downloaded by its id', async () => {
		await bench.inbound({ type: 'image', image: { base64: Buffer.from('a picture').toString('base64') } });
		const { image } = bodies()[0].messages[0];
		const { status, bytes } = await bench.bytes('GET', `/v1/media.php?id=${image.id}`);
		expect([status, bytes.toString()]).toEqual([200, 'a picture']);
	});
});

describe('statuses', () => {
	beforeEach(async () => await set());
	const statuses = () => bodies().flatMap((body) => body.statuses ?? []);

	test('on premises', async () => {
		const { id } = (await bench.send(text())).body.messages[0];
		await until(statuses, (told) => told.length === 2);
		const told = (status: string) => ({
			id,
			status,
			recipient_id: ASHA,
			timestamp: expect.stringMatching(/^\d{10}$/),
			type: 'message',
			conversation: { id: expect.any(String) },
			pricing: { billable: false, pricing_model: 'CBP' },
		});
		expect(statuses()).toEqual([told('sent'), told('delivered')]);
	});

	test('cloud', async () => {
		await bench.settings({ answer: 'cloud' });
		const { id } = (await bench.send(text())).body.messages[0];
		await until(
			() => receiver.entries('statuses'),
			(told) => told.length === 2,
		);
		expect(receiver.entries('statuses').map((one) => [one.id, one.status])).toEqual([
			[id, 'sent'],
			[id, 'delivered'],
		]);
	});

	test('a queued message shows its id only here; a refusal too', async () => {
		await bench.settings({ answer: 'queue' });
		const { queue_id } = (await bench.send(text())).body.message;
		await until(statuses, (told) => told.length === 2);
		expect(statuses()[0].id).toBe((await bench.conversation(ASHA))[0].id);
		expect(JSON.stringify(bodies())).not.toContain(queue_id);
		await bench.settings({ window: 'closed' });
		await bench.send(text());
		await until(statuses, (told) => told.length === 3);
		expect(statuses()[2]).toMatchObject({
			status: 'failed',
			errors: [{ code: 470, title: expect.stringContaining('24 hours'), details: expect.any(String) }],
		});
	});

	test('the control API may say anything about a message', async () => {
		const { id } = (await bench.send(text())).body.messages[0];
		await bench.control('POST', '/hello-all/statuses', { id, status: 'read' });
		expect(statuses().at(-1)).toMatchObject({ id, status: 'read' });
	});
});

describe('a receiver that fails', () => {
	const deliver = async () => (await bench.inbound({ type: 'text', text: 'Hi' })).deliveries;
	beforeEach(async () => {
		await set();
		await bench.control('POST', '/delivery', { retryScale: 0.001 });
	});

	test.each([404, 302, 500])('%i is tried again until it is taken', async (status) => {
		receiver.answer = (_, count) => ({ status: count < 3 ? status : 200 });
		expect(await deliver()).toEqual([{ url: hook, status: 200, attempts: 3 }]);
		expect(bodies()).toHaveLength(3);
	});

	test('the waits grow: the fifth attempt is far away', async () => {
		receiver.answer = () => 'hang up';
		expect(await deliver()).toEqual([expect.objectContaining({ status: null, attempts: 5, pending: true })]);
	});

	test('a replaced webhook is told nothing more', async () => {
		// Attempts after 0, 0.25, 1.75 s and more.
		await bench.control('POST', '/delivery', { retryScale: 0.05 });
		receiver.answer = () => ({ status: 500 });
		const delivering = deliver();
		await until(bodies, (all) => all.length > 0);
		await set('https://crm.example.com/hook');
		const [{ attempts }] = await until(
			async () => (await bench.control('GET', '/deliveries?provider=hello-all')).body,
			([told]) => !told.pending,
			10_000,
		);
		expect(attempts).toBeLessThan(3);
		expect(bodies()).toHaveLength(attempts);
		await delivering;
	});

	test('raw bodies and duplicates arrive as told', async () => {
		await bench.control('POST', '/delivery', { duplicates: 1 });
		await bench.control('POST', '/hello-all/webhooks/raw', {
			body: 'just some words',
			contentType: 'text/plain',
		});
		expect(receiver.deliveries.map(({ raw }) => raw)).toEqual(['just some words', 'just some words']);
	});
});
