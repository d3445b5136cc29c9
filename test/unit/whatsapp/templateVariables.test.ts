import { fillColumns, readComponents, textProblem } from '../../../whatsapp/templateVariables';

const rules = {
	buttonIndex: (position: number) => position,
	linkProblem: (link: string) => (link.startsWith('https://') ? undefined : 'must start with https://'),
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
	[{ 'body.1': '' }, 'body.1 is empty'],
	[{ 'body.1': '  ' }, 'body.1 is empty'],
	[{ 'body.1': 'a\nb' }, 'body.1 contains a line break or a tab, which WhatsApp refuses in templates'],
	[{ 'body.1': 'a\tb' }, 'body.1 contains a line break or a tab, which WhatsApp refuses in templates'],
	[
		{ 'header.text': 'a     b' },
		'header.text has more than four spaces in a row, which WhatsApp refuses in templates',
	],
	[{ 'body.1': 'a', 'body.3': 'c' }, 'body.2 is missing'],
	[{ 'header.image': 'http://example.org/a.png' }, 'header.image must start with https://'],
	[{ 'header.filename': 'a.pdf' }, 'header.filename is filled in, but the header is no document'],
	[
		{ 'header.text': 'a', 'header.image': 'https://example.org/a.png' },
		"header.image is filled in beside the header's text: a header is only one of them",
	],
	[{ 'footer.text': 'a' }, 'footer.text is no place in a template'],
])('%j is refused', (columns, expected) => {
	expect(problem(columns)).toBe(expected);
});

test('four spaces in a row are fine', () => {
	expect(textProblem('a    b')).toBeUndefined();
});

describe('components as JSON', () => {
	test('go out as they are', () => {
		const carousel = [{ type: 'carousel', cards: [{ card_index: 0, variables: [] }] }];
		expect(readComponents(carousel, rules)).toEqual({ value: carousel });
		expect(readComponents([], rules)).toEqual({ value: [] });
	});

	test('flat values are those of the body', () => {
		const body = [
			{
				type: 'body',
				parameters: [
					{ type: 'text', text: 'Dana' },
					{ type: 'text', text: 'Tuesday' },
				],
			},
		];
		expect(readComponents(['Dana', 'Tuesday'], rules)).toEqual({ value: body });
		expect(readComponents(body[0].parameters, rules)).toEqual({ value: body });
	});

	test.each([
		[{ type: 'body' }, 'must be a list of components', ''],
		[[1], 'must be an object with a type', 'Entry 1'],
		[['Dana', ''], 'is empty', 'Parameter 2'],
		[
			[
				{ type: 'header', parameters: [] },
				{ type: 'body', parameters: [{ type: 'text', text: 'a\nb' }] },
			],
			'contains a line break or a tab, which WhatsApp refuses in templates',
			'Entry 2 Parameter 1',
		],
		[
			[{ type: 'header', parameters: [{ type: 'image', image: { link: 'http://example.org/a.png' } }] }],
			'must start with https://',
			'Entry 1 Parameter 1',
		],
		[[{ type: 'body', parameters: [{ type: 'text' }] }], 'has no text', 'Entry 1 Parameter 1'],
	])('%j is refused', (given, problemText, where) => {
		const read = readComponents(given, rules);
		expect(read).toMatchObject({ problem: problemText });
		expect('at' in read && read.at.map(({ label }) => label).join(' ')).toBe(where);
	});
});
