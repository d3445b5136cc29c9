import { headersField } from '../../../../nodes/shared/webhook/headers';

const read = (...values: Array<[name: string, value: string]>) =>
	headersField('').read({ values: values.map(([name, value]) => ({ name, value })) });

test('headers come out as an object, without the blanks around name and value', () => {
	expect(read([' X-Secret ', ' 7f3a '], ['x_a!', 'b c'])).toEqual({ 'X-Secret': '7f3a', 'x_a!': 'b c' });
	expect(read()).toEqual({});
});

test.each([
	['X Secret', /Header 2.*Name: "X Secret" is not a header name/],
	['X-Sécret', /is not a header name/],
	['X-Secret:', /is not a header name/],
	['x-first', /Header 2.*Name: "x-first" is already the name of Header 1/],
])('the name %s is refused, at its row', (name, problem) => {
	expect(() => read(['X-First', '1'], [name, '2'])).toThrow(problem);
});
