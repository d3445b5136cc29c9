import { Bench, useBench } from './harness';
import { TO } from './heltarMessages';
import { button, document, image, named, template, words } from './heltarTemplateMessages';

const bench = useBench(Bench);

describe('sending a template', () => {
	test.each<[string, object, string]>([
		['no variables', template('start_conversation', 'en', []), 'Hi! You asked'],
		['variables null', template('start_conversation', 'en', null), 'Hi! You asked'],
		['no variables key', template('start_conversation', 'en'), 'Hi! You asked'],
		[
			'header and body, in any order',
			template('order_update', 'en', [
				words('body', 'Asha', '1042', 'packed', 'Friday'),
				words('header', '1042'),
			]),
			'Hello Asha, your order 1042 is packed. We expect it at your door on Friday.',
		],
		[
			'another language',
			template('order_update', 'hi', [words('header', '1'), words('body', 'आशा', '1', 'पैक', 'सोमवार')]),
			'नमस्ते आशा',
		],
		[
			'an image header',
			template('festive_offer', 'en', [image, words('body', 'Asha', '20%')]),
			'Take 20% off',
		],
		[
			'a document header and the second button',
			template('invoice_ready', 'en_GB', [document, words('body', 'Dana', 'INV-1'), button(1, 'inv-1')]),
			'Dear Dana, your invoice INV-1',
		],
		[
			'quick replies',
			template('feedback_request', 'en', [words('body', 'Asha')]),
			'Hello Asha, how was your visit?',
		],
		[
			'named variables',
			template('parcel_at_shop', 'en', [
				named('header', { parcel_number: 'P-1' }),
				named('body', { shop: 'Leeds', customer: 'Dana' }),
			]),
			'Hello Dana, your parcel waits at Leeds.',
		],
		[
			'a flow',
			template('book_a_fitting', 'en', [
				words('body', 'Dana'),
				{ type: 'button', sub_type: 'flow', index: 0 },
			]),
			'Hello Dana, choose a time',
		],
		[
			'a catalog',
			template('browse_range', 'en', [{ type: 'button', sub_type: 'catalog', index: 0 }]),
			'Our whole range',
		],
		[
			'a coupon',
			template('coupon_code', 'en', [
				words('body', 'Asha'),
				{
					type: 'button',
					sub_type: 'copy_code',
					index: 0,
					parameters: [{ type: 'coupon_code', coupon_code: 'SAVE5' }],
				},
			]),
			'A thank-you for you, Asha',
		],
	])('with %s: the customer reads it filled in', async (_name, message, rendering) => {
		const { status, body } = await bench.send(message);
		expect(body.errorRaw ?? body.errorMessage).toBeUndefined();
		expect(status).toBe(200);
		const [entry] = await bench.conversation(TO);
		expect(entry.type).toBe('template');
		expect(entry.text).toContain(rendering);
		expect(entry.raw).toEqual(message);
	});

	test('shows in the history with name, language, text and filled buttons', async () => {
		await bench.send(template('track_shipment', 'en', [words('body', 'P-1'), button(0, 'p-1')]));
		const { messages } = (await bench.heltar('GET', `/v1/messages/${TO}`)).body.data;
		expect(messages[0]).toMatchObject({
			type: 'template',
			templateName: 'track_shipment',
			langCode: 'en',
			body: 'Your parcel P-1 is on its way.',
			buttons: [{ type: 'URL', text: 'Track', url: 'https://track.example.com/p-1' }],
		});
	});

	test.each<[string, object, number, RegExp]>([
		['an unknown name', template('nobody', 'en'), 132001, /does not exist in en/],
		['a language it has not', template('order_update', 'en_US'), 132001, /does not exist in en_US/],
		['a pending one', template('summer_preview', 'en', [words('body', 'A')]), 132001, /not approved/],
		['a rejected one', template('win_a_car', 'en'), 132001, /not approved/],
		['a paused one', template('flash_sale', 'en', [words('body', '5%')]), 132015, /paused/],
		[
			'too few variables',
			template('delivery_slot', 'en_GB', [words('header', '8'), words('body', 'D')]),
			132000,
			/\(1\).*\(2\)/,
		],
		[
			'too many variables',
			template('feedback_request', 'en', [words('body', 'A', 'B')]),
			132000,
			/\(2\).*\(1\)/,
		],
		['no header text', template('delivery_slot', 'en_GB', [words('body', 'D', 'T')]), 132000, /header/],
		['an empty variable', template('feedback_request', 'en', [words('body', '')]), 131008, /missing text/],
		[
			'a line break in a variable',
			template('feedback_request', 'en', [words('body', 'a\nb')]),
			100,
			/new-line/,
		],
		[
			'five spaces in a variable',
			template('feedback_request', 'en', [words('body', 'a     b')]),
			100,
			/spaces/,
		],
		[
			'a text too long once filled',
			template('feedback_request', 'en', [words('body', 'x'.repeat(1010))]),
			132005,
			/longer/,
		],
		[
			'text where an image belongs',
			template('festive_offer', 'en', [words('header', 'x'), words('body', 'A', 'B')]),
			132012,
			/expected IMAGE/,
		],
		['no media header', template('product_tour', 'en', [words('body', 'A')]), 132012, /received UNKNOWN/],
		[
			'no button variable',
			template('track_shipment', 'en', [words('body', 'P')]),
			131008,
			/index 0 of type Url/,
		],
		[
			'a name left out in the header',
			template('parcel_at_shop', 'en', [
				words('header', 'P-1'),
				named('body', { customer: 'Dana', shop: 'Leeds' }),
			]),
			100,
			/^header: Parameter name is missing or empty/,
		],
		[
			'a flow left out',
			template('book_a_fitting', 'en', [words('body', 'D')]),
			131008,
			/index 0 of type FLOW/,
		],
		['a catalog left out', template('browse_range', 'en'), 131008, /index 0 of type CATALOG/],
		[
			'a button that is not there',
			template('track_shipment', 'en', [words('body', 'P'), button(3, 'x')]),
			131009,
			/index 3/,
		],
		[
			'a URL for a phone button',
			template('invoice_ready', 'en_GB', [document, words('body', 'D', 'I'), button(0, 'x')]),
			132012,
			/PHONE_NUMBER/,
		],
	])('%s: refused with %i', async (_name, message, code, details) => {
		const { status, body } = await bench.send(message);
		expect(status).toBe(400);
		const { error } = body.errorRaw.fail[0].errorData;
		expect(error.code).toBe(code);
		expect(error.error_data.details).toMatch(details);
		expect(error.message).toContain(`(#${code})`);
	});

	test('a status set through the control API holds at once', async () => {
		await bench.control('PATCH', '/heltar/templates/start_conversation', {
			language: 'en',
			status: 'DISABLED',
		});
		const { body } = await bench.send(template('start_conversation', 'en'));
		expect(body.errorRaw.fail[0].errorData.error.code).toBe(132016);
	});

	test('the account’s pause of marketing stops marketing templates only', async () => {
		await bench.settings({ pauseMarketing: true });
		const { status, body } = await bench.send(
			template('coupon_code', 'en', [
				words('body', 'A'),
				{
					type: 'button',
					sub_type: 'copy_code',
					index: 0,
					parameters: [{ type: 'coupon_code', coupon_code: 'S' }],
				},
			]),
			template('start_conversation', 'en'),
		);
		expect(status).toBe(206);
		expect(body.data.fail[0].errorData).toMatch(/Marketing templates are paused/);
	});

	test('an authentication template needs a phone number', async () => {
		const message = template('login_code', 'en', [words('body', '123456'), button(0, '123456')]);
		expect((await bench.send({ ...message, clientWaNumber: 'GB.7315902846613057' })).status).toBe(400);
		expect((await bench.send(message)).status).toBe(200);
	});
});
