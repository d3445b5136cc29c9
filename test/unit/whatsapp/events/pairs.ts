/**
 * Bodies with invented values and the events they must give. `events` leave out what is the same everywhere; see
 * `events` in pairs.test.ts for what each `scope` leaves out besides.
 */
export interface Pair {
	title: string;
	/** `value`: the body is the change's value, without metadata and the standard contact. */
	scope: 'complete' | 'body' | 'value';
	body: unknown;
	events: Array<Record<string, unknown>>;
}

export const PAIRS: Pair[] = [
	{
		title: 'a text whose sender hides the number and quotes a message',
		scope: 'complete',
		body: {
			object: 'whatsapp_business_account',
			entry: [
				{
					id: '100000000000001',
					changes: [
						{
							field: 'messages',
							value: {
								messaging_product: 'whatsapp',
								metadata: { display_phone_number: '910000000001', phone_number_id: '200000000000002' },
								contacts: [{ profile: { name: 'Asha Verma', username: 'asha_v' }, user_id: 'IN.9000000001' }],
								messages: [
									{
										from_user_id: 'IN.9000000001',
										id: 'wamid.A1',
										timestamp: '1717500000',
										type: 'text',
										text: { body: 'Yes please' },
										context: { from: '910000000001', id: 'wamid.A0' },
									},
								],
							},
						},
					],
				},
			],
		},
		events: [
			{
				event: 'message',
				provider: 'helloAll',
				form: 'cloud',
				id: 'wamid.A1',
				direction: 'inbound',
				from: 'IN.9000000001',
				to: '910000000001',
				userId: 'IN.9000000001',
				profileName: 'Asha Verma',
				timestamp: '2024-06-04T11:20:00.000Z',
				type: 'text',
				text: 'Yes please',
				phoneNumberId: '200000000000002',
				wabaId: '100000000000001',
				field: 'messages',
				username: 'asha_v',
				context: { id: 'wamid.A0', from: '910000000001', forwarded: false, frequentlyForwarded: false },
			},
		],
	},
	{
		title: 'a flat on-premises text',
		scope: 'complete',
		body: {
			contacts: [{ profile: { name: 'Asha Verma' }, wa_id: '910000000123' }],
			messages: [
				{
					from: '910000000123',
					id: 'ABGG-1',
					timestamp: '1717500000',
					type: 'text',
					text: { body: 'Hello' },
				},
			],
		},
		events: [
			{
				event: 'message',
				provider: 'helloAll',
				form: 'onprem',
				id: 'ABGG-1',
				direction: 'inbound',
				from: '910000000123',
				profileName: 'Asha Verma',
				timestamp: '2024-06-04T11:20:00.000Z',
				type: 'text',
				text: 'Hello',
			},
		],
	},
	{
		title: 'a quick-reply button of a template',
		scope: 'value',
		body: {
			messages: [
				{
					from: '910000000123',
					id: 'wamid.B1',
					timestamp: '1717500000',
					type: 'button',
					button: { payload: 'CONFIRM', text: 'Confirm' },
					context: { from: '910000000001', id: 'wamid.B0' },
				},
			],
		},
		events: [
			{
				event: 'message',
				id: 'wamid.B1',
				timestamp: '2024-06-04T11:20:00.000Z',
				type: 'button',
				text: 'Confirm',
				reply: { kind: 'button', id: 'CONFIRM', title: 'Confirm' },
				context: { id: 'wamid.B0', from: '910000000001', forwarded: false, frequentlyForwarded: false },
			},
		],
	},
	{
		title: 'a forwarded list choice, on-premises',
		scope: 'body',
		body: {
			contacts: [{ profile: { name: 'Asha Verma' }, wa_id: '910000000123' }],
			messages: [
				{
					from: '910000000123',
					id: 'ABGG-2',
					timestamp: '1717500000',
					type: 'interactive',
					context: { forwarded: true },
					interactive: {
						type: 'list_reply',
						list_reply: { id: 'delivery', title: 'Delivery', description: 'Where is my parcel' },
					},
				},
			],
		},
		events: [
			{
				event: 'message',
				id: 'ABGG-2',
				from: '910000000123',
				profileName: 'Asha Verma',
				timestamp: '2024-06-04T11:20:00.000Z',
				type: 'interactive',
				text: 'Delivery',
				reply: { kind: 'list_reply', id: 'delivery', title: 'Delivery', description: 'Where is my parcel' },
				context: { forwarded: true, frequentlyForwarded: false },
			},
		],
	},
	{
		title: 'a completed form',
		scope: 'value',
		body: {
			messages: [
				{
					from: '910000000123',
					id: 'wamid.C1',
					timestamp: '1717500000',
					type: 'interactive',
					interactive: {
						type: 'nfm_reply',
						nfm_reply: {
							name: 'flow',
							body: 'Sent',
							response_json: '{"flow_token":"t1","city":"Pune","guests":"4"}',
						},
					},
				},
			],
		},
		events: [
			{
				event: 'message',
				id: 'wamid.C1',
				timestamp: '2024-06-04T11:20:00.000Z',
				type: 'interactive',
				text: 'city: Pune; guests: 4',
				reply: { kind: 'nfm_reply', title: 'flow', data: { flow_token: 't1', city: 'Pune', guests: '4' } },
			},
		],
	},
	{
		title: 'a voice note in the on-premises spelling',
		scope: 'body',
		body: {
			messages: [
				{
					from: '910000000123',
					id: 'ABGG-3',
					timestamp: '1717500000',
					type: 'voice',
					voice: { id: 'm-77', mime_type: 'audio/ogg; codecs=opus', sha256: 'c2FtcGxl' },
				},
			],
		},
		events: [
			{
				event: 'message',
				id: 'ABGG-3',
				from: '910000000123',
				timestamp: '2024-06-04T11:20:00.000Z',
				type: 'audio',
				text: '[voice message]',
				media: {
					kind: 'audio',
					id: 'm-77',
					mimeType: 'audio/ogg; codecs=opus',
					sha256: 'c2FtcGxl',
					voice: true,
				},
			},
		],
	},
	{
		title: 'a document with a short-lived address',
		scope: 'value',
		body: {
			messages: [
				{
					from: '910000000123',
					id: 'wamid.D1',
					timestamp: '1717500000',
					type: 'document',
					document: {
						id: 'm-78',
						filename: 'bill.pdf',
						mime_type: 'application/pdf',
						sha256: 'c2FtcGxl',
						url: 'https://media.example.com/m-78',
					},
				},
			],
		},
		events: [
			{
				event: 'message',
				id: 'wamid.D1',
				timestamp: '2024-06-04T11:20:00.000Z',
				type: 'document',
				text: '[document: bill.pdf]',
				media: {
					kind: 'document',
					id: 'm-78',
					url: 'https://media.example.com/m-78',
					mimeType: 'application/pdf',
					filename: 'bill.pdf',
					sha256: 'c2FtcGxl',
					voice: false,
				},
			},
		],
	},
	{
		title: 'an order',
		scope: 'value',
		body: {
			messages: [
				{
					from: '910000000123',
					id: 'wamid.E1',
					timestamp: '1717500000',
					type: 'order',
					order: {
						catalog_id: 'cat-1',
						text: 'Gift wrap',
						product_items: [{ product_retailer_id: 'MUG', quantity: 2, item_price: 250, currency: 'INR' }],
					},
				},
			],
		},
		events: [
			{
				event: 'message',
				id: 'wamid.E1',
				timestamp: '2024-06-04T11:20:00.000Z',
				type: 'order',
				text: '[order] 2 x MUG @ 250 INR - Gift wrap',
				order: {
					catalogId: 'cat-1',
					text: 'Gift wrap',
					items: [{ productRetailerId: 'MUG', quantity: 2, itemPrice: 250, currency: 'INR' }],
				},
			},
		],
	},
	{
		title: 'a reaction taken back',
		scope: 'value',
		body: {
			messages: [
				{
					from: '910000000123',
					id: 'wamid.F1',
					timestamp: '1717500000',
					type: 'reaction',
					reaction: { message_id: 'wamid.F0' },
				},
			],
		},
		events: [
			{
				event: 'message',
				id: 'wamid.F1',
				timestamp: '2024-06-04T11:20:00.000Z',
				type: 'reaction',
				text: '[reaction removed]',
				reaction: { messageId: 'wamid.F0', removed: true },
			},
		],
	},
	{
		title: 'a failed delivery with custom data',
		scope: 'complete',
		body: {
			customField: { order_id: 'ORD-7' },
			object: 'whatsapp_business_account',
			entry: [
				{
					id: '100000000000001',
					changes: [
						{
							field: 'messages',
							value: {
								messaging_product: 'whatsapp',
								metadata: { display_phone_number: '910000000001', phone_number_id: '200000000000002' },
								statuses: [
									{
										id: 'wamid.G1',
										status: 'failed',
										timestamp: '1717500000',
										recipient_id: '910000000123',
										errors: [
											{
												code: 131047,
												title: 'Re-engagement message',
												error_data: { details: 'More than 24 hours have passed' },
											},
										],
									},
								],
							},
						},
					],
				},
			],
		},
		events: [
			{
				event: 'status',
				provider: 'heltar',
				form: 'cloud',
				id: 'wamid.G1',
				direction: 'outbound',
				from: '910000000001',
				to: '910000000123',
				timestamp: '2024-06-04T11:20:00.000Z',
				type: 'message',
				text: 'failed: Re-engagement message',
				phoneNumberId: '200000000000002',
				wabaId: '100000000000001',
				field: 'messages',
				status: {
					value: 'failed',
					recipient: '910000000123',
					errors: [
						{ code: 131047, title: 'Re-engagement message', details: 'More than 24 hours have passed' },
					],
				},
				customField: { order_id: 'ORD-7' },
			},
		],
	},
	{
		title: "a group member's read receipt",
		scope: 'value',
		body: {
			statuses: [
				{
					id: 'wamid.H1',
					status: 'read',
					timestamp: '1717500000',
					recipient_id: 'grp-1',
					recipient_type: 'group',
					recipient_participant_id: '910000000124',
					pricing: {
						billable: false,
						pricing_model: 'PMP',
						category: 'utility',
						type: 'free_customer_service',
					},
					conversation: { id: 'conv-1', origin: { type: 'utility' } },
				},
			],
		},
		events: [
			{
				event: 'status',
				id: 'wamid.H1',
				from: '910000000001',
				to: 'grp-1',
				groupId: 'grp-1',
				timestamp: '2024-06-04T11:20:00.000Z',
				type: 'message',
				text: 'read',
				status: {
					value: 'read',
					recipient: 'grp-1',
					participant: '910000000124',
					pricing: { billable: false, model: 'PMP', category: 'utility', type: 'free_customer_service' },
					conversation: { id: 'conv-1', origin: 'utility' },
				},
			},
		],
	},
	{
		title: 'a payment, which is no delivery status',
		scope: 'body',
		body: {
			statuses: [
				{
					id: 'pay-1',
					from: '910000000123',
					type: 'payment',
					status: 'captured',
					timestamp: '1717500000',
					payment: { reference_id: 'ORD-7', amount: { value: 21000, offset: 100 }, currency: 'INR' },
				},
			],
		},
		events: [
			{
				event: 'unknown',
				id: 'pay-1',
				from: '910000000123',
				timestamp: '2024-06-04T11:20:00.000Z',
				type: 'payment',
				text: 'payment: captured',
				payment: {
					status: 'captured',
					referenceId: 'ORD-7',
					amount: { value: 21000, offset: 100 },
					currency: 'INR',
				},
			},
		],
	},
	{
		title: 'a rejected template',
		scope: 'complete',
		body: {
			object: 'whatsapp_business_account',
			entry: [
				{
					id: '100000000000001',
					time: 1717500000,
					changes: [
						{
							field: 'message_template_status_update',
							value: {
								event: 'REJECTED',
								message_template_id: 300000000000003,
								message_template_name: 'order_ready',
								message_template_language: 'en',
								reason: 'INVALID_FORMAT',
								message_template_category: 'UTILITY',
							},
						},
					],
				},
			],
		},
		events: [
			{
				event: 'template',
				provider: 'helloAll',
				form: 'cloud',
				id: '300000000000003',
				timestamp: '2024-06-04T11:20:00.000Z',
				type: 'message_template_status_update',
				text: 'template order_ready (en): REJECTED',
				wabaId: '100000000000001',
				field: 'message_template_status_update',
				template: {
					id: 300000000000003,
					name: 'order_ready',
					language: 'en',
					event: 'REJECTED',
					reason: 'INVALID_FORMAT',
					category: 'UTILITY',
				},
			},
		],
	},
	{
		title: 'errors alone, on-premises',
		scope: 'body',
		body: { errors: [{ code: 400, title: 'Media download error', details: 'Could not fetch the file' }] },
		events: [
			{
				event: 'error',
				type: 'error',
				text: 'Media download error',
				errors: [{ code: 400, title: 'Media download error', details: 'Could not fetch the file' }],
			},
		],
	},
	{
		title: 'a message and a status in one post',
		scope: 'value',
		body: {
			messages: [
				{
					from: '910000000123',
					id: 'wamid.I1',
					timestamp: '1717500000',
					type: 'location',
					location: { latitude: 0, longitude: 1.5, name: 'Pier' },
				},
			],
			statuses: [
				{ id: 'wamid.I0', status: 'delivered', timestamp: '1717500001', recipient_id: '910000000123' },
			],
		},
		events: [
			{
				event: 'message',
				id: 'wamid.I1',
				timestamp: '2024-06-04T11:20:00.000Z',
				type: 'location',
				text: '[location] Pier (0, 1.5)',
				location: { latitude: 0, longitude: 1.5, name: 'Pier' },
			},
			{
				event: 'status',
				id: 'wamid.I0',
				from: '910000000001',
				to: '910000000123',
				timestamp: '2024-06-04T11:20:01.000Z',
				type: 'message',
				text: 'delivered',
				status: { value: 'delivered', recipient: '910000000123' },
			},
		],
	},
	{
		title: 'an event wrapper around a stored record',
		scope: 'complete',
		body: {
			event: 'message.received',
			timestamp: '2024-06-04T11:20:01Z',
			data: {
				wamid: 'wamid.J1',
				clientWaNumber: '910000000123',
				status: 'received',
				type: 'media',
				name: 'photo.jpg',
				caption: '',
				mimeType: 'image/jpeg',
				awsLink: 'https://cdn.example.com/photo.jpg',
				timestamp: '2024-06-04T11:20:00.000Z',
			},
		},
		events: [
			{
				event: 'message',
				provider: 'heltar',
				form: 'event',
				id: 'wamid.J1',
				direction: 'inbound',
				from: '910000000123',
				timestamp: '2024-06-04T11:20:00.000Z',
				type: 'image',
				text: '[image: photo.jpg]',
				media: {
					kind: 'image',
					url: 'https://cdn.example.com/photo.jpg',
					mimeType: 'image/jpeg',
					filename: 'photo.jpg',
					voice: false,
				},
			},
		],
	},
	{
		title: 'a form-encoded body',
		scope: 'complete',
		body: 'payload=%7B%22messages%22%3A%5B%7B%22from%22%3A%22910000000123%22%2C%22id%22%3A%22ABGG-4%22%2C%22timestamp%22%3A%221717500000%22%2C%22type%22%3A%22text%22%2C%22text%22%3A%7B%22body%22%3A%22Hi%22%7D%7D%5D%7D',
		events: [
			{
				event: 'message',
				provider: 'helloAll',
				form: 'onprem',
				id: 'ABGG-4',
				direction: 'inbound',
				from: '910000000123',
				timestamp: '2024-06-04T11:20:00.000Z',
				type: 'text',
				text: 'Hi',
			},
		],
	},
	{
		title: 'a plain text body',
		scope: 'complete',
		body: 'just some words',
		events: [{ event: 'unknown', provider: 'helloAll', form: 'raw', type: 'raw', text: 'just some words' }],
	},
	{
		title: 'a message type of the future',
		scope: 'body',
		body: {
			messages: [
				{
					from: '910000000123',
					id: 'ABGG-5',
					timestamp: '1717500000',
					type: 'hologram',
					hologram: { id: 'h1', caption: '3d' },
				},
			],
		},
		events: [
			{
				event: 'message',
				id: 'ABGG-5',
				from: '910000000123',
				timestamp: '2024-06-04T11:20:00.000Z',
				type: 'hologram',
				text: '3d',
			},
		],
	},
	{
		title: 'a disappearing message',
		scope: 'body',
		body: {
			contacts: [{ profile: { name: 'Asha Verma' }, wa_id: '910000000123' }],
			messages: [{ from: '910000000123', id: 'ABGG-6', timestamp: '1717500000', type: 'ephemeral' }],
		},
		events: [
			{
				event: 'message',
				id: 'ABGG-6',
				from: '910000000123',
				profileName: 'Asha Verma',
				timestamp: '2024-06-04T11:20:00.000Z',
				type: 'ephemeral',
				text: '[disappearing message]',
			},
		],
	},
];
