import type { Conformance } from '../conformance/table';
import { minimalParameters, rowMissing } from './minimalParameters';
import { KEY } from './fixture';

export const conformance: Conformance = {
	minimalParameters,
	rowMissing,
	item: { chat: '17', media: '4c1f', message: 'ABGG-1', namespace: 'c8ae5f90_307a' },
	// A question waits, and a webhook is looked at first: these have tests of their own.
	apart: ['message.sendAndWait'],
	errorAsSuccess: { status: 'error', message: 'This is not possible' },
	// A document may be a page.
	takesPages: ['media.download', 'profile.getPhoto'],
	sendText: {
		to: 'to',
		text: 'body',
		path: '/v1/messages',
		sequential: { options: { concurrentCalls: 1 }, messagesPerCall: 1 },
	},
	unusedRoutes: {
		'GET /v1/messages': 'a slip of the collection: documents go out as all messages do',
	},
	registerOther: async (baseUrl, url) =>
		await fetch(`${baseUrl}/v1/configs/webhook`, {
			method: 'POST',
			headers: { 'API-KEY': KEY, 'content-type': 'application/json' },
			body: JSON.stringify({ url }),
		}),
};
