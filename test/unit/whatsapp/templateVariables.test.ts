import { textProblem } from '../../../whatsapp/templateMessage';
import { columnOfInput, fillColumns, headerColumnId, inputName } from '../../../whatsapp/templateVariables';

const rules = {
	buttonIndex: (position: number) => position,
	linkProblem: (link: string) => (link.startsWith('https://') ? undefined : 'must start with https://'),
	textOf: String,
};
const fill = (columns: Record<string, string>) => fillColumns(new Map(Object.entries(columns)), rules);
const problem = (columns: Record<string, string>) => {
	const filled = fill(columns);
	return 'problem' in filled ? `${filled.at.map(({ name }) => name).join('.')} ${filled.problem}` : undefined;
};

test('columns become components, in the order of the template', () => {
	expect(
		fill({
			'button.1.url': 'pay/88',
			'body.2': 'Tuesday',
			'body.1': 'Dana',
			'header.document': 'https://files.example.org/i-88.pdf',
			'header.filename': 'i-88.pdf',
		}),
	).toEqual({
		value: [
			{
				type: 'header',
				parameters: [
					{
						type: 'document',
						document: { link: 'https://files.example.org/i-88.pdf', filename: 'i-88.pdf' },
					},
				],
			},
			{
				type: 'body',
				parameters: [
					{ type: 'text', text: 'Dana' },
					{ type: 'text', text: 'Tuesday' },
				],
			},
			{ type: 'button', sub_type: 'url', index: 1, parameters: [{ type: 'text', text: 'pay/88' }] },
		],
	});
});

test('nothing filled in is no component', () => {
	expect(fill({})).toEqual({ value: [] });
});

test('ten body variables keep their numbers', () => {
	const columns = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`body.${at + 1}`, `v${at + 1}`]));
	const filled = fill(columns);
	expect(filled).toMatchObject({ value: [{ parameters: expect.any(Array) }] });
	const texts = 'value' in filled ? filled.value[0].parameters?.map(({ text }) => text) : [];
	expect(texts).toEqual(['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8', 'v9', 'v10']);
});

test('named variables go by their name', () => {
	expect(fill({ 'body.first_name': 'Dana' })).toEqual({
		value: [{ type: 'body', parameters: [{ type: 'text', parameter_name: 'first_name', text: 'Dana' }] }],
	});
});

test('the named variable of a header goes by its name, too', () => {
	expect(fill({ 'header.text.order_number': '88', 'body.1': 'Dana' })).toEqual({
		value: [
			{ type: 'header', parameters: [{ type: 'text', parameter_name: 'order_number', text: '88' }] },
			{ type: 'body', parameters: [{ type: 'text', text: 'Dana' }] },
		],
	});
	expect(fill({ 'header.text': '88' })).toEqual({
		value: [{ type: 'header', parameters: [{ type: 'text', text: '88' }] }],
	});
});

test.each([
	['Header – Order {{order_number}} of…', 'header.text.order_number'],
	['Header – Order {{1}}', 'header.text'],
	['Header – Text', 'header.text'],
	['', 'header.text'],
])('the label "%s" of a header says %s', (label, id) => {
	expect(headerColumnId(label)).toBe(id);
});

describe('buttons', () => {
	const button = (subType: string, ...parameters: object[]) => ({
		type: 'button',
		sub_type: subType,
		index: 0,
		...(parameters.length > 0 ? { parameters } : {}),
	});
	const action = (given: object) => ({ type: 'action', action: given });

	test.each<[columns: Record<string, string>, expected: object]>([
		[{ 'button.0.url': '88' }, button('url', { type: 'text', text: '88' })],
		[{ 'button.0.copy_code': 'SAVE5' }, button('copy_code', { type: 'coupon_code', coupon_code: 'SAVE5' })],
		[{ 'button.0.quick_reply': 'yes-88' }, button('quick_reply', { type: 'payload', payload: 'yes-88' })],
		[{ 'button.0.flow_token': '' }, button('flow')],
		[{ 'button.0.flow_token': 'order-88' }, button('flow', action({ flow_token: 'order-88' }))],
		[
			{ 'button.0.flow_token': '', 'button.0.flow_action_data': '{"size": 42}' },
			button('flow', action({ flow_action_data: { size: 42 } })),
		],
		[
			{ 'button.0.flow_token': 'order-88', 'button.0.flow_action_data': ' {"size": "M"} ' },
			button('flow', action({ flow_token: 'order-88', flow_action_data: { size: 'M' } })),
		],
		[{ 'button.0.catalog': '' }, button('catalog')],
		[{ 'button.0.catalog': 'SKU-7' }, button('catalog', action({ thumbnail_product_retailer_id: 'SKU-7' }))],
		[
			{ 'button.0.ttl_minutes': '43200', 'button.0.call_payload': 'help-88' },
			button(
				'voice_call',
				{ type: 'ttl_minutes', ttl_minutes: 43200 },
				{ type: 'payload', payload: 'help-88' },
			),
		],
	])('%j', (columns, expected) => {
		expect(fill(columns)).toEqual({ value: [expected] });
	});

	test('stand in the order of the template', () => {
		const filled = fill({ 'button.10.url': 'b', 'button.2.quick_reply': 'a' });
		expect('value' in filled && filled.value.map(({ index }) => index)).toEqual([2, 10]);
	});
});

test('a code to copy is a coupon code', () => {
	expect(fill({ 'button.0.copy_code': 'SAVE5' })).toEqual({
		value: [
			{
				type: 'button',
				sub_type: 'copy_code',
				index: 0,
				parameters: [{ type: 'coupon_code', coupon_code: 'SAVE5' }],
			},
		],
	});
});

test('the position of a button goes out as the provider wants it', () => {
	const filled = fillColumns(new Map([['button.0.url', 'a']]), { ...rules, buttonIndex: String });
	expect(filled).toMatchObject({ value: [{ index: '0' }] });
});

test.each([
	[{ 'body.1': '' }, 'body.1 nothing is filled in'],
	[{ 'body.1': '  ' }, 'body.1 nothing is filled in'],
	[{ 'body.1': 'a\nb' }, 'body.1 contains a line break or a tab, which WhatsApp refuses in templates'],
	[{ 'body.1': 'a\tb' }, 'body.1 contains a line break or a tab, which WhatsApp refuses in templates'],
	[
		{ 'header.text': 'a     b' },
		'header.text contains more than four spaces in a row, which WhatsApp refuses in templates',
	],
	[{ 'body.1': 'a', 'body.3': 'c' }, 'body.2 it is missing'],
	[{ 'header.image': 'http://example.org/a.png' }, 'header.image must start with https://'],
	[{ 'header.filename': 'a.pdf' }, 'header.filename only a document header can have a file name'],
	[
		{ 'header.text': 'a', 'header.image': 'https://example.org/a.png' },
		"header.image the header's text is filled in as well, but a header can have only one of them",
	],
	[{ 'footer.text': 'a' }, 'footer.text is not a variable that a template can have'],
	[{ 'button.0.colour': 'red' }, 'button.0.colour is not a variable that a template can have'],
	[{ 'button.0.toString': 'red' }, 'button.0.toString is not a variable that a template can have'],
	[
		{ 'header.text': 'a', 'header.text.name': 'b' },
		"header.text the header's text is filled in as well, but a header can have only one of them",
	],
	[{ 'button.0.quick_reply': ' ' }, 'button.0.quick_reply nothing is filled in'],
	[{ 'button.0.url': '' }, 'button.0.url nothing is filled in'],
	[{ 'button.0.flow_token': '\t' }, 'button.0.flow_token nothing is filled in'],
	[
		{ 'button.0.flow_action_data': 'size 42' },
		'button.0.flow_action_data must be a JSON object with at least one value',
	],
	[
		{ 'button.0.flow_action_data': '["size"]' },
		'button.0.flow_action_data must be a JSON object with at least one value',
	],
	[
		{ 'button.0.flow_action_data': '{}' },
		'button.0.flow_action_data must be a JSON object with at least one value',
	],
	[
		{ 'button.0.ttl_minutes': '0' },
		'button.0.ttl_minutes must be a whole number of minutes from 1 to 43200 (got "0")',
	],
	[
		{ 'button.0.ttl_minutes': '43201' },
		'button.0.ttl_minutes must be a whole number of minutes from 1 to 43200 (got "43201")',
	],
	[
		{ 'button.0.url': 'a', 'button.0.quick_reply': 'b' },
		'button.0.quick_reply the values of button 1 belong to two different types of button',
	],
])('%j is refused', (columns, expected) => {
	expect(problem(columns)).toBe(expected);
});

test('four spaces in a row are fine', () => {
	expect(textProblem('a    b')).toBeUndefined();
});

test.each([
	['body.1', '', 'body_1'],
	['body.12', '', 'body_12'],
	['body.first_name', '', 'first_name'],
	['header.text', 'Header – Order {{1}}', 'header_text'],
	['header.text', 'Header – Order {{order_number}}', 'order_number'],
	['header.image', '', 'header_image'],
	['header.filename', '', 'header_filename'],
	['button.0.url', '', 'button_0_url'],
	['button.10.flow_action_data', '', 'button_10_flow_action_data'],
])('the value of %s with the label "%s" is the field %s of an item', (id, label, name) => {
	expect(inputName({ id, label })).toBe(name);
	// A name of the template's own says nothing by itself.
	expect(columnOfInput(name)).toBe(/^(body|header|button)_/.test(name) ? id : undefined);
});

test.each([
	'body',
	'body_',
	'body_x',
	'header_',
	'header_text_x',
	'button_0',
	'button_x_url',
	'button_0_toString',
])('a field %s is no value of a template', (name) => expect(columnOfInput(name)).toBeUndefined());
