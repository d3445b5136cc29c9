import type { IDataObject } from 'n8n-workflow';

import type { Field } from '../../../core/fields/field';
import { resources } from '../../../nodes/Heltar/operations';
import { CATALOG } from './messageTable';
import { chosen, useScene } from './scene';

const scene = useScene();

const to = { clientWaNumber: '919800000101' };
const about = { clientWaNumber: chosen('919800000101') };
const template = { templateName: chosen('start_conversation'), languageCode: 'en' };
const campaign = { campaignName: 'Season opening', ...to, ...template };
const later = { scheduleTime: Math.floor(Date.now() / 1000) + 3600 };
const titles = { values: [{ title: 'Yes' }] };

/** What has to be filled in, and no more. */
const needed: Record<string, IDataObject> = {
	'attribute.create': { fieldKey: 'height' },
	'attribute.delete': { attribute: chosen('age') },
	'attribute.getMany': {},
	'attribute.update': { oldAttribute: chosen('city') },
	'business.get': {},
	'business.getAccountStatus': {},
	'campaign.get': { campaignId: chosen('c-1') },
	'campaign.getMany': {},
	'campaign.send': campaign,
	'contact.assignBot': { ...about, chatbotId: 'bot-orders' },
	'contact.assignChat': { ...about, email: chosen('arjun@example.com') },
	'contact.block': about,
	'contact.delete': about,
	'contact.get': about,
	'contact.getMany': {},
	'contact.toggleChat': about,
	'contact.updateAttributesAndTags': { ...about, tags: 'vip' },
	'contact.upsert': to,
	'employee.getMany': {},
	'media.getUploadUrl': { file_name: 'a.png', file_type: 'image/png' },
	'message.get': { wamid: 'wamid.A' },
	'message.getMany': to,
	'message.markRead': to,
	'message.requestAddress': { ...to, body: 'Where to?' },
	'message.requestLocation': { ...to, body: 'Where are you?' },
	'message.search': { searchQuery: 'invoice' },
	'message.sendButtons': { ...to, body: 'Coming?', buttons: titles },
	'message.sendCatalog': to,
	'message.sendCatalogLink': { ...to, businessNumber: '918000000001' },
	'message.sendContacts': {
		...to,
		contacts: { values: [{ formatted_name: 'Dana Field', phones: { values: [{ phone: '447700900555' }] } }] },
	},
	'message.sendCtaUrl': { ...to, body: 'Look', display_text: 'Open', url: 'https://example.org' },
	'message.sendInteractive': { ...to, interactive: '{"type": "flow"}' },
	'message.sendList': {
		...to,
		body: 'Choose',
		button: 'Topics',
		sections: { values: [{ title: '', rows: titles }] },
	},
	'message.sendLocation': { ...to, latitude: 51.5, longitude: -0.12 },
	'message.sendMedia': { ...to, url: 'https://files.example.org/a.png' },
	'message.sendProduct': { ...to, catalog_id: CATALOG, product_retailer_id: 'SKU-7' },
	'message.sendProductList': {
		...to,
		headerText: 'Cups',
		body: 'Look',
		catalog_id: CATALOG,
		productSections: { values: [{ title: 'All', product_items: 'SKU-7' }] },
	},
	'message.sendTemplate': { ...to, ...template },
	'message.sendText': { ...to, message: 'Hello' },
	'message.typing': { messageId: 'wamid.A' },
	'schedule.campaign': { ...later, ...campaign },
	'schedule.delete': { scheduleId: 's-1' },
	'schedule.message': { ...later, ...to, ...template },
	'template.create': { name: 'season_opening', bodyText: 'We are open.' },
	'template.delete': { templateName: chosen('order_update') },
	'template.get': { templateName: chosen('order_update') },
	'template.getMany': {},
	'webhook.delete': { url: 'https://hooks.example.org/a' },
	'webhook.upsert': { url: 'https://hooks.example.org/a' },
};

/** Files are uploaded and downloaded, and a question waits: these have tests of their own. */
const APART = ['media.download', 'media.upload', 'message.sendAndWait'];

/** Documented as they are: an upsert has all keys, a template without variables an empty list. */
const EMPTY_BY_DESIGN: Record<string, string[]> = {
	'campaign.send': ['messages.0.variables'],
	'contact.upsert': ['0.username'],
	'message.sendTemplate': ['messages.0.variables'],
	'schedule.campaign': ['messages.0.variables'],
	'schedule.message': ['messages.0.variables'],
};

const operations = resources.flatMap(({ value, operations: all }) =>
	all.map((operation) => [`${value}.${operation.value}`, operation] as const),
);
const everyName = new Set(operations.flatMap(([, { fields }]) => Object.keys(fields)));

type Property = Field['property'] & { name: string };

/** An added switch says something either way. */
const canBeLeftEmpty = ({ type }: Property) => type !== 'boolean';

/** What the editor keeps of a field that was added, or looked at, and left empty. */
function leftEmpty({ type, options, default: preset }: Field['property']): unknown {
	switch (type) {
		case 'collection': {
			const added = (options as Property[]).filter(canBeLeftEmpty);
			return Object.fromEntries(added.map((option) => [option.name, leftEmpty(option)]));
		}
		case 'fixedCollection':
			return {};
		case 'resourceMapper':
			return { mappingMode: 'defineBelow', value: null };
		case 'string':
		case 'number':
		case 'json':
			return '';
		default:
			return preset;
	}
}

/** The places of empty texts, lists and objects. */
function emptyPlaces(value: unknown, place = ''): string[] {
	if (value === null || value === '') return [place];
	if (typeof value !== 'object') return [];
	const entries = Object.entries(value);
	if (entries.length === 0) return [place];
	return entries.flatMap(([key, inner]) => emptyPlaces(inner, place === '' ? key : `${place}.${key}`));
}

test('every operation stands in the table', () => {
	const ids = operations.map(([id]) => id).filter((id) => !APART.includes(id));
	expect(Object.keys(needed).sort()).toEqual(ids.sort());
});

test.each(operations.filter(([id]) => id in needed))(
	'%s sends nothing empty and nothing that belongs to another operation',
	async (id, { fields }) => {
		const [resource, operation] = id.split('.');
		const calls = async (more: IDataObject) => {
			await scene.reset();
			await scene.run({ resource, operation, ...more, ...needed[id] });
			return await scene.wire();
		};
		const [call] = await calls({});
		expect(emptyPlaces(call.body ?? undefined)).toEqual(EMPTY_BY_DESIGN[id] ?? []);
		expect(emptyPlaces(call.query)).toEqual(Object.keys(call.query).length === 0 ? [''] : []);

		const emptied = Object.entries(fields)
			.filter(([, { property }]) => !property.required)
			.map(([name, { property }]) => [name, leftEmpty(property)]);
		const foreign = [...everyName].filter((name) => !(name in fields)).map((name) => [name, 'left over']);
		expect((await calls(Object.fromEntries([...emptied, ...foreign]) as IDataObject))[0]).toEqual(call);
	},
);
