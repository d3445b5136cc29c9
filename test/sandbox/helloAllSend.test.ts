import { until } from '../waiting';
import { ASHA, HelloAllBench, template, text, words } from './helloAllBench';
import { useBench } from './harness';
import { buttons, LINK, list, rows, to } from './helloAllMessages';

const bench = useBench(HelloAllBench);

describe('a message', () => {
	test.each<[string, object, string]>([
		['text', text('Hello'), 'Hello'],
		['text with a link preview on premises', text('Hello', { preview_url: true }), 'Hello'],
		['text with a link preview in the cloud', to('text', { body: 'Hello', preview_url: true }), 'Hello'],
		['image', to('image', { link: LINK, caption: 'Red' }), 'Red'],
		['video', to('video', { link: LINK }), '[video]'],
		['document', to('document', { link: LINK, filename: 'inv-17.pdf' }), '[document: inv-17.pdf]'],
		['audio', to('audio', { link: LINK }), '[audio]'],
		['sticker', to('sticker', { link: LINK }), '[sticker]'],
		[
			'location',
			to('location', { latitude: 28.4, longitude: 77, name: 'Pier' }),
			'[location] Pier (28.4, 77)',
		],
		[
			'contacts',
			to('contacts', [
				{ name: { formatted_name: 'Dana F', first_name: 'Dana' }, phones: [{ phone: '+4477009' }] },
			]),
			'[contacts] Dana F +4477009',
		],
		['list', list({ rows: rows(2) }), 'Choose'],
		['list of two sections', list({ title: 'A', rows: rows(2) }, { title: 'B', rows: rows(2, 2) }), 'Choose'],
		['buttons', buttons('Yes', 'No'), 'Choose'],
		['template', template('welcome'), 'Welcome to Example Stores! How can we help?'],
	])('%s is accepted and reaches the customer as it was sent', async (_, message, shown) => {
		const { status, body } = await bench.send(message);
		expect(status).toBe(201);
		expect(body).toEqual({
			messages: [{ id: expect.stringMatching(/^gBEG/) }],
			meta: { api_status: 'stable', version: expect.any(String) },
		});
		const delivered = await until(
			async () => await bench.conversation(ASHA),
			([entry]) => entry.status === 'delivered',
		);
		expect(delivered).toEqual([
			expect.objectContaining({ id: body.messages[0].id, direction: 'out', text: shown, raw: message }),
		]);
	});

	test('may quote a message, and may not quote a queue id', async () => {
		const { id } = await bench.inbound({ type: 'text', text: 'Where is it?' });
		expect((await bench.send(text('On its way', { context: { message_id: id } }))).status).toBe(201);
		await bench.settings({ answer: 'queue' });
		const { queue_id } = (await bench.send(text())).body.message;
		await bench.settings({ answer: 'onPremises' });
		expect(await bench.problem(text('Again', { context: { message_id: queue_id } }))).toEqual([
			400,
			1009,
			'context.message_id is not the id of a message',
		]);
	});

	test('may send a file the service holds, and no other', async () => {
		await bench.inbound({ type: 'image' });
		const [{ raw }] = await bench.conversation(ASHA);
		expect((await bench.send(to('image', { id: raw.image.id }))).status).toBe(201);
		expect((await bench.problem(to('image', { id: 'unknown' }))).slice(0, 2)).toEqual([400, 1009]);
	});
});

test('a template with header, variables and a button is filled in', async () => {
	const components = [
		{ type: 'header', parameters: [{ type: 'image', image: { link: LINK } }] },
		{ type: 'body', parameters: words('Asha') },
		{ type: 'button', sub_type: 'url', index: '0', parameters: words('shoes') },
	];
	const { status } = await bench.send(
		template('new_arrivals', components, { namespace: '6c1f2a90_4b7d_4e35_9a68_2d5e80f1c3b7' }),
	);
	expect(status).toBe(201);
	expect((await bench.conversation(ASHA))[0].text).toBe('Hi Asha, have a look at what came in this week.');
});

describe('answer forms', () => {
	test('on premises, with contacts when told so', async () => {
		await bench.settings({ answerContacts: true });
		expect((await bench.send(text())).body).toEqual({
			contacts: [{ input: ASHA, wa_id: ASHA }],
			messages: [{ id: expect.stringMatching(/^gBEG/) }],
			meta: expect.anything(),
		});
	});

	test('cloud', async () => {
		await bench.settings({ answer: 'cloud' });
		const { status, body } = await bench.send(text());
		expect([status, body]).toEqual([
			200,
			{
				messaging_product: 'whatsapp',
				contacts: [{ input: ASHA, wa_id: ASHA }],
				messages: [{ id: expect.stringMatching(/^wamid\./), message_status: 'accepted' }],
			},
		]);
	});

	const QUEUE = expect.stringMatching(/^q-/);
	test.each([
		['nested', { message: { queue_id: QUEUE, message_status: 'queued' } }],
		['flat', { queue_id: QUEUE, status: 'queued' }],
		['flatMessage', { message_id: expect.stringMatching(/^gBEG/), status: 'queued' }],
		['data', { success: true, data: { queue_id: QUEUE, status: 'queued' } }],
		[
			'dataMessage',
			{ success: true, data: { message_id: expect.stringMatching(/^gBEG/), status: 'queued' } },
		],
	])('queue, %s', async (queueForm, expected) => {
		await bench.settings({ answer: 'queue', queueForm });
		const { status, body } = await bench.send(text());
		expect([status, body]).toEqual([202, expected]);
		const delivered = await until(
			async () => await bench.conversation(ASHA),
			([entry]) => entry?.status === 'delivered',
		);
		expect(delivered).toHaveLength(1);
		expect(JSON.stringify(delivered)).not.toContain('q-');
	});

	test('the queue takes what WhatsApp will refuse; nobody receives it', async () => {
		await bench.settings({ answer: 'queue', window: 'closed' });
		await bench.call('POST', '/v1/configs/webhook', { url: 'https://crm.example.com/hook' });
		expect((await bench.send(text())).status).toBe(202);
		await until(
			async () => (await bench.control('GET', '/deliveries?provider=hello-all')).body,
			([told]) => told !== undefined && JSON.parse(told.body).statuses[0].status === 'failed',
		);
		expect(await bench.conversation(ASHA)).toEqual([]);
	});
});

describe('marking a message of a customer as read', () => {
	test('shows on the message', async () => {
		const { id } = await bench.inbound({ type: 'text', text: 'Hi' });
		expect(
			(await bench.call('PUT', `/v1/messages/${encodeURIComponent(id)}`, { status: 'read' })).status,
		).toBe(200);
		expect((await bench.conversation(ASHA))[0].status).toBe('read');
	});

	test('needs a message of a customer, and the word read', async () => {
		const sent = (await bench.send(text())).body.messages[0].id;
		const mark = async (id: string, body: object) => {
			const answer = await bench.call('PUT', `/v1/messages/${encodeURIComponent(id)}`, body);
			return [answer.status, answer.body.errors[0].code];
		};
		expect(await mark('unknown', { status: 'read' })).toEqual([404, 1006]);
		expect(await mark(sent, { status: 'read' })).toEqual([400, 1009]);
		expect(await mark(sent, { status: 'seen' })).toEqual([400, 1009]);
	});
});
