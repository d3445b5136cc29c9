import type { Pair } from './pair';

/** What is no message: statuses, templates, payments, errors. */
export const NOTICES: Pair[] = [
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
];
