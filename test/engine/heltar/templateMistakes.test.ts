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
const newTemplate = (parameters: IDataObject) => ({
	resource: 'template',
	operation: 'create',
	parameters: { name: 'season_opening', bodyText: 'We are open.', ...parameters },
});

const templates = (operation: string, parameters: IDataObject) => ({
	resource: 'template',
	operation,
	parameters,
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
		message: 'Template: nothing is filled in',
	},
	'a variable that was left empty': {
		...template(
			'order_update',
			filledIn({ 'header.text': '88', 'body.1': 'Dana', 'body.2': null }, 'body.1', 'body.2'),
		),
		message: 'Variables → Body 2: nothing is filled in',
	},
	'a header that was left empty although the template needs it': {
		...template(
			'festive_offer',
			filledIn({ 'header.image': null, 'body.1': 'Dana', 'body.2': '20%' }, 'header.image'),
		),
		message: 'Variables → Header image: nothing is filled in',
	},
	'a line break in a variable': {
		...template('feedback_request', filledIn({ 'body.1': 'Dana\nField' })),
		message: 'Variables → Body 1: contains a line break or a tab, which WhatsApp refuses in templates',
	},
	'five spaces in a variable, given as JSON': {
		...template(
			'feedback_request',
			asJson([{ type: 'body', parameters: [{ type: 'text', text: 'a     b' }] }]),
		),
		message:
			'Variables (JSON) → Entry 1 → Parameter 1: contains more than four spaces in a row, which WhatsApp refuses in templates',
	},
	'an object where a text is meant': {
		...template('feedback_request', filledIn({ 'body.1': { name: 'Dana' } })),
		message: 'Variables → Body 1: must be text, but is an object',
	},
	'a media link that is not https': {
		...template('festive_offer', filledIn({ 'header.image': 'http://files.example.org/f.jpg' })),
		message: 'Variables → Header image: must start with https://',
	},
	'a file name instead of a media link': {
		...template('festive_offer', filledIn({ 'header.image': 'f.jpg' })),
		message: 'Variables → Header image: "f.jpg" is not a web address',
	},
	'data of a flow that is no object': {
		...template('book_a_fitting', filledIn({ 'body.1': 'Dana', 'button.0.flow_action_data': '[1]' })),
		message: 'Variables → Button 1 flow data: must be a JSON object with at least one value',
	},
	'an object as the payload of a quick reply': {
		...template('feedback_request', filledIn({ 'body.1': 'Dana', 'button.0.quick_reply': { id: 5 } })),
		message: 'Variables → Button 1 payload: must be text, but is an object',
	},
	'an object as a text in JSON': {
		...template('feedback_request', asJson([{ type: 'text', text: { name: 'Dana' } }])),
		message: 'Variables (JSON) → Parameter 1: there is no text',
	},
	'a value beside components': {
		...template('feedback_request', asJson([{ type: 'body', parameters: [] }, 'Dana'])),
		message:
			'Variables (JSON) → Entry 2: this is a parameter, not a component; put it into the parameters of a component',
	},
	'variables that are no JSON': {
		...template('feedback_request', { specifyVariables: 'json', variablesJson: '[Dana]' }),
		message: 'Variables (JSON): this is not valid JSON',
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
		message: 'Name: "Season Opening" may contain lowercase letters, digits and underscores only',
	},
	'a header of 61 characters': {
		...newTemplate({ headerFormat: 'TEXT', headerText: 'x'.repeat(61) }),
		message: 'Header Text: 61 characters, the maximum is 60',
	},
	'a body of 1025 characters': {
		...newTemplate({ bodyText: 'x'.repeat(1025) }),
		message: 'Body: 1025 characters, the maximum is 1024',
	},
	'a footer of 61 characters': {
		...newTemplate({ footerText: 'x'.repeat(61) }),
		message: 'Footer: 61 characters, the maximum is 60',
	},
	'a template name of 513 characters': {
		...newTemplate({ name: 'x'.repeat(513) }),
		message: 'Name: 513 characters, the maximum is 512',
	},
	'a fourth quick reply': {
		...newTemplate({
			buttons: { values: ['A', 'B', 'C', 'D'].map((text) => ({ type: 'QUICK_REPLY', text })) },
		}),
		message: 'Buttons: 4 quick replies added, the maximum is 3',
	},
	'a new template without samples': {
		...newTemplate({ bodyText: 'Hello {{1}}, we are open.' }),
		message: 'Body Samples: 0 added, but the body has 1 variable',
	},
	'a new template with names and numbers': {
		...newTemplate({
			bodyText: 'Hello {{customer}}, order {{1}} is here.',
			bodyExamples: { values: [{ value: 'Dana' }, { value: '88' }] },
		}),
		message: 'Body: {{1}} and {{customer}} are mixed: a template has either numbers or names',
	},
	'components with names and numbers': {
		...newTemplate({
			specifyComponents: 'json',
			components: '[{"type": "BODY", "text": "Hello {{customer}}, order {{1}} is here."}]',
		}),
		message: 'Components (JSON): {{1}} and {{customer}} are mixed: a template has either numbers or names',
	},
	'a variable with a capital letter': {
		...newTemplate({ bodyText: 'Hello {{Customer}}, we are open.' }),
		message:
			'Body: {{Customer}} is not a valid variable: write {{1}}, {{2}} and so on, or a name such as {{first_name}} in lowercase letters, digits and underscores',
	},
	'a code that is valid for 91 minutes': {
		...newTemplate({ category: 'AUTHENTICATION', code_expiration_minutes: 91 }),
		message: 'Code Expires After (Minutes): 91, the maximum is 90',
	},
	'a language code of six characters': {
		...newTemplate({ language: 'en_GBR' }),
		message: 'Language: 6 characters, the maximum is 5',
	},
	'a language code of one character': {
		...newTemplate({ language: 'e' }),
		message: 'Language: "e" is not a language code',
	},
	'components without a body': {
		...newTemplate({ specifyComponents: 'json', components: '[{"type": "FOOTER", "text": "Example Ltd"}]' }),
		message: 'Components (JSON): must contain a BODY',
	},
	'a text where a component should be': {
		...newTemplate({ specifyComponents: 'json', components: '["We are open."]' }),
		message: 'Components (JSON): entry 1 is not a component: it must be an object',
	},
	'a card of a carousel whose body is too long': {
		...newTemplate({
			specifyComponents: 'json',
			components: JSON.stringify([
				{ type: 'BODY', text: 'Look' },
				{ type: 'CAROUSEL', cards: [{ components: [{ type: 'BODY', text: 'x'.repeat(1025) }] }] },
			]),
		}),
		message: 'Components (JSON): entry 2 (card 1): entry 1 (BODY): 1025 characters, the maximum is 1024',
	},
	'an offer of 17 characters': {
		...newTemplate({
			specifyComponents: 'json',
			components: JSON.stringify([
				{ type: 'BODY', text: 'Look' },
				{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'x'.repeat(17) } },
			]),
		}),
		message: 'Components (JSON): entry 2 (LIMITED_TIME_OFFER): 17 characters, the maximum is 16',
	},
	'a handle that no upload gave': {
		...newTemplate({ headerFormat: 'IMAGE', headerExample: '4::aW1hZ2U' }),
		message: 'Failed to create template: 4::aW1hZ2U is not a valid upload handle',
		onTheWire: true,
	},
	'a header file that the item does not carry': {
		...newTemplate({ headerFormat: 'IMAGE', headerBinaryPropertyName: 'picture' }),
		message: 'Header File: "picture" was not found, because the item has no files',
	},
	'a template of the library that is not there': {
		...newTemplate({ specifyComponents: 'library', library_template_name: chosen('nobody_1') }),
		message: 'Failed to create template: There is no library template nobody_1 in en',
		onTheWire: true,
	},
	'an update that changes nothing': {
		...templates('update', { templateId: chosen('1'), specifyComponents: 'keep' }),
		message: 'Specify Components: nothing is changed, neither here nor in the category',
	},
	'an update of a template that is not there': {
		...templates('update', { templateId: chosen('1'), bodyText: 'We are open.' }),
		message: 'Failed to update template: There is no template with the id 1',
		onTheWire: true,
	},
	'a template as its own fallback': {
		...templates('setFallback', {
			sourceTemplateName: chosen('order_update'),
			sourceLanguageCode: 'en',
			fallbackTemplateName: chosen('order_update'),
		}),
		message: 'Fallback Template: "order_update" cannot be its own fallback',
	},
	'a fallback in a language of one character': {
		...templates('setFallback', {
			sourceTemplateName: chosen('order_update'),
			sourceLanguageCode: 'e',
			fallbackTemplateName: chosen('hello_world'),
		}),
		message: 'Language Name or ID: "e" must have 2 to 10 characters',
	},
	'a fallback that takes other variables': {
		...templates('setFallback', {
			sourceTemplateName: chosen('order_update'),
			sourceLanguageCode: 'en',
			fallbackTemplateName: chosen('start_conversation'),
		}),
		message: 'Templates are not compatible: they take different parameters',
		onTheWire: true,
	},
	'a fallback of which the ID is a name': {
		...templates('deleteFallback', { configId: { mode: 'id', value: 'order_update' } }),
		message: 'Fallback: "order_update" is not the ID of a fallback, which is a whole number',
	},
	'a fallback that is not there': {
		...templates('deleteFallback', { configId: chosen('31') }),
		message: 'Fallback config not found',
		onTheWire: true,
	},
	'a period that ends before it begins': {
		...templates('getDailyFunnel', { startDate: '2026-09-02', endDate: '2026-09-01' }),
		message: 'Last Day: 2026-09-01 is before the first day, 2026-09-02',
	},
	'a new template whose image has no sample': {
		...newTemplate({ headerFormat: 'IMAGE' }),
		message: 'Header Sample: none added, but a header with a file needs one',
	},
});
