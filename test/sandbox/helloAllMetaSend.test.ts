import { ASHA, template, words } from './helloAllBench';
import { META, MetaBench, PHONE, text, TOKEN } from './metaBench';

let bench: MetaBench;
beforeAll(async () => {
	bench = await MetaBench.start();
});
beforeEach(async () => {
	await bench.panel.control('POST', '/reset');
});
afterAll(async () => await bench.panel.close());

const settings = async (change: object) => await bench.panel.settings(change);
const conversation = async (number = ASHA) => await bench.panel.conversation(number);
const message = (type: string, content: unknown) => ({ to: ASHA, type, [type]: content });
const interactive = (content: object) => message('interactive', { body: { text: 'Well?' }, ...content });

describe('what is sent', () => {
	const LINK = 'https://files.example.com/a.jpg';
	const parameter = { type: 'text', text: 'Asha' };
	const replies = { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] };
	const rows = [{ id: 'a', title: 'A' }];
	const catalog_id = '300000000000005';
	const product_items = [{ product_retailer_id: 'bag-7' }];

	test.each<[string, object]>([
		['text', text()],
		['text without what is not required', { to: ASHA, type: 'text', text: { body: 'Hi' } }],
		['image', message('image', { link: LINK, caption: 'Shoe' })],
		['video', message('video', { link: LINK })],
		['document', message('document', { link: LINK, filename: 'a.pdf', caption: 'A' })],
		['audio', message('audio', { link: LINK })],
		['sticker', message('sticker', { link: LINK })],
		['location', message('location', { latitude: 28.4, longitude: 77, name: 'Shop' })],
		[
			'contacts',
			message('contacts', [{ name: { formatted_name: 'Asha Verma', first_name: 'Asha' }, phones: [] }]),
		],
		['list', interactive({ type: 'list', action: { button: 'Choose', sections: [{ rows }] } })],
		['buttons', interactive({ type: 'button', action: replies })],
		[
			'link button',
			interactive({
				type: 'cta_url',
				action: { name: 'cta_url', parameters: { display_text: 'Open', url: 'https://example.com' } },
			}),
		],
		[
			'flow',
			interactive({ type: 'flow', action: { name: 'flow', parameters: { flow_cta: 'Book', flow_id: '1' } } }),
		],
		['product', interactive({ type: 'product', action: { catalog_id, product_retailer_id: 'shoe-41' } })],
		[
			'product list',
			interactive({
				type: 'product_list',
				header: { type: 'text', text: 'New' },
				action: { catalog_id, sections: [{ title: 'Bags', product_items }] },
			}),
		],
		['catalogue', interactive({ type: 'catalog_message', action: { name: 'catalog_message' } })],
		[
			'location request',
			interactive({ type: 'location_request_message', action: { name: 'send_location' } }),
		],
		[
			'address',
			interactive({
				type: 'address_message',
				action: { name: 'address_message', parameters: { country: 'IN' } },
			}),
		],
		[
			'call button',
			interactive({
				type: 'voice_call',
				action: { name: 'voice_call', parameters: { display_text: 'Call us', ttl_minutes: 100 } },
			}),
		],
		['template', template('order_update', [{ type: 'body', parameters: words('Asha', '1042') }])],
		[
			'template without policy',
			{ ...template('welcome'), template: { name: 'welcome', language: { code: 'en' } } },
		],
		['template, components empty', template('welcome', [])],
		[
			'template with a button at an index in digits',
			template('new_arrivals', [
				{ type: 'header', parameters: [{ type: 'image', image: { link: LINK } }] },
				{ type: 'body', parameters: [parameter] },
				{ type: 'button', sub_type: 'url', index: 0, parameters: [{ type: 'text', text: 'shoes' }] },
			]),
		],
	])('%s arrives', async (_, sent) => {
		await settings({ metaAnswer: 'cloud' });
		const { status, body } = await bench.send(sent);
		expect([status, body]).toEqual([
			200,
			{
				messaging_product: 'whatsapp',
				contacts: [{ input: ASHA, wa_id: ASHA }],
				messages: [{ id: expect.stringMatching(/^wamid\./), message_status: 'accepted' }],
			},
		]);
		expect((await conversation()).at(-1)).toMatchObject({ id: body.messages[0].id, raw: sent });
	});

	test('a reaction to a message there is arrives, another is refused', async () => {
		await settings({ metaAnswer: 'cloud' });
		const { id } = await bench.panel.inbound({ type: 'text', text: 'Hi' });
		const reaction = (to: string) => message('reaction', { message_id: to, emoji: '👍' });
		expect((await bench.send(reaction(id))).status).toBe(200);
		expect(await bench.problem(reaction('wamid.none'))).toEqual([
			400,
			131009,
			'reaction.message_id is not the id of a message',
		]);
	});

	test.each<[object, number, string]>([
		[text('Hi', { messaging_product: 'sms' }), 131009, 'messaging_product'],
		[text('Hi', { to: '+910000000123' }), 131009, 'to: must be digits only'],
		[text('Hi', { to: 910000000123 }), 131009, 'to'],
		[text('Hi', { to: undefined }), 131008, 'to is required'],
		[text('Hi', { type: undefined }), 131008, 'type is required'],
		[text('Hi', { type: 'poem' }), 100, 'type must be one of'],
		[text(''), 131008, 'text.body is required'],
		[text('x'.repeat(4097)), 131009, 'text.body: must be at most 4096'],
		[text('Hi', { preview_url: true }), 100, 'Unexpected key "preview_url"'],
		[text('Hi', { biz_opaque_callback_data: 'x' }), 100, 'Unexpected key'],
		[message('image', { link: LINK, id: '1' }), 131009, 'image.link: either'],
		[message('image', {}), 131008, 'image.link is required'],
		[
			message('image', { link: 'http://files.example.com/a.jpg' }),
			131009,
			'image.link: must be a public https',
		],
		[message('audio', { link: LINK, caption: 'A' }), 100, 'Unexpected key "audio.caption"'],
		[message('location', { latitude: '28.4', longitude: 77 }), 131009, 'location.latitude'],
		[message('interactive', { type: 'poll' }), 131009, 'interactive.type'],
		[
			{ ...template('welcome'), template: { name: 'welcome', namespace: 'x', language: { code: 'en' } } },
			100,
			'template.namespace',
		],
		[template('welcome', [{ type: 'body', parameters: [] }]), 131009, 'template.components.0'],
		[template('nowhere'), 132001, 'does not exist in en'],
		[
			template('order_update', [{ type: 'body', parameters: words('Asha') }]),
			132000,
			'number of localizable_params',
		],
		[message('document', { id: '700000000000007' }), 131009, 'There is no media with the id 700000000000007'],
		[
			template('invoice', [
				{ type: 'header', parameters: [{ type: 'document', document: { id: '7' } }] },
				{ type: 'body', parameters: words('17') },
			]),
			131009,
			'There is no media with the id 7',
		],
	])('%j is refused', async (sent, code, details) => {
		await settings({ metaAnswer: 'cloud' });
		const [status, ...rest] = await bench.problem(sent);
		expect([status, ...rest]).toEqual([400, code, expect.stringContaining(details)]);
		expect(await bench.sends()).toEqual([]);
	});

	test('fields nobody knows are passed over where the account does so', async () => {
		await settings({ metaExtraFields: 'ignored' });
		expect((await bench.send(text('Hi', { biz_opaque_callback_data: 'x' }))).status).toBe(200);
	});

	test('a body that is no JSON is refused in Meta’s words', async () => {
		const { url } = bench.panel.running;
		const answer = await fetch(`${url}/hello-all${META}/${PHONE}/messages`, {
			method: 'POST',
			headers: TOKEN,
			body: '{"to":',
		});
		expect([answer.status, (await answer.json()).error.code]).toEqual([400, 131009]);
	});
});
