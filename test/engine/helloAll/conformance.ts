import type { Conformance } from '../conformance/table';
import { minimalParameters, rowMissing } from './minimalParameters';
import { KEY } from './fixture';
import { ACCOUNT } from './meta/fixture';

/** A question waits, and an upload needs a file: these have tests of their own. */
const APART = ['message.sendAndWait', 'media.upload'];

export const conformance: Conformance = {
	minimalParameters,
	rowMissing,
	item: {
		chat: '17',
		media: '4c1f',
		message: 'ABGG-1',
		namespace: 'c8ae5f90_307a',
		template: '900000000000017',
		campaign: '311',
	},
	apart: APART,
	// Notes are optional, and the body is documented as an object.
	emptyByDesign: { 'chat.markDone': [''] },
	errorAsSuccess: { status: 'error', message: 'This is not possible' },
	// A document may be a page.
	takesPages: ['media.download', 'profile.getPhoto'],
	sendText: {
		to: 'to',
		text: 'body',
		id: 'messageId',
		path: '/v1/messages',
		sequential: { options: { concurrentCalls: 1 }, messagesPerCall: 1 },
	},
	lacks: {
		operations: ['media.upload', 'message.typing', 'template.get'],
		message: 'This operation does not work with API style Classic (API Key)',
		advice: 'It works with API style Cloud (Access Token)',
	},
	styles: [
		{
			title: 'API style meta',
			account: ACCOUNT,
			apart: APART,
			sendText: {
				to: 'to',
				text: 'body',
				id: 'messageId',
				path: `/api/meta/v19.0/${ACCOUNT.phoneNumberId}/messages`,
				servers: { 'answers of the Cloud API': { metaAnswer: 'cloud' } },
				sequential: { options: { concurrentCalls: 1 }, messagesPerCall: 1 },
			},
			lacks: {
				operations: [
					'businessProfile.get',
					'compliance.get',
					'compliance.update',
					'media.delete',
					'profile.getAbout',
					'profile.getPhoto',
					'profile.getPhotoLink',
					'profile.updateAbout',
					'user.get',
					'webhook.delete',
					'webhook.get',
					'webhook.set',
				],
				message: 'This operation does not work with API style Cloud (Access Token)',
				advice: 'It works with API style Classic (API Key)',
			},
			webhookByHand: true,
		},
	],
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
