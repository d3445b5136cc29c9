import { BadInput } from '../../../../core/http/errors';
import type { MessageOperation, Operation } from '../../../../core/operation/operation';
import { readRecord } from '../../../../core/operation/record';
import { requestAddress } from '../../../../nodes/Heltar/operations/message/requestAddress';
import { requestLocation } from '../../../../nodes/Heltar/operations/message/requestLocation';
import { sendButtons } from '../../../../nodes/Heltar/operations/message/sendButtons';
import { sendCatalog } from '../../../../nodes/Heltar/operations/message/sendCatalog';
import { sendCatalogLink } from '../../../../nodes/Heltar/operations/message/sendCatalogLink';
import { sendCtaUrl } from '../../../../nodes/Heltar/operations/message/sendCtaUrl';
import { sendList } from '../../../../nodes/Heltar/operations/message/sendList';
import { sendLocation } from '../../../../nodes/Heltar/operations/message/sendLocation';
import { sendProduct } from '../../../../nodes/Heltar/operations/message/sendProduct';
import { sendProductList } from '../../../../nodes/Heltar/operations/message/sendProductList';
import { sendText } from '../../../../nodes/Heltar/operations/message/sendText';

type Parameters = Record<string, unknown>;

/** What the user is told, or undefined when the message can go out. */
function problem({ fields, message }: MessageOperation, parameters: Parameters): string | undefined {
	const given: Parameters = { clientWaNumber: '447700900123', ...parameters };
	try {
		message(readRecord(fields, (name) => given[name] ?? fields[name].property.default) as never, undefined);
		return undefined;
	} catch (error) {
		if (error instanceof BadInput) return error.message;
		throw error;
	}
}

/** So many characters, each of which is two UTF-16 units: WhatsApp counts code points. */
const chars = (count: number) => '🙂'.repeat(count);
/** So many entries that differ. */
const many = <T>(count: number, entry: (at: number) => T): T[] =>
	Array.from({ length: count }, (_, at) => entry(at));

const button = (parts: Parameters) => ({ body: 'Q', buttons: { values: [{ title: 'A', ...parts }] } });
const section = (rows: Parameters[], title = 'S') => ({ title, rows: { values: rows } });
const list = (sections: Parameters[]) => ({ body: 'Q', button: 'Open', sections: { values: sections } });
const row = (parts: Parameters) => list([section([{ title: 'A', ...parts }])]);
const products = (sections: Parameters[]) => ({
	headerText: 'H',
	body: 'B',
	catalog_id: '1',
	productSections: { values: sections },
});
const skus = (count: number) => many(count, (at) => `SKU-${at}`);
const place = { latitude: 0, longitude: 0 };
const page = { body: 'B', display_text: 'Open', url: 'https://example.org' };
const oneButton = button({});
const oneRow = row({});
const oneProduct = products([{ title: 'S', product_items: 'SKU-1' }]);

/** Limit by limit: the operation, what just fits, what no longer does, and what the user reads then. */
const table: Array<[limit: string, operation: Operation, fits: Parameters, not: Parameters, told: string]> = [
	['text', sendText, { message: chars(4096) }, { message: chars(4097) }, 'Message has 4097 characters'],
	[
		'catalog link',
		sendCatalogLink,
		{ businessNumber: '447700900999', message: chars(4096 - 29) },
		{ businessNumber: '447700900999', message: chars(4096 - 28) },
		'Text has 4097 characters with the link',
	],
	[
		'body of buttons',
		sendButtons,
		{ ...oneButton, body: chars(1024) },
		{ ...oneButton, body: chars(1025) },
		'Body has 1025 characters',
	],
	[
		'body of a list',
		sendList,
		{ ...oneRow, body: chars(4096) },
		{ ...oneRow, body: chars(4097) },
		'Body has 4097 characters',
	],
	[
		'body of a URL button',
		sendCtaUrl,
		{ ...page, body: chars(1024) },
		{ ...page, body: chars(1025) },
		'Body has 1025',
	],
	[
		'body of an address request',
		requestAddress,
		{ body: chars(1024) },
		{ body: chars(1025) },
		'Body has 1025',
	],
	[
		'body of a location request',
		requestLocation,
		{ body: chars(1024) },
		{ body: chars(1025) },
		'Body has 1025',
	],
	['body of a catalog', sendCatalog, { body: chars(1024) }, { body: chars(1025) }, 'Body has 1025'],
	[
		'body of a product list',
		sendProductList,
		{ ...oneProduct, body: chars(1024) },
		{ ...oneProduct, body: chars(1025) },
		'Body has 1025',
	],
	['no body where it is optional', sendCatalog, {}, { body: ' ' }, 'Body is empty'],
	['no body where it is needed', sendButtons, oneButton, { ...oneButton, body: '' }, 'Body is empty'],
	[
		'footer',
		sendButtons,
		{ ...oneButton, footer: chars(60) },
		{ ...oneButton, footer: chars(61) },
		'Footer has 61 characters',
	],
	[
		'footer of a product',
		sendProduct,
		{ catalog_id: '1', product_retailer_id: 'a', footer: chars(60) },
		{ catalog_id: '1', product_retailer_id: 'a', footer: chars(61) },
		'Footer has 61',
	],
	[
		'header text',
		sendButtons,
		{ ...oneButton, headerType: 'text', headerText: chars(60) },
		{ ...oneButton, headerType: 'text', headerText: chars(61) },
		'Header Text has 61 characters',
	],
	[
		'header of a list',
		sendList,
		{ ...oneRow, headerText: chars(60) },
		{ ...oneRow, headerText: chars(61) },
		'Header has 61',
	],
	[
		'header of a product list',
		sendProductList,
		oneProduct,
		{ ...oneProduct, headerText: '' },
		'Header is empty',
	],
	[
		'header link over https',
		sendButtons,
		{ ...oneButton, headerType: 'image', headerLink: 'https://files.example.org/a%2520b.png' },
		{ ...oneButton, headerType: 'image', headerLink: 'http://files.example.org/a.png' },
		'Header Link must start with https://',
	],
	[
		'header link on this machine',
		sendButtons,
		{ ...oneButton, headerType: 'video', headerLink: 'http://127.0.0.1:5701/a.mp4' },
		{ ...oneButton, headerType: 'video', headerLink: 'http://128.0.0.1/a.mp4' },
		'Header Link must start with https://',
	],
	[
		'header link that is an address',
		sendCtaUrl,
		{ ...page, headerType: 'document', headerLink: 'https://localhost/a.pdf' },
		{ ...page, headerType: 'document', headerLink: 'a.pdf' },
		'Header Link is "a.pdf", which is not a web address',
	],
	[
		'number of buttons',
		sendButtons,
		{ body: 'Q', buttons: { values: many(3, (at) => ({ title: `${at}` })) } },
		{ body: 'Q', buttons: { values: many(4, (at) => ({ title: `${at}` })) } },
		'Buttons has 4 entries, at most 3',
	],
	['a button at least', sendButtons, oneButton, { body: 'Q', buttons: {} }, 'Buttons is empty'],
	[
		'button title',
		sendButtons,
		button({ title: chars(20) }),
		button({ title: chars(21) }),
		'Buttons → Button 1 → Title has 21 characters',
	],
	[
		'button title empty',
		sendButtons,
		button({ title: 'A' }),
		button({ title: ' ' }),
		'Buttons → Button 1 → Title is empty',
	],
	[
		'button ID',
		sendButtons,
		button({ id: chars(256) }),
		button({ id: chars(257) }),
		'Buttons → Button 1 → ID has 257 characters',
	],
	[
		'button IDs differ',
		sendButtons,
		{
			body: 'Q',
			buttons: {
				values: [
					{ title: 'A', id: 'x' },
					{ title: 'B', id: 'X' },
				],
			},
		},
		{
			body: 'Q',
			buttons: {
				values: [
					{ title: 'A', id: 'x' },
					{ title: 'B', id: 'x' },
				],
			},
		},
		'Buttons → Button 2 → ID is "x" for a second time',
	],
	[
		'button titles differ',
		sendButtons,
		{ body: 'Q', buttons: { values: [{ title: 'A' }, { title: 'a' }] } },
		{
			body: 'Q',
			buttons: {
				values: [
					{ title: 'A', id: '1' },
					{ title: 'A', id: '2' },
				],
			},
		},
		'Buttons → Button 2 → Title is "A" for a second time',
	],
	[
		'list button',
		sendList,
		{ ...oneRow, button: chars(20) },
		{ ...oneRow, button: chars(21) },
		'Button has 21 characters',
	],
	[
		'sections of a list',
		sendList,
		list(many(10, (at) => section([{ title: `${at}` }]))),
		list(many(11, (at) => section([{ title: `${at}` }]))),
		'Sections has 11 entries, at most 10',
	],
	[
		'rows of a section; more in total are WhatsApp’s to judge',
		sendList,
		list(many(2, (part) => section(many(10, (at) => ({ title: `${part}-${at}` }))))),
		list([section(many(11, (at) => ({ title: `${at}` })))]),
		'Sections → Section 1 → Rows has 11 entries, at most 10',
	],
	['a row at least', sendList, oneRow, list([section([])]), 'Sections → Section 1 → Rows is empty'],
	[
		'section title',
		sendList,
		list([section([{ title: 'A' }], chars(24))]),
		list([section([{ title: 'A' }], chars(25))]),
		'Sections → Section 1 → Title has 25 characters',
	],
	[
		'section title among several',
		sendList,
		list([section([{ title: 'A' }], '')]),
		list([section([{ title: 'A' }]), section([{ title: 'B' }], '')]),
		'Sections → Section 2 → Title is empty, but sections need titles when there are several',
	],
	[
		'row title',
		sendList,
		row({ title: chars(24) }),
		row({ title: chars(25) }),
		'Sections → Section 1 → Rows → Row 1 → Title has 25 characters',
	],
	[
		'row description',
		sendList,
		row({ description: chars(72) }),
		row({ description: chars(73) }),
		'Sections → Section 1 → Rows → Row 1 → Description has 73 characters',
	],
	[
		'row ID',
		sendList,
		row({ id: chars(200) }),
		row({ id: chars(201) }),
		'Sections → Section 1 → Rows → Row 1 → ID has 201 characters',
	],
	[
		'row IDs differ over all sections',
		sendList,
		list([section([{ title: 'A', id: '1' }]), section([{ title: 'A', id: '2' }])]),
		list([section([{ title: 'A', id: '1' }]), section([{ title: 'B', id: '1' }])]),
		'Sections → Section 2 → Rows → Row 1 → ID is "1" for a second time',
	],
	[
		'text of a URL button',
		sendCtaUrl,
		{ ...page, display_text: chars(20) },
		{ ...page, display_text: chars(21) },
		'Button Text has 21 characters',
	],
	[
		'page of a URL button',
		sendCtaUrl,
		{ ...page, url: 'http://example.org/a' },
		{ ...page, url: 'mailto:dana@example.org' },
		'URL is "mailto:dana@example.org", but must be a web address',
	],
	[
		'country',
		requestAddress,
		{ body: 'B', country: ' in ' },
		{ body: 'B', country: 'IND' },
		'Country is "IND"',
	],
	[
		'options of an address request',
		requestAddress,
		{ body: 'B', country: 'IN', addressOptions: { values: '{"city": "Pune"}' } },
		{ body: 'B', country: 'IN', addressOptions: { values: '["Pune"]' } },
		'Address Options → Values must be an object',
	],
	[
		'saved addresses',
		requestAddress,
		{ body: 'B', country: 'IN', addressOptions: { saved_addresses: '[]' } },
		{ body: 'B', country: 'IN', addressOptions: { saved_addresses: '{}' } },
		'Address Options → Saved Addresses must be a list',
	],
	[
		'northernmost',
		sendLocation,
		{ ...place, latitude: 90 },
		{ ...place, latitude: 90.0001 },
		'Latitude is 90.0001, the most is 90',
	],
	[
		'southernmost',
		sendLocation,
		{ ...place, latitude: '-90' },
		{ ...place, latitude: -91 },
		'Latitude is -91, the least is -90',
	],
	[
		'easternmost',
		sendLocation,
		{ ...place, longitude: 180 },
		{ ...place, longitude: 180.5 },
		'Longitude is 180.5, the most is 180',
	],
	[
		'westernmost',
		sendLocation,
		{ ...place, longitude: -180 },
		{ ...place, longitude: -181 },
		'Longitude is -181, the least is -180',
	],
	['no latitude', sendLocation, place, { longitude: 0 }, 'Latitude is empty'],
	[
		'products in total',
		sendProductList,
		products([
			{ title: 'A', product_items: skus(20) },
			{ title: 'B', product_items: skus(10) },
		]),
		products([
			{ title: 'A', product_items: skus(20) },
			{ title: 'B', product_items: skus(11) },
		]),
		'Sections hold 31 products in total, at most 30',
	],
	[
		'sections of products',
		sendProductList,
		products(many(10, () => ({ title: 'A', product_items: 'SKU-1' }))),
		products(many(11, () => ({ title: 'A', product_items: 'SKU-1' }))),
		'Sections has 11 entries, at most 10',
	],
	[
		'title of a product section',
		sendProductList,
		products([{ title: chars(24), product_items: 'a' }]),
		products([{ title: chars(25), product_items: 'a' }]),
		'Sections → Section 1 → Title has 25 characters',
	],
	[
		'number for the catalog link',
		sendCatalogLink,
		{ businessNumber: '+44 7700 900999' },
		{ businessNumber: '07700 900999' },
		'Business Number is "07700 900999": a number must not start with 0',
	],
];

test.each(table)('%s', (_, operation, fits, not, told) => {
	expect(problem(operation as MessageOperation, fits)).toBeUndefined();
	expect(problem(operation as MessageOperation, not)).toContain(told);
});
