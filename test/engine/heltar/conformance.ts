import type { Conformance } from '../conformance/table';
import { minimalParameters, rowMissing } from './minimalParameters';
import { KEY } from './fixture';

export const conformance: Conformance = {
	minimalParameters,
	rowMissing,
	// Files are uploaded and downloaded, and a question waits: these have tests of their own.
	apart: ['media.download', 'media.upload', 'message.sendAndWait', 'template.uploadSample'],
	reads: { 'media.download': { wamid: 'wamid.A' } },
	errorAsSuccess: {
		errorType: 'BadRequest',
		errorMessage: 'This is not possible',
		errorsValidation: null,
		errorRaw: null,
	},
	// Documented as they are: an upsert has all keys, a template without variables an empty list.
	emptyByDesign: {
		'business.setOptRules': ['optInRules'],
		'campaign.send': ['messages.0.variables'],
		'contact.upsert': ['0.username'],
		'message.sendTemplate': ['messages.0.variables'],
		'schedule.campaign': ['messages.0.variables'],
		'schedule.message': ['messages.0.variables'],
	},
	// Not every number of that length is a country code.
	ownLimits: ['contact.upsert › countryCode'],
	sendText: {
		to: 'clientWaNumber',
		text: 'message',
		id: 'wamid',
		path: '/v1/messages/send',
		// Older servers key the results of a send by recipient, not by position.
		servers: { 'results keyed by recipient': { resultKeys: 'recipient' } },
		sizeOption: 'batchSize',
		sequential: { options: { batchSize: 2 }, messagesPerCall: 2 },
	},
	// Heltar is asked for the message, as the address in so old a delivery no longer works.
	linkAnswer: (url, link) =>
		url.startsWith('/v1/messages?') ? { message: 'ok', data: { awsLink: link } } : undefined,
	unusedRoutes: {
		'GET /*': 'a short link, which customers open',
	},
	registerOther: async (baseUrl, url) =>
		await fetch(`${baseUrl}/v1/business/webhook-url`, {
			method: 'POST',
			headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
			body: JSON.stringify({ urls: [{ url, isEnabled: true, fields: ['metaWebhooks'] }] }),
		}),
};
