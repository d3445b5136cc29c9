import type { LiveProvider } from '../liveProviders';

export const live: LiveProvider = {
	customer: (last) => `447700900${last}`,
	keyHeader: (apiKey) => ({ Authorization: `Bearer ${apiKey}` }),
	message: (to, body) => ({
		path: '/v1/messages/send',
		body: { messages: [{ clientWaNumber: to, messageType: 'text', message: body }] },
	}),
	webhook: (url) => `/v1/business/webhook-url?url=${encodeURIComponent(url)}`,
	recipient: 'clientWaNumber',
	text: { parameter: 'message', label: 'Message' },
	buttons: 'sendButtons',
	template: {
		name: 'order_update',
		language: 'en',
		variables: ['1042', 'Dana', '1042', 'packed', 'Friday'],
	},
	wrongKey: /Heltar does not recognize this API key. Check/,
};
