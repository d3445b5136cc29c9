import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../core/provider.ts';
import type { TemplateComponent } from '../platform/templates.ts';
import { answer, heltarRoutes, readQuery } from './answers.ts';

interface LibraryTemplate {
	id: string;
	name: string;
	language: string;
	category: 'UTILITY' | 'AUTHENTICATION';
	topic: string;
	usecase: string;
	industry: string[];
	header: string | null;
	body: string;
	body_params: string[];
	body_param_types: string[];
	buttons: Array<{ type: 'URL' | 'PHONE_NUMBER'; text: string; url?: string }>;
}

const shop = { language: 'en', category: 'UTILITY', industry: ['E_COMMERCE'] } as const;

/** A few of the templates WhatsApp has ready. */
const LIBRARY: LibraryTemplate[] = [
	{
		...shop,
		industry: [...shop.industry],
		id: '7147013345418927',
		name: 'order_confirmation_1',
		topic: 'ORDER_MANAGEMENT',
		usecase: 'ORDER_CONFIRMATION',
		header: 'Order confirmed',
		body: 'Thank you {{1}}! Your order {{2}} is confirmed.',
		body_params: ['Asha', '1042'],
		body_param_types: ['TEXT', 'TEXT'],
		buttons: [{ type: 'URL', text: 'View order', url: 'https://www.example.com/' }],
	},
	{
		...shop,
		industry: [...shop.industry],
		id: '7138055039625658',
		name: 'delivery_update_1',
		topic: 'ORDER_MANAGEMENT',
		usecase: 'SHIPMENT_CONFIRMATION',
		header: null,
		body: 'Your order {{1}} is on its way.',
		body_params: ['1042'],
		body_param_types: ['TEXT'],
		buttons: [],
	},
	{
		id: '7138055039625659',
		name: 'payment_due_reminder_1',
		language: 'en',
		category: 'UTILITY',
		topic: 'PAYMENTS',
		usecase: 'PAYMENT_DUE_REMINDER',
		industry: ['FINANCIAL_SERVICES'],
		header: null,
		body: 'Hello {{1}}, your payment of {{2}} is due on {{3}}.',
		body_params: ['Asha', '₹420', 'Friday'],
		body_param_types: ['TEXT', 'AMOUNT', 'DATE'],
		buttons: [],
	},
];

const query = z.object({
	language: z.string().optional(),
	topic: z.string().optional(),
	usecase: z.string().optional(),
	industry: z.string().optional(),
	search: z.string().optional(),
});

/** `GET /v1/templates/library`; mounted before the templates, whose pattern it would match. */
export function libraryRoutes(): Hono<SandboxEnv> {
	const app = heltarRoutes();
	app.get('/heltar/v1/templates/library', (c) => {
		const { language = 'en', topic, usecase, industry, search = '' } = readQuery(c, query);
		const found = LIBRARY.filter(
			(one) =>
				one.language === language &&
				(!topic || one.topic === topic.toUpperCase()) &&
				(!usecase || one.usecase === usecase.toUpperCase()) &&
				(!industry || one.industry.includes(industry.toUpperCase())) &&
				`${one.name} ${one.body}`.toLowerCase().includes(search.toLowerCase()),
		);
		return answer(c, `Successfully fetched ${found.length} library templates`, found);
	});
	return app;
}

/** What a template made from the library holds; undefined when the library has none of this name and language. */
export function libraryComponents(name: string, language: string): TemplateComponent[] | undefined {
	const found = LIBRARY.find((one) => one.name === name && one.language === language);
	if (!found) return undefined;
	const { header, body, body_params: samples, buttons } = found;
	return [
		...(header === null ? [] : [{ type: 'HEADER' as const, format: 'TEXT' as const, text: header }]),
		{ type: 'BODY', text: body, example: { body_text: [samples] } },
		...(buttons.length > 0 ? [{ type: 'BUTTONS' as const, buttons }] : []),
	];
}
