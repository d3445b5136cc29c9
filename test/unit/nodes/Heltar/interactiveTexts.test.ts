import type { Operation } from '../../../../core/run/operation';
import { requestAddress } from '../../../../nodes/Heltar/operations/message/requestAddress';
import { requestLocation } from '../../../../nodes/Heltar/operations/message/requestLocation';
import { sendButtons } from '../../../../nodes/Heltar/operations/message/sendButtons';
import { sendCatalog } from '../../../../nodes/Heltar/operations/message/sendCatalog';
import { sendCtaUrl } from '../../../../nodes/Heltar/operations/message/sendCtaUrl';
import { sendList } from '../../../../nodes/Heltar/operations/message/sendList';
import { sendProduct } from '../../../../nodes/Heltar/operations/message/sendProduct';
import { sendProductList } from '../../../../nodes/Heltar/operations/message/sendProductList';
import type { Parameters } from './limits';
import { chars, problem } from './limits';

const header = { headerType: 'text', headerText: 'H' };
const row = { values: [{ title: 'A' }] };

type Label = 'Body' | 'Footer' | 'Header' | 'Header Text';

/** What each type needs, and how many characters each of its texts has at most. */
const types: Array<[string, Operation, needed: Parameters, most: Partial<Record<Label, number>>]> = [
	[
		'reply buttons',
		sendButtons,
		{ ...header, body: 'B', buttons: row },
		{ Body: 1024, Footer: 60, 'Header Text': 60 },
	],
	[
		'a list',
		sendList,
		{ body: 'B', button: 'Open', sections: { values: [{ title: 'S', rows: row }] } },
		{ Body: 4096, Footer: 60, Header: 60 },
	],
	[
		'a URL button',
		sendCtaUrl,
		{ ...header, body: 'B', display_text: 'Open', url: 'https://example.org' },
		{ Body: 1024, Footer: 60, 'Header Text': 60 },
	],
	[
		'an address request',
		requestAddress,
		{ ...header, body: 'B' },
		{ Body: 1024, Footer: 60, 'Header Text': 60 },
	],
	['a location request', requestLocation, { body: 'B' }, { Body: 1024 }],
	['a catalog', sendCatalog, {}, { Body: 1024, Footer: 60 }],
	['a product', sendProduct, { catalog_id: '1', product_retailer_id: 'a' }, { Body: 1024, Footer: 60 }],
	[
		'a product list',
		sendProductList,
		{
			headerText: 'H',
			body: 'B',
			catalog_id: '1',
			productSections: { values: [{ title: 'S', product_items: 'SKU-1' }] },
		},
		{ Body: 1024, Footer: 60, Header: 60 },
	],
];

const PARAMETER = { Body: 'body', Footer: 'footer', Header: 'headerText', 'Header Text': 'headerText' };

describe.each(types)('%s', (_type, operation, needed, texts) => {
	test.each(Object.entries(texts))('%s: at most %i characters', (label, most) => {
		const told = (count: number) =>
			problem(operation, { ...needed, [PARAMETER[label as Label]]: chars(count) });
		expect(told(most)).toBeUndefined();
		expect(told(most + 1)).toBe(`${label}: ${most + 1} characters, the maximum is ${most}`);
	});
});
