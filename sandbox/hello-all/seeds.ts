import { newNumericId } from '../platform/ids.ts';
import type { Catalog } from '../platform/interactive.ts';
import {
	templateKey,
	type Template,
	type TemplateButton,
	type TemplateComponent,
} from '../platform/templates.ts';
import { chatsOf, noteChat } from './chats.ts';
import { fieldsOf, type CustomField } from './customFields.ts';
import type { HelloAllWorld } from './settings.ts';
import { templatesOf } from './templates.ts';

const body = (text: string, ...samples: string[]): TemplateComponent => ({
	type: 'BODY',
	text,
	...(samples.length > 0 && { example: { body_text: [samples] } }),
});
const footer = (text: string): TemplateComponent => ({ type: 'FOOTER', text });
const buttons = (...list: TemplateButton[]): TemplateComponent => ({ type: 'BUTTONS', buttons: list });
const reply = (text: string): TemplateButton => ({ type: 'QUICK_REPLY', text });
const mediaHeader = (format: 'IMAGE' | 'VIDEO' | 'DOCUMENT', file: string): TemplateComponent => ({
	type: 'HEADER',
	format,
	example: { header_handle: [`https://files.example.com/${file}`] },
});

type Seed = Pick<Template, 'name' | 'category' | 'components'> & { language?: string; status?: string };

const ORDER_UPDATE = body('Hello {{1}}, your order {{2}} has left the warehouse.', 'Asha', '1042');

const TEMPLATES: Seed[] = [
	{ name: 'welcome', category: 'UTILITY', components: [body('Welcome to Example Stores! How can we help?')] },
	{ name: 'order_update', category: 'UTILITY', components: [ORDER_UPDATE] },
	{
		name: 'order_update',
		category: 'UTILITY',
		language: 'hi',
		components: [body('नमस्ते {{1}}, आपका ऑर्डर {{2}} भेज दिया गया है।', 'Asha', '1042')],
	},
	{
		name: 'order_ready',
		category: 'ALERT_UPDATE',
		components: [
			{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['1042'] } },
			body('Hello {{1}}\n\nPick-up after {{2}}, please.', 'Asha', '5 pm'),
			footer('Example Stores'),
			buttons(reply('Today'), reply('Tomorrow'), reply('Cancel')),
		],
	},
	{
		name: 'new_arrivals',
		category: 'MARKETING',
		components: [
			mediaHeader('IMAGE', 'arrivals.jpeg'),
			body('Hi {{1}}, have a look at what came in this week.', 'Asha'),
			footer('Reply STOP to opt out'),
			buttons({
				type: 'URL',
				text: 'See them',
				url: 'https://www.example.com/new/{{1}}',
				example: ['https://www.example.com/new/shoes'],
			}),
		],
	},
	{
		name: 'invoice',
		category: 'UTILITY',
		components: [
			mediaHeader('DOCUMENT', 'invoice.pdf'),
			body('Invoice {{1}} is attached. Thank you!', 'INV-17'),
		],
	},
	{
		name: 'how_to_set_up',
		category: 'UTILITY',
		components: [
			mediaHeader('VIDEO', 'setup.mp4'),
			body('This short film shows how to set up your {{1}} at home.', 'lamp'),
		],
	},
	{
		name: 'login_code',
		category: 'AUTHENTICATION',
		components: [body('Your code is {{1}}. Keep it to yourself.', '482913')],
	},
	{
		name: 'festival_offer',
		category: 'MARKETING',
		status: 'PENDING',
		components: [body('Dear {{1}}, our festival offers begin tomorrow.', 'Asha')],
	},
	{
		name: 'win_back',
		category: 'MARKETING',
		status: 'REJECTED',
		components: [body('We miss you. Come back!')],
	},
	{
		name: 'old_campaign',
		category: 'MARKETING',
		status: 'PAUSED',
		components: [body('Last days of our sale!')],
	},
	{
		name: 'retired_notice',
		category: 'UTILITY',
		status: 'DISABLED',
		components: [body('This service has ended.')],
	},
];

const FIELDS: CustomField[] = [
	{ id: 'cf_city', name: 'City', type: 'text', description: 'Where the customer lives' },
	{ id: 'cf_orders', name: 'Orders', type: 'number', description: 'How often they bought' },
	{ id: 'cf_birthday', name: 'Birthday', type: 'date', description: '' },
];

const CATALOG: Catalog = {
	id: '300000000000005',
	products: [
		{ retailerId: 'shoe-41', name: 'Walking shoe', price: '1499', currency: 'INR' },
		{ retailerId: 'bag-7', name: 'Cloth bag', price: '299', currency: 'INR' },
	],
};

const PEOPLE = [
	{ number: '910000000123', name: 'Asha Verma', values: { cf_city: 'Pune', cf_orders: 3 } },
	{ number: '910000000124', name: 'Kabir Rao', values: {} },
];

/** A shop that has used the service for a while. */
export function seed(world: HelloAllWorld): void {
	const now = Date.now();
	const templates = templatesOf(world);
	for (const { language = 'en', status = 'APPROVED', ...rest } of TEMPLATES)
		templates.put(templateKey(rest.name, language), {
			id: newNumericId(),
			language,
			status,
			updatedAt: now,
			...rest,
		});
	world.collection<Catalog>('catalogs').put(CATALOG.id, CATALOG);
	const fields = fieldsOf(world);
	for (const field of FIELDS) fields.put(field.id, field);
	for (const { number, name, values } of PEOPLE) {
		const person = world.people.change(number, { name, lastInboundAt: now - 3_600_000 });
		const chat = noteChat(world, person, now - 3_600_000);
		chatsOf(world).put(chat.id, { ...chat, values });
	}
}
