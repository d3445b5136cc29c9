import type { Pair } from './pair';

/** Messages that are words: written, chosen or filled in. */
export const TEXTS: Pair[] = [
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
];
