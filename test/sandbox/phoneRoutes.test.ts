import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { until } from '../waiting';
import { Bench, Receiver, text } from './harness';

const NUMBER = '919800000101';
const NAMES = { headers: { 'content-type': 'text/html' } };

let bench: Bench;
let receiver: Receiver;
beforeEach(async () => {
	bench = await Bench.start();
	receiver = new Receiver();
	const url = await receiver.listen();
	await bench.heltar('POST', '/v1/business/webhook-url', { urls: [{ url, isEnabled: true }] });
});
afterEach(async () => {
	await bench.close();
	await receiver.close();
});

const phone = async (path = '') => (await bench.control('GET', `/heltar/phone${path}`)).body;
const statuses = async () => (await phone(`/${NUMBER}`)).map(({ status }: { status: string }) => status);

test('the phone lists everybody, with what they have not read yet', async () => {
	await bench.send(text(NUMBER, 'One'), text(NUMBER, 'Two'));
	await until(statuses, (all) => all.every((status: string) => status === 'delivered'));
	const { business, people } = await phone();
	expect(business).toEqual({ name: 'Example Traders', number: '918000000001' });
	const asha = people.find(({ number }: { number: string }) => number === NUMBER);
	expect(asha).toMatchObject({ name: 'Asha Verma', unread: 2, count: 2, last: { text: 'Two' } });
});

test('looking at a conversation reads it, and the receiver is told', async () => {
	await bench.send(text(NUMBER));
	await until(statuses, (all) => all[0] === 'delivered');
	expect((await bench.control('POST', `/heltar/phone/${NUMBER}/read`)).body).toEqual({ read: 1 });
	expect(await statuses()).toEqual(['read']);
	await until(
		() => receiver.entries('statuses').map(({ status }) => status),
		(all) => all.includes('read'),
	);
});

test('a message is shown in WhatsApp’s words, whatever the API calls them', async () => {
	await bench.send({
		clientWaNumber: NUMBER,
		messageType: 'media',
		mediaType: 'image',
		url: 'https://files.example.com/a.png',
		name: 'a.png',
		mimeType: 'image/png',
		caption: 'Look',
	});
	const [message] = await phone(`/${NUMBER}`);
	expect(message).toMatchObject({ type: 'image', direction: 'out', quotes: null });
	expect(message.content).toEqual({
		link: 'https://files.example.com/a.png',
		src: null,
		filename: 'a.png',
		caption: 'Look',
		mime_type: 'image/png',
	});
});

test('behind a message stand the call with its answer, and the webhooks', async () => {
	const sent = await bench.send(text(NUMBER, 'Behind'));
	const id = sent.body.data.success[0].message.wamid;
	await until(
		() => receiver.entries('statuses'),
		(all) => all.length === 2,
	);
	const { body } = await bench.control('GET', `/heltar/messages/${encodeURIComponent(id)}`);
	expect(body.message).toMatchObject({ id, raw: { message: 'Behind' } });
	expect(body.call).toMatchObject({
		method: 'POST',
		path: '/v1/messages/send',
		status: 200,
		answer: sent.body,
	});
	expect(body.deliveries.map(({ event }: { event: string }) => event)).toEqual(['sent', 'delivered']);
	expect((await bench.control('GET', `/requests/${body.call.seq}`)).body).toEqual(body.call);
});

test('a broken call has no answer', async () => {
	await bench.control('POST', '/faults', { fault: { kind: 'resetAfter' } });
	await expect(bench.send(text(NUMBER))).rejects.toThrow();
	const { body } = await bench.control('GET', '/requests?provider=heltar&last=1');
	expect((await bench.control('GET', `/requests/${body[0].seq}`)).body).toMatchObject({
		status: 0,
		answer: null,
	});
});

test('one fault of several is taken back', async () => {
	const first = (await bench.control('POST', '/faults', { fault: { kind: 'resetBefore' } })).body.id;
	await bench.control('POST', '/faults', { fault: { kind: 'status', status: 503 } });
	expect((await bench.control('DELETE', `/faults/${first}`)).status).toBe(200);
	expect((await bench.control('DELETE', `/faults/${first}`)).status).toBe(404);
	expect((await bench.send(text(NUMBER))).status).toBe(503);
});

test('an uploaded file goes into a message, and nothing in it can run on the page', async () => {
	const { url } = bench.running;
	const upload = { method: 'POST', body: '<script>alert(1)</script>', ...NAMES };
	const file = (await (await fetch(`${url}/_sandbox/heltar/files?name=a.html`, upload)).json()) as {
		id: string;
	};
	await bench.control('POST', '/heltar/inbound', {
		from: NUMBER,
		message: { type: 'document', document: { id: file.id } },
	});
	expect(receiver.entries('messages')[0].document).toMatchObject({
		id: file.id,
		filename: 'a.html',
		mime_type: 'text/html',
	});
	const served = await fetch(`${url}/_sandbox/heltar/files/${file.id}`);
	expect(await served.text()).toBe('<script>alert(1)</script>');
	expect(served.headers.get('content-disposition')).toContain('attachment');
	expect(served.headers.get('content-security-policy')).toContain('sandbox');
});

test('data of an earlier version, without the newer columns, is taken over', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'sandbox-old-'));
	const dataFile = join(folder, 'data.sqlite');
	const old = await Bench.start({ dataFile });
	await old.send(text(NUMBER, 'Kept'));
	await old.close();
	const database = new DatabaseSync(dataFile);
	database.exec('ALTER TABLE messages DROP COLUMN call; ALTER TABLE requests DROP COLUMN answer;');
	database.close();
	const again = await Bench.start({ dataFile });
	expect((await again.conversation(NUMBER)).map(({ text: said }) => said)).toEqual(['Kept']);
	expect((await again.send(text(NUMBER, 'And on'))).status).toBe(200);
	await again.close();
	rmSync(folder, { recursive: true });
});
