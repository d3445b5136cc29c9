import type { Pair } from './pair';

/** Bodies that are no envelope of WhatsApp. */
export const BODIES: Pair[] = [
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
];
