import type { CoreSettings } from '../core/provider.ts';
import type { World } from '../core/world.ts';
import { acceptableUrl } from '../core/loopback.ts';
import { checkCarousel } from './carousel.ts';
import { fields, items, MISSING, optionalText, text, unique, WRONG, type Fields } from './checks.ts';
import { RefusedByWhatsApp, type Refusal } from './errors.ts';

/** The business's catalogue at Meta. */
export interface Catalog {
	id: string;
	products: Array<{ retailerId: string; name: string; price: string; currency: string }>;
}

/**
 * Checks an interactive object against WhatsApp's limits; what is wrong with it first, or null.
 * @param moreHeaders files the provider takes in a header beside WhatsApp's own
 */
export function checkInteractive<S extends CoreSettings>(
	world: World<S>,
	value: unknown,
	moreHeaders: readonly string[] = [],
): Refusal | null {
	try {
		const catalogs = world.collection<Catalog>('catalogs').all();
		check(fields(value, 'interactive'), catalogs, [...MEDIA_HEADERS, ...moreHeaders]);
		return null;
	} catch (error) {
		if (error instanceof RefusedByWhatsApp) return error.refusal;
		throw error;
	}
}

const MEDIA_HEADERS = ['image', 'video', 'document'];

type Allowed = 'none' | 'text' | 'image' | 'any';

function checkHeader(value: unknown, allowed: Allowed, files: readonly string[], required = false): void {
	if (value === undefined) {
		if (required) throw new RefusedByWhatsApp(MISSING, 'header is required');
		return;
	}
	const header = fields(value, 'header');
	if (allowed === 'none') throw new RefusedByWhatsApp(WRONG, 'header is not allowed for this type');
	if (header.type === 'text' && allowed !== 'image') {
		text(header.text, 'header.text', 60);
		return;
	}
	const possible = allowed === 'any' ? files : [allowed];
	if (allowed === 'text' || !possible.includes(String(header.type)))
		throw new RefusedByWhatsApp(WRONG, `header of type ${String(header.type)} is not allowed for this type`);
	const media = fields(header[String(header.type)], `header.${String(header.type)}`);
	if (media.id === undefined && (typeof media.link !== 'string' || !acceptableUrl(media.link)))
		throw new RefusedByWhatsApp(WRONG, `header.${String(header.type)}.link must be a public https address`);
}

interface Kind {
	header: Allowed;
	headerRequired?: boolean;
	bodyRequired?: boolean;
	bodyLength?: number;
	action(action: Fields, catalogs: Catalog[]): void;
}

const named = (name: string, rest?: (parameters: Fields) => void) => (action: Fields) => {
	if (action.name !== name) throw new RefusedByWhatsApp(WRONG, `action.name must be ${name}`);
	rest?.(fields(action.parameters, 'action.parameters'));
};

const KINDS: Record<string, Kind> = {
	button: { header: 'any', action: checkButtons },
	list: { header: 'text', bodyLength: 4096, action: checkList },
	cta_url: {
		header: 'any',
		action: named('cta_url', (parameters) => {
			text(parameters.display_text, 'action.parameters.display_text', 20);
			if (!/^https?:\/\//.test(text(parameters.url, 'action.parameters.url', 2000)))
				throw new RefusedByWhatsApp(WRONG, 'action.parameters.url must start with http:// or https://');
		}),
	},
	address_message: {
		header: 'any',
		action: named('address_message', (parameters) => {
			if (!/^[A-Z]{2}$/.test(text(parameters.country, 'action.parameters.country', 2)))
				throw new RefusedByWhatsApp(WRONG, 'action.parameters.country must be an ISO alpha-2 code');
		}),
	},
	location_request_message: { header: 'any', action: named('send_location') },
	catalog_message: {
		header: 'none',
		bodyRequired: false,
		action: (action, catalogs) => {
			named('catalog_message')(action);
			if (catalogs.length === 0)
				throw new RefusedByWhatsApp(WRONG, 'No catalogue is connected to this number');
			if (action.parameters === undefined) return;
			const sku = fields(action.parameters, 'action.parameters').thumbnail_product_retailer_id;
			if (sku !== undefined)
				knownProduct(catalogs, catalogs[0]?.id, text(sku, 'thumbnail_product_retailer_id', 200));
		},
	},
	product: {
		header: 'none',
		bodyRequired: false,
		action: (action, catalogs) =>
			knownProduct(
				catalogs,
				action.catalog_id,
				text(action.product_retailer_id, 'action.product_retailer_id', 200),
			),
	},
	product_list: { header: 'text', headerRequired: true, action: checkProductList },
	flow: {
		header: 'any',
		action: named('flow', (parameters) => void text(parameters.flow_cta, 'flow_cta', 30)),
	},
	voice_call: {
		header: 'none',
		action: named('voice_call', (parameters) => {
			optionalText(parameters.display_text, 'action.parameters.display_text', 20);
			const { ttl_minutes: minutes = 1 } = parameters;
			if (typeof minutes !== 'number' || minutes < 1 || minutes > 43_200)
				throw new RefusedByWhatsApp(WRONG, 'action.parameters.ttl_minutes must be from 1 to 43200');
		}),
	},
	request_contact_info: { header: 'none', action: named('request_contact_info') },
	carousel: { header: 'none', action: checkCarousel },
	order_details: { header: 'image', action: (action) => void fields(action.parameters, 'action.parameters') },
	order_status: { header: 'none', action: (action) => void fields(action.parameters, 'action.parameters') },
};

export const INTERACTIVE_TYPES = Object.keys(KINDS);

function check(interactive: Fields, catalogs: Catalog[], files: readonly string[]): void {
	const kind = KINDS[String(interactive.type)];
	if (!kind) throw new RefusedByWhatsApp(WRONG, `interactive.type ${String(interactive.type)} is unknown`);
	checkHeader(interactive.header, kind.header, files, kind.headerRequired);
	if (interactive.body !== undefined || kind.bodyRequired !== false)
		text(fields(interactive.body, 'body').text, 'body.text', kind.bodyLength ?? 1024);
	if (interactive.footer !== undefined) text(fields(interactive.footer, 'footer').text, 'footer.text', 60);
	kind.action(fields(interactive.action, 'action'), catalogs);
}

function checkButtons(action: Fields): void {
	const buttons = items(action.buttons, 'action.buttons', 3).map((button, index) => {
		if (button.type !== 'reply')
			throw new RefusedByWhatsApp(WRONG, `action.buttons[${index}].type must be reply`);
		const reply = fields(button.reply, `action.buttons[${index}].reply`);
		return {
			id: text(reply.id, `action.buttons[${index}].reply.id`, 256),
			title: text(reply.title, `action.buttons[${index}].reply.title`, 20),
		};
	});
	unique(
		buttons.map(({ id }) => id),
		'button ids',
	);
	unique(
		buttons.map(({ title }) => title),
		'button titles',
	);
}

function checkList(action: Fields): void {
	text(action.button, 'action.button', 20);
	const sections = items(action.sections, 'action.sections', 10);
	const ids: string[] = [];
	sections.forEach((section, index) => {
		const where = `action.sections[${index}]`;
		if (sections.length > 1) text(section.title, `${where}.title`, 24);
		else optionalText(section.title, `${where}.title`, 24);
		items(section.rows, `${where}.rows`, 10).forEach((row, place) => {
			ids.push(text(row.id, `${where}.rows[${place}].id`, 200));
			text(row.title, `${where}.rows[${place}].title`, 24);
			optionalText(row.description, `${where}.rows[${place}].description`, 72);
		});
	});
	if (ids.length > 10) throw new RefusedByWhatsApp(WRONG, 'Total row count exceed max allowed count: 10');
	unique(ids, 'row ids');
}

function checkProductList(action: Fields, catalogs: Catalog[]): void {
	const sections = items(action.sections, 'action.sections', 10);
	const skus = sections.flatMap((section, index) => {
		text(section.title, `action.sections[${index}].title`, 24);
		return items(section.product_items, `action.sections[${index}].product_items`, 30).map((item) =>
			text(item.product_retailer_id, 'product_retailer_id', 200),
		);
	});
	if (skus.length > 30)
		throw new RefusedByWhatsApp(WRONG, 'action.sections must hold at most 30 products in total');
	const { products } = catalogNamed(catalogs, action.catalog_id);
	if (!skus.some((sku) => products.some(({ retailerId }) => retailerId === sku)))
		throw new RefusedByWhatsApp(WRONG, 'Products not found in FB Catalog');
}

function catalogNamed(catalogs: Catalog[], id: unknown): Catalog {
	const catalog = catalogs.find((one) => one.id === text(id, 'action.catalog_id', 100));
	if (!catalog)
		throw new RefusedByWhatsApp(WRONG, `catalog_id ${String(id)} is not connected to this number`);
	return catalog;
}

function knownProduct(catalogs: Catalog[], catalogId: unknown, sku: string): void {
	if (!catalogNamed(catalogs, catalogId).products.some(({ retailerId }) => retailerId === sku))
		throw new RefusedByWhatsApp(WRONG, `Products not found in FB Catalog: ${sku}`);
}
