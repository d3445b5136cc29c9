import type { IDataObject } from 'n8n-workflow';

import type { Mistake } from './eachMistake';
import { eachMistake } from './eachMistake';
import { chosen } from './fixture';

const ASHA = '919800000101';

const template = (
	name: string,
	more: IDataObject = {},
): Pick<Mistake, 'resource' | 'operation' | 'parameters'> => ({
	resource: 'message',
	operation: 'sendTemplate',
	parameters: {
		clientWaNumber: ASHA,
		templateName: chosen(name),
		languageCode: 'en',
		...more,
	},
});
const filledIn = (value: IDataObject, ...needed: string[]) => ({
	variables: {
		mappingMode: 'defineBelow',
		value,
		schema: needed.map((id) => ({ id, displayName: id, required: true, display: true, defaultMatch: false })),
	},
});
const asJson = (given: unknown) => ({ specifyVariables: 'json', variablesJson: JSON.stringify(given) });
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
const newTemplate = (parameters: IDataObject) => ({
	resource: 'template',
	operation: 'create',
	parameters: { name: 'season_opening', bodyText: 'We are open.', ...parameters },
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
	'a template that is not approved yet': {
		...template('summer_preview', filledIn({ 'body.1': 'Asha' })),
		message: 'template name (summer_preview) is not approved in en',
		advice: /status is APPROVED.*Code: 132001$/,
		onTheWire: true,
	},
	'a template that does not exist': {
		...template('no_such_template'),
		message: 'template name (no_such_template) does not exist in en',
		advice: /^The template does not exist in this language or is not approved\. Check name, language code/,
		onTheWire: true,
	},
	'a template in a language it does not have': {
		...template('delivery_slot', filledIn({ 'header.text': '88', 'body.1': 'Dana', 'body.2': 'Tuesday' })),
		message: 'template name (delivery_slot) does not exist in en',
		advice: /language code/,
		onTheWire: true,
	},
	'too few variables, given by hand': {
		...template('order_update', asJson(['Dana'])),
		message: 'body: number of localizable_params (1) does not match the expected number of params (4)',
		advice: /^The number of variables differs from the template.*Code: 132000$/,
		onTheWire: true,
	},
	'an expression that yields no template': {
		...template('', { templateName: { mode: 'id', value: '={{ "" }}' } }),
		message: 'Template is empty',
	},
	'an expression that yields no language': {
		...template('start_conversation', { languageCode: '={{ $json.language }}' }),
		message: 'Language Name or ID is empty',
	},
	'a variable that was left empty': {
		...template(
			'order_update',
			filledIn({ 'header.text': '88', 'body.1': 'Dana', 'body.2': null }, 'body.1', 'body.2'),
		),
		message: 'Variables → Body 2 is empty',
	},
	'a header that was left empty although the template needs it': {
		...template(
			'festive_offer',
			filledIn({ 'header.image': null, 'body.1': 'Dana', 'body.2': '20%' }, 'header.image'),
		),
		message: 'Variables → Header image is empty',
	},
	'a line break in a variable': {
		...template('feedback_request', filledIn({ 'body.1': 'Dana\nField' })),
		message: 'Variables → Body 1 contains a line break or a tab, which WhatsApp refuses in templates',
	},
	'five spaces in a variable, given as JSON': {
		...template(
			'feedback_request',
			asJson([{ type: 'body', parameters: [{ type: 'text', text: 'a     b' }] }]),
		),
		message:
			'Variables (JSON) → Entry 1 → Parameter 1 has more than four spaces in a row, which WhatsApp refuses in templates',
	},
	'an object where a text is meant': {
		...template('feedback_request', filledIn({ 'body.1': { name: 'Dana' } })),
		message: 'Variables → Body 1 must be text, but is an object',
	},
	'a media link that is not https': {
		...template('festive_offer', filledIn({ 'header.image': 'http://files.example.org/f.jpg' })),
		message: 'Variables → Header image must start with https://',
	},
	'a file name instead of a media link': {
		...template('festive_offer', filledIn({ 'header.image': 'f.jpg' })),
		message: 'Variables → Header image is "f.jpg", which is not a web address',
	},
	'data of a flow that is no object': {
		...template('book_a_fitting', filledIn({ 'body.1': 'Dana', 'button.0.flow_action_data': '[1]' })),
		message: 'Variables → Button 1 flow data must be a JSON object with at least one value',
	},
	'an object as the payload of a quick reply': {
		...template('feedback_request', filledIn({ 'body.1': 'Dana', 'button.0.quick_reply': { id: 5 } })),
		message: 'Variables → Button 1 payload must be text, but is an object',
	},
	'an object as a text in JSON': {
		...template('feedback_request', asJson([{ type: 'text', text: { name: 'Dana' } }])),
		message: 'Variables (JSON) → Parameter 1 has no text',
	},
	'a value beside components': {
		...template('feedback_request', asJson([{ type: 'body', parameters: [] }, 'Dana'])),
		message:
			'Variables (JSON) → Entry 2 is a value among components; put it into the parameters of a component',
	},
	'variables that are no JSON': {
		...template('feedback_request', { specifyVariables: 'json', variablesJson: '[Dana]' }),
		message: 'Variables (JSON) is not valid JSON',
	},
	'reading a template that is not in the list': {
		resource: 'template',
		operation: 'get',
		parameters: { templateName: { mode: 'id', value: 'Delivery Slot' } },
		message: 'There is no template "Delivery Slot"',
		advice: /^Names are written in lower case with underscores/,
		onTheWire: true,
	},
	'a template name with capitals': {
		...newTemplate({ name: 'Season Opening' }),
		message: 'Name is "Season Opening", but may hold small letters, digits and underscores only',
	},
	'a header of 61 characters': {
		...newTemplate({ headerFormat: 'TEXT', headerText: 'x'.repeat(61) }),
		message: 'Header Text must have at most 60 characters (got 61)',
	},
	'a body of 1025 characters': {
		...newTemplate({ bodyText: 'x'.repeat(1025) }),
		message: 'Body must have at most 1024 characters (got 1025)',
	},
	'a footer of 61 characters': {
		...newTemplate({ footerText: 'x'.repeat(61) }),
		message: 'Footer must have at most 60 characters (got 61)',
	},
	'a template name of 513 characters': {
		...newTemplate({ name: 'x'.repeat(513) }),
		message: 'Name must have at most 512 characters (got 513)',
	},
	'a fourth quick reply': {
		...newTemplate({
			buttons: { values: ['A', 'B', 'C', 'D'].map((text) => ({ type: 'QUICK_REPLY', text })) },
		}),
		message: 'Buttons have 4 quick replies, at most 3 are allowed',
	},
	'a new template without samples': {
		...newTemplate({ bodyText: 'Hello {{1}}, we are open.' }),
		message: 'Body Samples has 0 entries, but the body has 1 variable',
	},
	'a new template with names and numbers': {
		...newTemplate({
			bodyText: 'Hello {{customer}}, order {{1}} is here.',
			bodyExamples: { values: [{ value: 'Dana' }, { value: '88' }] },
		}),
		message: 'Body mixes {{1}} and {{customer}}: a template has either numbers or names',
	},
	'components with names and numbers': {
		...newTemplate({
			specifyComponents: 'json',
			components: '[{"type": "BODY", "text": "Hello {{customer}}, order {{1}} is here."}]',
		}),
		message: 'Components (JSON) mixes {{1}} and {{customer}}: a template has either numbers or names',
	},
	'a variable with a capital letter': {
		...newTemplate({ bodyText: 'Hello {{Customer}}, we are open.' }),
		message:
			'Body contains {{Customer}}, but variables are written {{1}}, {{2}} and so on, or {{first_name}} in small letters, digits and underscores',
	},
	'a code that is valid for 91 minutes': {
		...newTemplate({ category: 'AUTHENTICATION', code_expiration_minutes: 91 }),
		message: 'Code Expires After (Minutes) must be at most 90 (got 91)',
	},
	'a new template whose image has no sample': {
		...newTemplate({ headerFormat: 'IMAGE' }),
		message: 'Header Sample is empty, but a header with a file needs one',
	},
	'a campaign with a template that is paused': {
		...campaign({ templateName: chosen('flash_sale'), ...asJson(['50%']) }),
		message: 'Template flash_sale (en) not found or not approved',
		onTheWire: true,
	},
	'a campaign while marketing is paused': {
		...campaign({ templateName: chosen('product_tour'), specifyVariables: 'json' }),
		given: async ({ settings }) => await settings({ pauseMarketing: true }),
		message: 'Marketing templates are paused for this account',
		advice: /Switch the pause off, or use a utility template/,
		onTheWire: true,
	},
	'only one end of a period': {
		resource: 'campaign',
		operation: 'getMany',
		parameters: { filters: { startDate: '2026-03-01' } },
		message: 'Filters need both a first and a last day, or neither',
	},
	'a country code that does not fit': {
		...contact('upsert', { clientWaNumber: ASHA, options: { countryCode: 44 } }),
		message: 'Options → Country Code is 44, but the number begins with 91',
	},
	'attributes that are no object': {
		...contact('upsert', { clientWaNumber: ASHA, specifyAttributes: 'json', attributesJson: '["city"]' }),
		message: 'Attributes (JSON) must be a JSON object of attributes and their values',
	},
	'a national number': {
		...contact('toggleChat', { clientWaNumber: { mode: 'id', value: '07700 900123' } }),
		message: 'Contact is "07700 900123": a number must not start with 0',
		advice: /country code/,
	},
	'neither attributes nor tags': {
		...contact('updateAttributesAndTags', {}),
		message: 'Attributes are empty, and so are the tags: fill in one of them',
	},
	'a contact nobody knows': {
		...contact('get', { clientWaNumber: { mode: 'id', value: '447700900999' } }),
		message: 'Client Details not found',
		onTheWire: true,
	},
	'a chat for someone who is not in the team': {
		...contact('assignChat', { email: { mode: 'id', value: 'nobody@example.com' } }),
		message: 'Employee with email nobody@example.com not found',
		onTheWire: true,
	},
	'a bot that does not exist': {
		...contact('assignBot', { chatbotId: 'bot-nobody' }),
		message: 'Chatbot not found',
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
		message: 'Name is "tags", which every account has already',
	},
	'a choice without choices': {
		...attribute('create', { fieldKey: 'size', dataType: 'dropdown', dropdownOptions: ' , ' }),
		message: 'Choices must have at least one entry',
	},
	'a key that may not manage webhooks': {
		resource: 'webhook',
		operation: 'upsert',
		parameters: { url: 'https://hooks.example.org/a' },
		given: async ({ key }) => await key({ scopes: ['messages:*'] }),
		message: 'API key does not have the required scope (business:write)',
		advice: /^The key is valid but lacks a scope\. Use a Full-access key/,
		onTheWire: true,
	},
	'a webhook that is not https': {
		resource: 'webhook',
		operation: 'upsert',
		parameters: { url: 'http://hooks.example.org/a' },
		message: 'URL must start with https://',
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
		message: 'Time is 2020-01-01T00:00:00.000Z, which is in the past',
	},
	'messages without a recipient': {
		resource: 'schedule',
		operation: 'message',
		parameters: {
			scheduleTime: Math.floor(Date.now() / 1000) + 600,
			messageType: 'json',
			messages: '[{"messageType": "text", "message": "Hello"}]',
		},
		message: 'Messages (JSON) → Message 1 needs clientWaNumber and messageType',
	},
	'a schedule that is over': {
		resource: 'schedule',
		operation: 'delete',
		parameters: { scheduleId: 'no-such-schedule' },
		message: 'Schedule not found',
		onTheWire: true,
	},
});
