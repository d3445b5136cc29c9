import { BadInput } from '../../../../core/http/errors';
import { refined } from '../../../../core/fields/field';
import { link, number, text } from '../../../../core/fields/basic';
import { rows, rowsOrJson } from '../../../../core/fields/containers';
import { readRecord } from '../../../../core/fields/record';

const list = refined(
	rows({
		displayName: 'Colours',
		description: 'The colours',
		row: 'Colour',
		min: 1,
		short: 'name',
		fields: { name: text({ displayName: 'Name', maxLength: 5 }) },
	}),
	(colours) => {
		if (colours.length > 2) throw new BadInput('are too many');
		return colours;
	},
);
const fields = rowsOrJson('colours', list, {
	example: '["red"]',
	fromJson: (given) => (typeof given === 'object' && given && 'all' in given ? given.all : given),
});
const read = (given: Record<string, unknown>) =>
	readRecord(fields, (name) => given[name] ?? fields[name as keyof typeof fields].property.default);

describe('rows that may come as JSON', () => {
	test('are read from the fields, and the JSON is not looked at', () => {
		expect(read({ colours: { values: [{ name: 'red' }] }, coloursJson: '{' })).toEqual({
			specifyColours: 'fields',
			colours: [{ name: 'red' }],
			coloursJson: undefined,
		});
	});

	test.each([
		['text', '["red", {"name": "blue"}]'],
		['the list itself', ['red', { name: 'blue' }]],
		['another form of the list', { all: ['red', 'blue'] }],
		['the form of the editor', { values: [{ name: 'red' }, { name: 'blue' }] }],
	])('are read from JSON: %s', (_, coloursJson) => {
		expect(read({ specifyColours: 'json', coloursJson })).toEqual({
			specifyColours: 'json',
			colours: undefined,
			coloursJson: [{ name: 'red' }, { name: 'blue' }],
		});
	});

	test.each([
		['[', 'Colours (JSON): this is not valid JSON'],
		['{}', 'Colours (JSON): none added, the minimum is 1'],
		['[]', 'Colours (JSON): none added, the minimum is 1'],
		['["red", null]', 'Colours (JSON) → Colour 2 → Name: nothing is filled in'],
		['[["red"]]', 'Colours (JSON) → Colour 1: must be an object'],
		['["red", "violet"]', 'Colours (JSON) → Colour 2 → Name: 6 characters, the maximum is 5'],
		['["a", "b", "c"]', 'Colours (JSON): are too many'],
	])('are refused like the fields: %s', (coloursJson, problem) => {
		expect(() => read({ specifyColours: 'json', coloursJson })).toThrow(problem);
	});
});

test.each([
	['a text', '"red"'],
	['an object', '{"name": "red"}'],
	['the object itself', { name: 'red' }],
	['a list of one', '["red"]'],
])('%s alone is a list of one', (_, coloursJson) => {
	expect(read({ specifyColours: 'json', coloursJson }).coloursJson).toEqual([{ name: 'red' }]);
});

test.each([
	['[1, true]', [{ name: '1' }, { name: 'true' }]],
	['[{"name": 0}]', [{ name: '0' }]],
	[[new Date(0)], 'Colours (JSON) → Colour 1 → Name: 24 characters, the maximum is 5'],
])('numbers, booleans and dates in %j are taken as fields take them', (coloursJson, expected) => {
	const reading = () => read({ specifyColours: 'json', coloursJson }).coloursJson;
	if (typeof expected === 'string') expect(reading).toThrow(expected);
	else expect(reading()).toEqual(expected);
});

test('what no field reads is told', () => {
	const warn = jest.fn();
	const { coloursJson } = readRecord(
		fields,
		(name) => ({ specifyColours: 'json', coloursJson: [{ name: 'red', shade: 'dark', note: ' ' }] })[name],
		false,
		{ timezone: 'UTC', warn },
	);
	expect(coloursJson).toEqual([{ name: 'red' }]);
	expect(warn.mock.calls).toEqual([['Colours: unknown field "shade" was ignored. Available fields: name.']]);
});

describe('a link', () => {
	const field = link({ displayName: 'Link' });

	test.each(['https://example.org/a%2520b.png?c=d', 'http://localhost:5701/a', 'http://[::1]/a'])(
		'%s stays as it is',
		(given) => expect(field.read(` ${given} `)).toBe(given),
	);

	test.each([
		['http://example.org', 'must start with https://'],
		['ftp://example.org', 'must start with https://'],
		['example.org', '"example.org" is not a web address'],
		['', 'nothing is filled in'],
	])('%s is refused', (given, problem) => expect(() => field.read(given)).toThrow(problem));
});

test('a number may have as many digits as it likes, and the editor cuts none', () => {
	const field = number({ displayName: 'Degrees', decimals: 'any' });
	expect(field.read('28.409213612345')).toBe(28.409213612345);
	expect(field.property.typeOptions).toEqual({});
});
