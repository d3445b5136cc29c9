import { until } from '../waiting';
import { Bench, text, useBench } from './harness';
import { buttons, card, interactive, list, location, media, rows, TO } from './heltarMessages';

const bench = useBench(Bench);

describe('a body that is not in order', () => {
	test.each<[string, object, RegExp]>([
		['an unknown key on text', { ...text(TO), preview_url: true }, /preview_url/],
		['an unknown key on media', media({ to: TO }), /to/],
		[
			'an unknown key on template',
			{ clientWaNumber: TO, messageType: 'template', templateName: 'x', languageCode: 'en', namespace: 'n' },
			/namespace/,
		],
		[
			'contextId on a template',
			{
				clientWaNumber: TO,
				messageType: 'template',
				templateName: 'x',
				languageCode: 'en',
				contextId: 'wamid.x',
			},
			/contextId/,
		],
		['an empty text', text(TO, ''), /message/],
		['4097 characters', text(TO, 'x'.repeat(4097)), /4096/],
		['an empty contextId', { ...text(TO), contextId: '' }, /contextId/],
		['no recipient', { messageType: 'text', message: 'x' }, /clientWaNumber/],
		['a number with a leading 0', text('07700900123'), /Invalid format\. Expected a phone number/],
		['a short number', text('12345'), /Invalid format/],
		['a name as recipient', text('Dana'), /Invalid format/],
		['an unknown messageType', { clientWaNumber: TO, messageType: 'sms', message: 'x' }, /messageType/],
		['plain http media', media({ url: 'http://files.example.com/a.jpg' }), /url/],
		['size as text', media({ size: '12' }), /size/],
		['a caption on audio', media({ mediaType: 'audio', mimeType: 'audio/ogg', caption: 'x' }), /caption/],
		['an empty caption', media({ caption: '' }), /caption/],
		['a location without longitude', location({ latitude: 1 }), /longitude/],
		['a location as text', location({ latitude: '1', longitude: 2 }), /latitude/],
		['a contact card without prefix', card({ formatted_name: 'Dana' }), /prefix/],
		['an unknown interactive type', interactive({ type: 'hologram', action: {} }), /type/],
		[
			'eleven sections',
			list(...Array.from({ length: 11 }, (_, i) => ({ title: `S${i}`, rows: rows(1, i) }))),
			/sections/,
		],
		['eleven rows in a section', list({ title: 'A', rows: rows(11) }), /rows/],
		[
			'index as text',
			{
				clientWaNumber: TO,
				messageType: 'template',
				templateName: 'x',
				languageCode: 'en',
				variables: [{ type: 'button', sub_type: 'url', index: '0' }],
			},
			/index/,
		],
		[
			'a flat list of variables',
			{
				clientWaNumber: TO,
				messageType: 'template',
				templateName: 'x',
				languageCode: 'en',
				variables: [{ type: 'text', text: 'x' }],
			},
			/variables/,
		],
	])('%s: 400, and nothing of the batch is sent', async (_name, message, reason) => {
		const { status, body } = await bench.send(text('919811111112'), message);
		expect(status).toBe(400);
		expect(body).toMatchObject({ errorType: 'BadRequest', errorsValidation: null, errorRaw: null });
		expect(body.errorMessage).toMatch(reason);
		expect(body.errorMessage).toContain('messages[1]');
		expect(await bench.conversation('919811111112')).toEqual([]);
	});

	test('more than 1000 messages, none, or no array', async () => {
		const many = Array.from({ length: 1001 }, (_, index) => text(`91980000${1000 + index}`));
		expect((await bench.send(...many)).status).toBe(400);
		expect((await bench.send()).status).toBe(400);
		expect((await bench.heltar('POST', '/v1/messages/send', { messages: text(TO) })).status).toBe(400);
		expect(
			(await bench.heltar('POST', '/v1/messages/send?priority=maybe', { messages: [text(TO)] })).status,
		).toBe(400);
	});
});

describe('what WhatsApp refuses', () => {
	test.each<[string, object, number]>([
		['a button title of 21 characters', buttons('x'.repeat(21)), 131009],
		['four buttons', buttons('a', 'b', 'c', 'd'), 131009],
		['two buttons of one title', buttons('a', 'a'), 131009],
		['no body', interactive({ type: 'button', body: undefined, action: { buttons: [] } }), 131008],
		['an empty footer', interactive({ ...buttons('a').interactive, footer: { text: '' } }), 131008],
		[
			'a footer of 61 characters',
			interactive({ ...buttons('a').interactive, footer: { text: 'x'.repeat(61) } }),
			131009,
		],
		[
			'an image header on a list',
			interactive({
				...list({ title: 'A', rows: rows(1) }).interactive,
				header: { type: 'image', image: { link: 'https://x.example/a.png' } },
			}),
			131009,
		],
		['eleven rows in all', list({ title: 'A', rows: rows(6) }, { title: 'B', rows: rows(5, 6) }), 131009],
		['two sections, one untitled', list({ rows: rows(1) }, { title: 'B', rows: rows(1, 1) }), 131008],
		['a row id twice', list({ title: 'A', rows: [...rows(1), ...rows(1)] }), 131009],
		[
			'an unknown product',
			interactive({ type: 'product', action: { catalog_id: '700100200300', product_retailer_id: 'X' } }),
			131009,
		],
		[
			'an unknown catalogue',
			interactive({ type: 'product', action: { catalog_id: '1', product_retailer_id: 'SKU-7' } }),
			131009,
		],
		['a GIF as image', media({ mimeType: 'image/gif' }), 131053],
		['an image over 5 MB', media({ size: 6_000_000 }), 131053],
		['a message to the business itself', text('918000000001'), 131021],
	])(
		'%s: the item fails with code and details, and the customer sees nothing',
		async (_name, message, code) => {
			const { status, body } = await bench.send(message);
			expect(status).toBe(400);
			expect(body.errorMessage).toBe('Failed to send all messages');
			const failure = body.errorRaw.fail[0];
			expect(failure.errorCode).toBe(400);
			expect(failure.errorData.error.code).toBe(code);
			expect(failure.errorData.error.error_data.details).not.toBe('');
			expect(failure.message).toEqual(JSON.parse(JSON.stringify(message)));
			expect(await bench.conversation(TO)).toEqual([]);
		},
	);

	test('some of several: 206 with both maps by position', async () => {
		const { status, body } = await bench.send(
			text(TO),
			text('919800000105'),
			text('919800000106'),
			text('919811111112'),
		);
		expect(status).toBe(206);
		expect(Object.keys(body.data.success)).toEqual(['0', '3']);
		expect(body.data.fail[1]).toMatchObject({
			clientWaNumber: '919800000105',
			errorCode: 500,
			errorData: 'Client is blocked',
		});
		expect(body.data.fail[2].errorData).toBe('Client has not opted in');
		expect(body.message).toContain('2 of 4');
	});

	test('all of several: the most frequent status of the failures', async () => {
		const { status, body } = await bench.send(
			text('919800000105'),
			text('919800000106'),
			text('918000000001'),
		);
		expect(status).toBe(500);
		expect(body.errorType).toBe('InternalServerError');
		expect(Object.keys(body.errorRaw.fail)).toHaveLength(3);
	});

	test('free-form messages outside the 24-hour window, but templates pass', async () => {
		await bench.settings({ window: 'closed' });
		const template = {
			clientWaNumber: TO,
			messageType: 'template',
			templateName: 'hello_world',
			languageCode: 'en_US',
		};
		const { status, body } = await bench.send(text(TO), template);
		expect(status).toBe(206);
		expect(body.data.fail[0].errorData.error.code).toBe(131047);
		expect(Object.keys(body.data.success)).toEqual(['1']);
	});

	test('with the real window, a message from the customer opens it', async () => {
		await bench.settings({ window: 'real' });
		expect((await bench.send(text(TO))).status).toBe(400);
		await bench.control('POST', '/heltar/inbound', { from: TO, message: { type: 'text', text: 'Hi' } });
		expect((await bench.send(text(TO))).status).toBe(200);
		const history = (await bench.heltar('GET', `/v1/messages/${TO}`)).body.data;
		expect(history.canMessage).toBe(true);
		expect(Date.parse(history.conversationExpire) - Date.now()).toBeGreaterThan(23 * 3_600_000);
	});

	test('someone without WhatsApp: accepted first, failed by status', async () => {
		await bench.control('PATCH', `/heltar/customers/${TO}`, { onWhatsApp: false });
		expect((await bench.send(text(TO))).status).toBe(200);
		const [entry] = await until(
			async () => await bench.conversation(TO),
			([one]) => one.status === 'failed',
		);
		expect(entry.errors[0].code).toBe(131026);
	});

	test('someone who blocked the business: sent, never delivered', async () => {
		await bench.control('PATCH', `/heltar/customers/${TO}`, { blocksBusiness: true });
		await bench.send(text(TO));
		// Somebody else's message, sent later, is delivered: it would have been, too.
		await bench.send(text('919811111112'));
		await until(
			async () => await bench.conversation('919811111112'),
			([one]) => one.status === 'delivered',
		);
		expect((await bench.conversation(TO))[0].status).toBe('sent');
	});
});
