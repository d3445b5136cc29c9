import type { LiveProvider } from '../liveProviders';

export const live: LiveProvider = {
	customer: (last) => `910000000${last}`,
	keyHeader: (apiKey) => ({ 'API-KEY': apiKey }),
	message: (to, body) => ({
		path: '/v1/messages',
		body: { recipient_type: 'individual', to, type: 'text', text: { body } },
	}),
	webhook: () => '/v1/configs/webhook',
	recipient: 'to',
	text: { parameter: 'body', label: 'Text' },
	buttons: 'sendReplyButtons',
	template: {
		name: 'order_ready',
		language: 'en',
		variables: ['1042', 'Dana', '5 pm'],
	},
	wrongKey: /Hello All rejected this key or token. Check/,
};
