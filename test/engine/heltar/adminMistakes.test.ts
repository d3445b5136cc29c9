import type { IDataObject } from 'n8n-workflow';

import { eachMistake } from './eachMistake';
import { chosen } from './fixture';

const ASHA = '919800000101';

const contact = (operation: string, parameters: IDataObject) => ({
	resource: 'contact',
	operation,
	parameters: { clientWaNumber: { mode: 'id', value: ASHA }, ...parameters },
});
const attribute = (operation: string, parameters: IDataObject) => ({
	resource: 'attribute',
	operation,
	parameters,
});
const campaign = (parameters: IDataObject) => ({
	resource: 'campaign',
	operation: 'send',
	parameters: {
		campaignName: 'Season',
		clientWaNumber: ASHA,
		templateName: chosen('start_conversation'),
		languageCode: 'en',
		...parameters,
	},
});

eachMistake({
	'a campaign with a template that is paused': {
		...campaign({ templateName: chosen('flash_sale'), specifyVariables: 'json', variablesJson: '["50%"]' }),
		message: 'Template flash_sale (en) not found or not approved',
		onTheWire: true,
	},
	'a campaign file that is not https': {
		...campaign({ recipientSource: 'file', finalPayloadFileUrl: 'http://files.example.org/a.ndjson' }),
		message: 'File URL: must start with https://',
	},
	'a campaign file without a recipient': {
		...campaign({
			recipientSource: 'file',
			finalPayloadFileUrl: 'https://files.example.org/a.ndjson',
			recipientCount: 0,
		}),
		message: 'Number of Recipients: 0, the minimum is 1',
	},
	'custom data for the recipients of a file': {
		...campaign({
			recipientSource: 'file',
			finalPayloadFileUrl: 'https://files.example.org/a.ndjson',
			recipientCount: 1,
			options: { customField: 'x' },
		}),
		message: 'Options → Custom Data: it cannot be used when the recipients come from a file',
	},
	'the recipients of a campaign that is not there': {
		resource: 'campaign',
		operation: 'getRecipients',
		parameters: { campaignId: chosen('c-1') },
		message: 'Campaign not found',
		onTheWire: true,
	},
	'costs of a time before Heltar kept them': {
		resource: 'template',
		operation: 'getCost',
		parameters: { startDate: '2026-06-30', endDate: '2026-09-01' },
		message: 'First Day: 2026-06-30, the earliest is 2026-07-01',
	},
	'only one end of a period': {
		resource: 'campaign',
		operation: 'getMany',
		parameters: { filters: { startDate: '2026-03-01' } },
		message: 'Filters: fill in both a first and a last day, or neither',
	},
	'a country code that does not fit': {
		...contact('upsert', { clientWaNumber: ASHA, options: { countryCode: 44 } }),
		message: 'Options → Country Code: 44 does not fit the number, which begins with 91',
	},
	'attributes that are no object': {
		...contact('upsert', { clientWaNumber: ASHA, specifyAttributes: 'json', attributesJson: '["city"]' }),
		message: 'Attributes (JSON): must be a JSON object of attributes and their values',
	},
	'a national number': {
		...contact('toggleChat', { clientWaNumber: { mode: 'id', value: '07700 900123' } }),
		message: 'Contact: "07700 900123" must not start with 0',
		advice: /country code/,
	},
	'neither attributes nor tags': {
		...contact('updateAttributesAndTags', {}),
		message: 'Attributes: nothing is filled in, neither here nor in the tags',
	},
	'a contact nobody knows': {
		...contact('get', { clientWaNumber: { mode: 'id', value: '447700900999' } }),
		message: 'Client Details not found with 447700900999',
		onTheWire: true,
	},
	'a chat for someone who is not in the team': {
		...contact('assignChat', { email: { mode: 'id', value: 'nobody@example.com' } }),
		message: 'nobody@example.com not exists!',
		onTheWire: true,
	},
	'a chat for agents of whom one is not in the team': {
		...contact('multiAssign', {
			specifyEmails: 'json',
			emailsJson: '["arjun@example.com", "nobody@example.com"]',
		}),
		message: 'Some employees do not exist!',
		advice: /^Not in the team: nobody@example\.com\. Nothing was changed\.$/,
		onTheWire: true,
	},
	'a chat for no agent at all': {
		...contact('multiAssign', {}),
		message: 'Team Members: none added, the minimum is 1',
	},
	'stopping a bot that is Meta’s': {
		...contact('toggleBot', { isBotReply: false }),
		given: async ({ settings }) => await settings({ metaAi: true }),
		message: 'The bot cannot be switched off while Meta AI handles this chat',
		advice: /^Meta’s own AI agent handles this chat\./,
		onTheWire: true,
	},
	'the session of a contact nobody knows': {
		...contact('clearBotSession', { clientWaNumber: { mode: 'id', value: '447700900999' } }),
		message: 'Client Details not found with 447700900999',
		onTheWire: true,
	},
	'a profile without anything to change': {
		...contact('updateProfile', {}),
		message: 'Update Fields: nothing is filled in, neither here nor in the attributes',
	},
	'opt-out rules that are none': {
		resource: 'business',
		operation: 'setOptRules',
		parameters: {},
		message: 'Opt-Out Rules: nothing is filled in, neither here nor in the opt-in rules',
		advice: /"Remove All"/,
	},
	'a confirmation by a template that does not exist': {
		resource: 'business',
		operation: 'setOptRules',
		parameters: {
			optOutRules: { values: [{ value: 'stop' }] },
			confirmation: 'template',
			templateName: { mode: 'id', value: 'no_such_template' },
			languageCode: 'en',
		},
		message: 'templatePayload: template not found',
		onTheWire: true,
	},
	'figures of more than a year': {
		resource: 'analytics',
		operation: 'getDailyEngagement',
		parameters: { startDate: '2027-01-01', endDate: '2028-01-02' },
		message: 'Last Day: 367 days from the first day, the maximum is 366',
	},
	'a short link to no address': {
		resource: 'link',
		operation: 'create',
		parameters: { destinationLink: 'example.org' },
		message: 'Destination: "example.org" is not a web address',
		advice: /https:/,
	},
	'a bot that does not exist': {
		...contact('assignBot', { chatbotId: 'bot-nobody' }),
		message: 'Chatbot not found',
		onTheWire: true,
	},
	'a call by a bot that does not exist': {
		resource: 'call',
		operation: 'initiate',
		parameters: { clientWaNumber: chosen(ASHA), chatbotId: chosen('bot-nobody') },
		message: 'Chatbot not found',
		onTheWire: true,
	},
	'the record of a call that was not recorded': {
		resource: 'call',
		operation: 'getRecord',
		parameters: { callId: chosen('wacid.missed1') },
		message: 'No call found for this callId',
		onTheWire: true,
	},
	'an event for a journey that does not exist': {
		resource: 'journey',
		operation: 'sendEvent',
		parameters: {
			eventName: 'added_to_cart',
			phone: ASHA,
			options: { journeyId: '2d4e5f60-7a8b-4c9d-8e0f-123456789abc' },
		},
		message: 'Journey not found',
		onTheWire: true,
	},
	'an attribute that exists': {
		...attribute('create', { fieldKey: 'city' }),
		message: 'Attribute: city already exists!',
		onTheWire: true,
	},
	'a new name that is taken': {
		...attribute('update', { oldAttribute: chosen('city'), fieldKey: 'age' }),
		message: 'Attribute: age already exists! Please delete it first and then update the attribute!',
		onTheWire: true,
	},
	'the attribute every account has': {
		...attribute('create', { fieldKey: 'tags', dataType: 'tags', tagOptions: 'vip' }),
		message: 'Name: every account has "tags" already',
	},
	'a choice without choices': {
		...attribute('create', { fieldKey: 'size', dataType: 'dropdown', dropdownOptions: ' , ' }),
		message: 'Choices: none added, the minimum is 1',
	},
	'a key that may not manage webhooks': {
		resource: 'webhook',
		operation: 'upsert',
		parameters: { url: 'https://hooks.example.org/a' },
		given: async ({ key }) => await key({ scopes: ['messages:*'] }),
		message: 'API key does not have the required scope (business:write)',
		advice: /^The key is valid but lacks a scope\. Use a Full-access key, as business:write cannot be picked/,
		onTheWire: true,
	},
	'a webhook that is not https': {
		resource: 'webhook',
		operation: 'upsert',
		parameters: { url: 'http://hooks.example.org/a' },
		message: 'URL: must start with https://',
	},
	'a time in the past': {
		resource: 'schedule',
		operation: 'message',
		parameters: {
			scheduleTime: '2020-01-01T00:00:00Z',
			messageType: 'text',
			clientWaNumber: ASHA,
			message: 'Hello',
		},
		message: 'Time: 2020-01-01T00:00:00.000Z is in the past',
	},
	'messages without a recipient': {
		resource: 'schedule',
		operation: 'message',
		parameters: {
			scheduleTime: Math.floor(Date.now() / 1000) + 600,
			messageType: 'json',
			messages: '[{"messageType": "text", "message": "Hello"}]',
		},
		message: 'Messages (JSON) → Message 1: needs clientWaNumber and messageType',
	},
	'a nudge for somebody unknown': {
		resource: 'schedule',
		operation: 'nudge',
		parameters: { clientWaNumber: { mode: 'id', value: '447700900999' } },
		message: '447700900999 not exist!',
		onTheWire: true,
	},
	'a nudge before the first second': {
		resource: 'schedule',
		operation: 'nudge',
		parameters: { clientWaNumber: chosen(ASHA), delaySeconds: 0 },
		message: 'Delay in Seconds: 0, the minimum is 1',
	},
	'a schedule that is over': {
		resource: 'schedule',
		operation: 'delete',
		parameters: { scheduleId: 'no-such-schedule' },
		message: 'Schedule not found',
		onTheWire: true,
	},
});
