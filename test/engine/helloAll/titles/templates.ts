import type { IDataObject } from 'n8n-workflow';

import { bare, json } from '../fixture';
import { message, TO } from './title';
import type { Title } from './title';

/** A new template, apart from its header. */
const DRAFT: IDataObject = {
	resource: 'template',
	operation: 'create',
	category: 'UTILITY',
	language: 'en',
	bodyText: 'Hello {{1}}\n\nPick-up after {{2}}.',
	bodyExamples: { mappingMode: 'defineBelow', value: { 'body.1': 'Asha', 'body.2': '5 pm' } },
	footerText: 'Example Store',
	buttons: {
		values: [
			{ type: 'QUICK_REPLY', text: 'Today' },
			{ type: 'QUICK_REPLY', text: 'Cancel' },
		],
	},
};
const BODY = {
	type: 'BODY',
	text: 'Hello {{1}}\n\nPick-up after {{2}}.',
	example: { body_text: [['Asha', '5 pm']] },
};
const REST = [
	BODY,
	{ type: 'FOOTER', text: 'Example Store' },
	{
		type: 'BUTTONS',
		buttons: [
			{ type: 'QUICK_REPLY', text: 'Today' },
			{ type: 'QUICK_REPLY', text: 'Cancel' },
		],
	},
];
const created = (name: string, components: unknown[]) => [
	json('POST', '/v1/configs/templates', { name, category: 'UTILITY', language: 'en', components }),
];
const withMedia = (format: string, sample: string) => ({
	parameters: {
		...DRAFT,
		name: `order_${format.toLowerCase()}`,
		headerFormat: format,
		headerExample: `https://files.example.com/${sample}`,
	},
	calls: () =>
		created(`order_${format.toLowerCase()}`, [
			{ type: 'HEADER', format, example: { header_handle: [`https://files.example.com/${sample}`] } },
			...REST,
		]),
});

/** Templates: sent, listed, and submitted with each kind of header. */
export const TEMPLATE_TITLES: Record<string, Title> = {
	'Send Template Message': {
		parameters: {
			resource: 'message',
			operation: 'sendTemplate',
			to: TO,
			templateName: { mode: 'list', value: 'order_update' },
			languageCode: 'en',
			variables: { mappingMode: 'defineBelow', value: { 'body.1': 'Asha', 'body.2': '1042' } },
			options: { namespace: '={{ $json.namespace }}' },
		},
		calls: (ids) =>
			message({
				to: TO,
				type: 'template',
				template: {
					namespace: ids.namespace,
					language: { policy: 'deterministic', code: 'en' },
					name: 'order_update',
					components: [
						{
							type: 'body',
							parameters: [
								{ type: 'text', text: 'Asha' },
								{ type: 'text', text: '1042' },
							],
						},
					],
				},
			}),
	},
	'Template List': {
		parameters: { resource: 'template', operation: 'getMany', limit: 10 },
		calls: () => [bare('GET', '/v1/configs/templates', { limit: '10', offset: '0' })],
	},
	'Standard Template (Only Body)': {
		parameters: { ...DRAFT, name: 'order_body', footerText: '', buttons: {} },
		calls: () => created('order_body', [BODY]),
	},
	'Text Header': {
		parameters: {
			...DRAFT,
			name: 'order_text',
			headerFormat: 'TEXT',
			headerText: 'Order {{1}}',
			headerExample: '1042',
		},
		calls: () =>
			created('order_text', [
				{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['1042'] } },
				...REST,
			]),
	},
	'Image Header': withMedia('IMAGE', 'sample.jpeg'),
	'Document Header': withMedia('DOCUMENT', 'sample.pdf'),
	'Video Header': withMedia('VIDEO', 'sample.mp4'),
};
