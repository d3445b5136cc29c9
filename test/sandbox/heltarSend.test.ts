import { until } from '../waiting';
import { Bench, text, useBench } from './harness';
import { buttons, card, interactive, list, location, media, rows, TO } from './heltarMessages';

const bench = useBench(Bench);

describe('a message that is in order', () => {
	test.each<[string, object, string, string]>([
		['text', text(TO, 'Hello there'), 'text', 'Hello there'],
		['media', media({ caption: 'New in' }), 'image', 'New in'],
		[
			'document',
			media({ mediaType: 'document', name: 'a.pdf', mimeType: 'application/pdf' }),
			'document',
			'[document: a.pdf]',
		],
		[
			'location',
			location({ latitude: 51.5, longitude: 0, name: 'Pier' }),
			'location',
			'[location] Pier (51.5, 0)',
		],
		['contact card', card(), 'contacts', '[contacts] Dana Field +44 7700 900555'],
		['buttons', buttons('Morning', 'Afternoon'), 'interactive', 'Choose'],
		['list', list({ title: 'A', rows: rows(5) }, { title: 'B', rows: rows(5, 5) }), 'interactive', 'Choose'],
		[
			'URL button',
			interactive({
				type: 'cta_url',
				header: { type: 'text', text: 'Parcel' },
				action: { name: 'cta_url', parameters: { display_text: 'Open', url: 'https://example.org/t' } },
			}),
			'interactive',
			'Choose',
		],
		[
			'address request',
			interactive({
				type: 'address_message',
				action: { name: 'address_message', parameters: { country: 'IN' } },
			}),
			'interactive',
			'Choose',
		],
		[
			'location request',
			interactive({ type: 'location_request_message', action: { name: 'send_location' } }),
			'interactive',
			'Choose',
		],
		[
			'catalogue',
			interactive({ type: 'catalog_message', body: undefined, action: { name: 'catalog_message' } }),
			'interactive',
			'[catalog_message]',
		],
		[
			'product',
			interactive({ type: 'product', action: { catalog_id: '700100200300', product_retailer_id: 'SKU-7' } }),
			'interactive',
			'Choose',
		],
		[
			'product list with one unknown product',
			interactive({
				type: 'product_list',
				header: { type: 'text', text: 'Best' },
				action: {
					catalog_id: '700100200300',
					sections: [
						{
							title: 'Cups',
							product_items: [{ product_retailer_id: 'SKU-7' }, { product_retailer_id: 'X' }],
						},
					],
				},
			}),
			'interactive',
			'Choose',
		],
	])('%s: reaches the customer as it was sent', async (_name, message, type, rendering) => {
		const { status, body } = await bench.send(message);
		expect(body.data?.fail).toEqual({});
		expect(status).toBe(200);
		const { wamid } = body.data.success[0].message;
		expect(wamid).toMatch(/^wamid\./);
		const [entry] = await bench.conversation(TO);
		expect(entry).toMatchObject({ id: wamid, direction: 'out', type, text: rendering });
		expect(entry.raw).toEqual(JSON.parse(JSON.stringify(message)));
	});

	test('becomes sent, then delivered', async () => {
		const { body } = await bench.send(text(TO));
		expect(body.data.success[0].message.status).toBe('waiting');
		await until(
			async () => await bench.conversation(TO),
			([entry]) => entry.status === 'delivered',
		);
		const { wamid } = body.data.success[0].message;
		const record = (await bench.heltar('GET', `/v1/messages?wamid=${encodeURIComponent(wamid)}`)).body.data;
		expect(record).toMatchObject({
			wamid,
			clientWaNumber: TO,
			status: 'delivered',
			type: 'text',
			body: 'Hello',
		});
	});

	test('may name its recipient with decoration today, and shows the bare number', async () => {
		const { body } = await bench.send(text('+91 98111-11111'));
		expect(body.data.success[0].clientWaNumber).toBe(TO);
		expect((await bench.conversation(TO))[0].raw.clientWaNumber).toBe('+91 98111-11111');
	});

	test('echoes refId, quotes what it answers, and keeps the custom data to itself', async () => {
		const inbound = await bench.control('POST', '/heltar/inbound', {
			from: TO,
			message: { type: 'text', text: 'Hi' },
		});
		const { body } = await bench.send({ ...text(TO), contextId: inbound.body.id, refId: 'r-1' });
		const { message } = body.data.success[0];
		expect(message.refId).toBe('r-1');
		expect(message.context).toEqual({ id: inbound.body.id, from: TO });
		const record = (await bench.heltar('GET', `/v1/messages?wamid=${encodeURIComponent(message.wamid)}`)).body
			.data;
		expect(record).not.toHaveProperty('refId');
	});

	test('as a private note it stays in the inbox', async () => {
		const { status, body } = await bench.send({ ...text(TO, 'call back'), isPrivate: true });
		expect(status).toBe(200);
		expect(await bench.conversation(TO)).toEqual([]);
		const { wamid } = body.data.success[0].message;
		const record = async () =>
			(await bench.heltar('GET', `/v1/messages?wamid=${encodeURIComponent(wamid)}`)).body.data;
		expect(await record()).toMatchObject({ status: 'waiting', metaData: { isPrivate: true } });
		expect(await record()).not.toHaveProperty('isPrivate');
		await bench.settings({ generation: 2023 });
		expect(await record()).toMatchObject({ status: 'waiting', isPrivate: true });
		expect(await record()).not.toHaveProperty('metaData');
	});
});

describe('asynchronous mode', () => {
	beforeEach(async () => await bench.settings({ asyncMode: true }));

	test('answers with a provisional id that the real one is found by', async () => {
		const { body } = await bench.send(text(TO));
		const { wamid, status } = body.data.success[0].message;
		expect(wamid).toMatch(/^hemid\./);
		expect(status).toBe('waiting');
		const record = await until(
			async () => (await bench.heltar('GET', `/v1/messages?wamid=${wamid}`)).body.data,
			(value) => value.status === 'delivered',
		);
		expect(record).toMatchObject({ hemid: wamid });
		expect(record.wamid).toMatch(/^wamid\./);
		expect(await bench.conversation(TO)).toHaveLength(1);
	});

	test('accepts everything and tells of failures later', async () => {
		const { status, body } = await bench.send(text('919800000105'), text(TO));
		expect(status).toBe(200);
		const { wamid } = body.data.success[0].message;
		const record = await until(
			async () => (await bench.heltar('GET', `/v1/messages?wamid=${wamid}`)).body.data,
			(value) => value.status === 'failed',
		);
		expect(record.failureReason).toBe('Client is blocked');
		expect(await bench.conversation('919800000105')).toEqual([]);
	});

	test('priority goes past the queue', async () => {
		const { body } = await bench.heltar('POST', '/v1/messages/send?priority=yes', { messages: [text(TO)] });
		expect(body.data.success[0].message.wamid).toMatch(/^wamid\./);
	});
});
