import type { Conformance } from '../conformance/table';
import { minimalParameters, rowMissing } from './minimalParameters';
import { KEY } from './scene';

/** What the panel's newer API has, in the notation that test/registry compares. */
const PANEL_ROUTES = [
	'POST /api/meta/*/*/messages',
	'POST /api/meta/*/*/media',
	'GET /api/meta/*/*/message_templates',
	'POST /api/meta/*/*/message_templates',
	'DELETE /api/meta/*/*/message_templates',
	'GET /api/meta/*/*',
	'POST /crm/chat',
	'GET /crm/chat',
	'DELETE /crm/chat/*',
	'GET /crm/chat/*/messages',
	'POST /crm/chat/setting/*/operator/assign_chat',
	'POST /crm/chat/setting/*/operator/mark_as_done',
	'GET /crm/campaign',
	'GET /crm/campaign/*/report',
];

export const conformance: Conformance = {
	minimalParameters,
	rowMissing,
	item: { chat: '17', media: '4c1f', message: 'ABGG-1', namespace: 'c8ae5f90_307a' },
	// A question waits, and a webhook is looked at first: these have tests of their own.
	apart: ['message.sendAndWait'],
	sendText: {
		to: 'to',
		text: 'body',
		path: '/v1/messages',
		sequential: { options: { concurrentCalls: 1 }, messagesPerCall: 1 },
	},
	unusedRoutes: {
		'GET /v1/messages': 'a slip of the collection: documents go out as all messages do',
		'GET /crm/chat/search': 'in no collection: tests find the ids of chats by it',
		...Object.fromEntries(PANEL_ROUTES.map((route) => [route, 'of the API style meta, or beside both'])),
	},
	registerOther: async (baseUrl, url) =>
		await fetch(`${baseUrl}/v1/configs/webhook`, {
			method: 'POST',
			headers: { 'API-KEY': KEY, 'content-type': 'application/json' },
			body: JSON.stringify({ url }),
		}),
};
