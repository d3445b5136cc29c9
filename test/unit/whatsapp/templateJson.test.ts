import { readComponents } from '../../../whatsapp/templateJson';

const rules = {
	buttonIndex: (position: number) => position,
	linkProblem: (link: string) => (link.startsWith('https://') ? undefined : 'must start with https://'),
	/** As the fields take a value. */
	textOf: (value: unknown) => (typeof value === 'object' && value !== null ? undefined : String(value ?? '')),
};

const AMONG = 'this is a parameter, not a component; put it into the parameters of a component';

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

	test('numbers and truth values stand for their text, wherever a text belongs', () => {
		expect(readComponents(['Dana', 1042, true], rules)).toEqual({
			value: [{ type: 'body', parameters: ['Dana', '1042', 'true'].map((text) => ({ type: 'text', text })) }],
		});
		const given = [
			{ type: 'header', parameters: [{ type: 'text', parameter_name: 'order', text: 1042 }] },
			{
				type: 'body',
				parameters: [
					{ type: 'text', text: false },
					{ type: 'currency', currency: { fallback_value: 12.5, code: 'EUR', amount_1000: 12500 } },
				],
			},
			{ type: 'button', sub_type: 'quick_reply', index: 0, parameters: [{ type: 'payload', payload: 7 }] },
			{
				type: 'button',
				sub_type: 'copy_code',
				index: 1,
				parameters: [{ type: 'coupon_code', coupon_code: 8 }],
			},
		];
		expect(readComponents(given, rules)).toEqual({
			value: [
				{ type: 'header', parameters: [{ type: 'text', parameter_name: 'order', text: '1042' }] },
				{
					type: 'body',
					parameters: [
						{ type: 'text', text: 'false' },
						{ type: 'currency', currency: { fallback_value: '12.5', code: 'EUR', amount_1000: 12500 } },
					],
				},
				{
					type: 'button',
					sub_type: 'quick_reply',
					index: 0,
					parameters: [{ type: 'payload', payload: '7' }],
				},
				{
					type: 'button',
					sub_type: 'copy_code',
					index: 1,
					parameters: [{ type: 'coupon_code', coupon_code: '8' }],
				},
			],
		});
	});

	test.each(['variables', 'components'])('also inside the cards of a carousel, in their %s', (key) => {
		const carousel = (text: unknown) => [
			{
				type: 'carousel',
				cards: [{ card_index: 0, [key]: [{ type: 'body', parameters: [{ type: 'text', text }] }] }],
			},
		];
		expect(readComponents(carousel(20), rules)).toEqual({ value: carousel('20') });
	});

	test('what is no text stays as it is', () => {
		const given = [
			{
				type: 'limited_time_offer',
				parameters: [
					{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 1_790_000_000_000 } },
				],
			},
			{ type: 'button', sub_type: 'flow', index: 0 },
			{
				type: 'button',
				sub_type: 'flow',
				index: 0,
				parameters: [{ type: 'action', action: { flow_token: 'a', flow_action_data: { size: 42 } } }],
			},
		];
		expect(readComponents(given, rules)).toEqual({ value: given });
	});

	test.each([
		[{ type: 'body' }, 'must be a list of components', ''],
		[[['Dana']], 'must be an object with a type', 'Entry 1'],
		[[{ name: 'Dana' }], 'must be an object with a type', 'Entry 1'],
		[['Dana', null], 'nothing is filled in', 'Parameter 2'],
		[[{ type: 'body' }, 'Dana'], AMONG, 'Entry 2'],
		[[{ type: 'text', text: 'Dana' }, { type: 'body' }], AMONG, 'Entry 1'],
		[[{ type: 'text', text: { name: 'Dana' } }], 'there is no text', 'Parameter 1'],
		[['Dana', ''], 'nothing is filled in', 'Parameter 2'],
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
		[[{ type: 'body', parameters: [{ type: 'text' }] }], 'there is no text', 'Entry 1 Parameter 1'],
		[
			[
				{
					type: 'carousel',
					cards: [{}, { components: [{ type: 'body', parameters: [{ type: 'text', text: '' }] }] }],
				},
			],
			'nothing is filled in',
			'Entry 1 Card 2 Entry 1 Parameter 1',
		],
		[
			[{ type: 'carousel', cards: [{ variables: ['Dana'] }] }],
			'must be an object with a type',
			'Entry 1 Card 1 Entry 1',
		],
	])('%j is refused', (given, problemText, where) => {
		const read = readComponents(given, rules);
		expect(read).toMatchObject({ problem: problemText });
		expect('at' in read && read.at.map(({ label }) => label).join(' ')).toBe(where);
	});
});
