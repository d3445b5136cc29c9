import { BadInput } from '../../../../core/http/errors';
import type { Field } from '../../../../core/fields/field';
import { optional, when } from '../../../../core/fields/field';
import { choice, choices, commaList, link, number, text, toggle } from '../../../../core/fields/basic';
import { block, collection, rows } from '../../../../core/fields/containers';
import { json } from '../../../../core/fields/json';
import { locator } from '../../../../core/fields/locator';

const problem = (field: Field, raw: unknown): string => {
	try {
		field.read(raw);
	} catch (error) {
		if (error instanceof BadInput) return error.message;
		throw error;
	}
	return 'no problem';
};

const displayName = 'Field';

describe('reading what a user entered', () => {
	const title = text({ displayName, maxLength: 3 });
	const count = number({ displayName, min: 1, max: 10 });
	const places = number({ displayName, decimals: 6 });
	const colour = choice({ displayName, options: [{ name: 'Red', value: 'red' }] });

	test.each<[string, Field, unknown, unknown]>([
		['text stays as it is', title, ' a ', ' a '],
		['a number an expression yields is text', title, 12, '12'],
		['a number may come as text', count, '7', 7],
		['decimals where they are allowed', places, '-0.1246', -0.1246],
		['a zero is a value', places, 0, 0],
		['a switch', toggle({ displayName }), 'true', true],
		['a switch in capitals', toggle({ displayName }), 'TRUE', true],
		['a switch with spaces', toggle({ displayName }), ' False\u200E', false],
		['a switch as a number', toggle({ displayName }), 1, true],
		['a switch as the other number', toggle({ displayName }), 0, false],
		['a switch as a number in a text', toggle({ displayName }), '0', false],
		['a switch as people write it', toggle({ displayName }), 'Yes', true],
		['a blank switch', toggle({ displayName, default: true }), ' ', false],
		['a choice in another case', colour, 'RED', 'red'],
		['a copied choice', colour, '\u200Ered ', 'red'],
		[
			'choices in another case',
			choices({ displayName, options: [{ name: 'Red', value: 'red' }] }),
			'Red',
			['red'],
		],
		['a copied number', count, '\u202A7\u202C', 7],
		['a copied link', link({ displayName }), '\u200Bhttps://example.org/a ', 'https://example.org/a'],
		['JSON behind a byte order mark', json({ displayName }), '\uFEFF[1]', [1]],
		[
			'a long number JSON can hold',
			json({ displayName }),
			'[9007199254740992, 1e3]',
			[9007199254740992, 1000],
		],
		[
			'long digits in quotes',
			json({ displayName }),
			'["100200300400500601", "\\"1"]',
			['100200300400500601', '"1'],
		],
		['a switch left alone', toggle({ displayName }), undefined, false],
		['a choice', colour, 'red', 'red'],
		['JSON text', json({ displayName }), '{"a":1}', { a: 1 }],
		['an object instead of JSON text', json({ displayName }), { a: 1 }, { a: 1 }],
		['a list with commas', commaList({ displayName }), 'a, b,,c ', ['a', 'b', 'c']],
		['a list from an expression', commaList({ displayName }), ['a', 2], ['a', '2']],
		['an optional field left empty', optional(title), '', undefined],
		['an optional field left blank', optional(title), ' \n', undefined],
		['an optional number left blank', optional(count), ' ', undefined],
	])('%s', (_name, field, raw, expected) => {
		expect(field.read(raw)).toEqual(expected);
	});

	test.each<[Field, unknown, string]>([
		[title, '', 'nothing is filled in'],
		[title, '  ', 'nothing is filled in'],
		[title, 'four', '4 characters, the maximum is 3'],
		[title, { a: 1 }, 'must be text, but is an object'],
		[title, ['a'], 'must be text, but is a list'],
		[count, '', 'nothing is filled in'],
		[count, 'many', 'must be a number'],
		[count, 1.5, 'must be a whole number'],
		[count, 0, '0, the minimum is 1'],
		[count, 11, '11, the maximum is 10'],
		[colour, 'blue', '"blue" is not one of: red'],
		[json({ displayName }), '{a', 'this is not valid JSON'],
		[toggle({ displayName }), 'perhaps', 'must be true or false'],
		[toggle({ displayName }), 2, 'must be true or false'],
		[toggle({ displayName }), {}, 'must be true or false'],
		[
			json({ displayName }),
			'{"id": 100200300400500601}',
			'the number 100200300400500601 is too long, so it would lose digits',
		],
		[json({ displayName }), '[1e999]', 'the number 1e999 is too long, so it would lose digits'],
		[count, '\u200B', 'must be a number'],
		[commaList({ displayName }), ' , ', 'none added, the minimum is 1'],
	])('%p refuses %p: %s', (field, raw, expected) => {
		expect(problem(field, raw)).toBe(expected);
	});

	test('characters are counted as people see them', () => {
		expect(title.read('👍👍👍')).toBe('👍👍👍');
	});
});

describe('groups', () => {
	const button = {
		title: text({ displayName: 'Title', maxLength: 20 }),
		id: optional(text({ displayName: 'ID' })),
	};
	const buttons = rows({ displayName: 'Buttons', row: 'Button', fields: button, min: 1, max: 2 });

	test('a collection holds only what was filled in', () => {
		const options = collection({
			fields: { a: text({ displayName: 'A' }), b: number({ displayName: 'B' }) },
		});
		expect(options.read({ a: '', b: 3, unknown: 1 })).toEqual({ b: 3 });
		expect(options.read({ a: ' ', b: ' ' })).toEqual({});
	});

	test('rows come from the editor or as a list from an expression', () => {
		const expected = [{ title: 'Yes', id: undefined }];
		expect(buttons.read({ values: [{ title: 'Yes', id: '' }] })).toEqual(expected);
		expect(buttons.read([{ title: 'Yes' }])).toEqual(expected);
	});

	test('a problem inside names the way to it', () => {
		expect(problem(buttons, { values: [{ title: 'Yes' }, { title: '' }] })).toBe(
			'Button 2 → Title: nothing is filled in',
		);
		expect(problem(buttons, { values: [] })).toBe('none added, the minimum is 1');
		expect(problem(buttons, [{ title: 'a' }, { title: 'b' }, { title: 'c' }])).toBe(
			'3 added, the maximum is 2',
		);
	});

	test('a block is there as a whole or not at all', () => {
		const header = block({
			displayName: 'Header',
			fields: {
				type: choice({
					displayName: 'Type',
					options: [
						{ name: 'Image', value: 'image' },
						{ name: 'Text', value: 'text' },
					],
				}),
				text: when({ type: ['text'] }, text({ displayName: 'Text' })),
			},
		});
		expect(header.read({})).toBeUndefined();
		expect(header.read({ values: { type: 'image', text: 'left over' } })).toEqual({
			type: 'image',
			text: undefined,
		});
		expect(problem(header, { values: { type: 'text', text: '' } })).toBe('Text: nothing is filled in');
	});

	test('a locator gives the id, however it was chosen', () => {
		const field = locator({
			displayName,
			search: { name: 'searchThings', method: async () => ({ results: [] }) },
			id: { displayName: 'By ID', placeholder: 'e.g. 1' },
		});
		expect(field.read({ __rl: true, mode: 'list', value: 'x' })).toBe('x');
		expect(field.read('y')).toBe('y');
		expect(problem(field, { __rl: true, mode: 'list', value: '' })).toBe('nothing is filled in');
	});
});
