import { CUSTOMER, message, readOne } from './read';

const interactive = (type: string, answer?: object) => ({
	type: 'interactive',
	interactive: { type, ...(answer && { [type]: answer }) },
});
const form = (response_json: unknown, body?: string) => interactive('nfm_reply', { response_json, body });

describe('a message reads as', () => {
	it.each<[string, object]>([
		['', { type: 'text' }],
		['Hi', { type: 'text', text: { body: 'Hi' } }],
		['Hi', { type: 'text', text: 'Hi' }],
		['Hi', { text: { body: 'Hi' } }],
		['Hi', { type: 'unsupported', text: { body: 'Hi' } }],
		['[unsupported message]', { type: 'unknown' }],
		['[unsupported message]', {}],
		['[disappearing message]', { type: 'ephemeral' }],
		['Look', { type: 'image', image: { id: 'm', caption: 'Look' } }],
		['[video]', { type: 'video', video: { id: 'm', caption: '' } }],
		['[image]', { type: 'image' }],
		['[audio: song.mp3]', { type: 'audio', audio: { id: 'm', filename: 'song.mp3' } }],
		['[voice message]', { type: 'audio', audio: { id: 'm', voice: true } }],
		['[voice message]', { type: 'voice' }],
		['[voice message]', { voice: { id: 'm' } }],
		['Yes', { type: 'button', button: { text: 'Yes', payload: 'Y' } }],
		['Y', { type: 'button', button: { payload: 'Y' } }],
		['[button]', { type: 'button' }],
		['Delivery', interactive('list_reply', { id: '1', title: 'Delivery' })],
		['Delivery', { type: 'interactive', interactive: { button_reply: { id: '1', title: 'Delivery' } } }],
		['1', interactive('button_reply', { id: '1' })],
		[
			'city: Pune; guests: 4; extras: ["tea"]',
			form('{"flow_token":"t","city":"Pune","guests":4,"extras":["tea"]}'),
		],
		['city: Pune', form({ city: 'Pune' })],
		['Sent', form('not JSON', 'Sent')],
		['Sent', form('["a"]', 'Sent')],
		['Sent', form('{"flow_token":"t"}', 'Sent')],
		['[interactive]', form(undefined)],
		['[call_permission_reply: accept]', interactive('call_permission_reply', { response: 'accept' })],
		['[interactive]', interactive('payment_method', { id: '1' })],
		['[interactive]', interactive('list')],
		[
			'[location] Pier (0, 1.5)',
			{ type: 'location', location: { latitude: 0, longitude: 1.5, name: 'Pier' } },
		],
		[
			'[location] Pier, Quay Road 3',
			{ type: 'location', location: { name: 'Pier', address: 'Quay Road 3' } },
		],
		[
			'[location] Pier, Quay Road 3',
			{ type: 'location', location: { name: 'Pier', address: 'Pier, Quay Road 3' } },
		],
		['[location]', { type: 'location' }],
		[
			'[contacts] Lena Petrov +44 1; Harbour Workshop; 5',
			{
				type: 'contacts',
				contacts: [
					{ name: { first_name: 'Lena', last_name: 'Petrov' }, phones: [{ phone: '+44 1' }, { phone: '2' }] },
					{ name: { formatted_name: 'Harbour Workshop' } },
					null,
					{ phones: [{ wa_id: '5' }] },
				],
			},
		],
		['[contacts]', { type: 'contacts', contacts: [] }],
		[
			'[order] 2 x MUG @ 0 INR; LAMP; 1 x BOX @ 3',
			{
				type: 'order',
				order: {
					product_items: [
						{ product_retailer_id: 'MUG', quantity: 2, item_price: 0, currency: 'INR' },
						{ product_retailer_id: 'LAMP' },
						{ product_retailer_id: 'BOX', quantity: '1', item_price: '3' },
					],
				},
			},
		],
		['[order] - Gift wrap', { type: 'order', order: { text: 'Gift wrap' } }],
		['[reaction 👍]', { type: 'reaction', reaction: { message_id: 'a', emoji: '👍' } }],
		['[reaction removed]', { type: 'reaction', reaction: { message_id: 'a', emoji: '' } }],
		['Number changed', { type: 'system', system: { body: 'Number changed', type: 'x' } }],
		['[system: x]', { type: 'system', system: { type: 'x' } }],
		['Better', { type: 'edit', edit: { message: { type: 'text', text: { body: 'Better' } } } }],
		['[edit]', { type: 'edit', edit: { original_message_id: 'a' } }],
		['[edit]', { edit: { message: { edit: { message: {} } } } }],
		['[message deleted]', { type: 'revoke', revoke: { original_message_id: 'a' } }],
		['3d', { type: 'hologram', hologram: { caption: '3d' } }],
		['3d', { type: 'hologram', hologram: '3d' }],
		['[hologram]', { type: 'hologram', hologram: { id: 1 } }],
		['[constructor]', { type: 'constructor' }],
		['[__proto__]', { type: '__proto__' }],
		['abc', { type: 'text', text: { body: '\u200Ea\u200Fb\u200Ec' } }],
	])('%j', (text, content) => {
		expect(readOne(message(content)).text).toBe(text);
	});
});

describe('a message carries', () => {
	it('what a form answered, parsed', () => {
		expect(readOne(message(form('{"flow_token":"t","n":0}'))).reply?.data).toEqual({ flow_token: 't', n: 0 });
		expect(readOne(message(form('not JSON'))).reply?.data).toBeNull();
	});

	it('an answer of a new kind, as sent', () => {
		expect(readOne(message(interactive('payment_method', { id: '1', card: 4 }))).reply).toEqual({
			kind: 'payment_method',
			id: '1',
			title: null,
			description: null,
			data: { id: '1', card: 4 },
		});
		expect(readOne(message(interactive('list')))).not.toHaveProperty('reply');
	});

	it('the new content of an edit, and which message it replaces', () => {
		const edit = {
			original_message_id: 'wamid.O',
			message: { type: 'image', image: { id: 'm', caption: 'New' } },
		};
		expect(readOne(message({ type: 'edit', edit }))).toMatchObject({
			type: 'edit',
			originalMessageId: 'wamid.O',
			edit: { type: 'image' },
			media: { kind: 'image', id: 'm', caption: 'New' },
		});
	});

	it('a new number, an identity, a group, a user name', () => {
		const event = readOne({
			contacts: [{ profile: { name: 'Asha', username: '@asha_v' }, wa_id: CUSTOMER }],
			messages: [
				{
					from: CUSTOMER,
					group_id: 'g1',
					type: 'system',
					system: { type: 'user_changed_number', new_wa_id: '+91 0000 000124' },
					identity: { hash: 'h', acknowledged: true },
				},
			],
		});
		expect(event).toMatchObject({
			groupId: 'g1',
			username: 'asha_v',
			system: { kind: 'user_changed_number', newWaId: '910000000124' },
			identity: { hash: 'h', acknowledged: true },
		});
	});

	it('the advertisement it came from', () => {
		const referral = { source_type: 'ad', video_url: 'https://files.example.org/v', ctwa_clid: 'c' };
		expect(readOne(message({ type: 'text', referral })).referral).toMatchObject({
			sourceType: 'ad',
			mediaUrl: 'https://files.example.org/v',
			ctwaClid: 'c',
		});
	});

	it('its context, but not an empty one', () => {
		const context = {
			message_id: 'x',
			forwarded: 'true',
			mentions: ['910000000124'],
			referred_product: { catalog_id: 'c' },
		};
		expect(readOne(message({ type: 'text', context })).context).toEqual({
			id: null,
			from: null,
			forwarded: true,
			frequentlyForwarded: false,
			mentions: ['910000000124'],
			referredProduct: { catalog_id: 'c' },
		});
		expect(readOne(message({ type: 'text', context: {} }))).not.toHaveProperty('context');
	});
});
