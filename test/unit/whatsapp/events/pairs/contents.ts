import type { Pair } from './pair';

/** Messages that are more than words, or none. */
export const CONTENTS: Pair[] = [
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
