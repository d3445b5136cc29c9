import {
	bodyProblem,
	footerProblem,
	headerProblem,
	nameProblem,
	urlProblem,
} from '../../../whatsapp/templateText';

test.each([
	['Hello {{1}}, welcome.', undefined],
	['Hello {{2}}, your {{1}} is here.', undefined],
	['No variable at all', undefined],
	['Again {{1}} and {{1}}.', undefined],
	['{{1}}, hello.', /begins with a variable/],
	['  {{1}} hello.', /begins with a variable/],
	['Hello {{1}}', /ends with a variable/],
	['Hello {{1}}\n', /ends with a variable/],
	['Hello {{1}}{{2}}.', /side by side/],
	['Hello {{1}} {{2}}.', /side by side/],
	['Hello {{1}}, {{3}}.', /\{\{2\}\} is missing/],
	['Hello {{2}}.', /\{\{1\}\} is missing/],
	['Hello {{0}} and {{1}}.', /without gaps/],
	['Hello {{name}}.', undefined],
	['Hello {{first_name}}, order {{order_2}} is here.', undefined],
	['{{name}}, hello.', /begins with a variable/],
	['Hello {{name}}', /ends with a variable/],
	['Hello {{first}} {{last}}.', /side by side/],
	['Hello {{name}}, order {{1}} is here.', /\{\{1\}\} and \{\{name\}\} are mixed/],
	['Hello {{Name}}.', /\{\{Name\}\} is not a valid variable: write/],
	['Hello {{first name}}.', /\{\{first name\}\} is not a valid variable: write/],
	['Hello {{1st}}.', /\{\{1st\}\} is not a valid variable: write/],
	['Hello {{ 1 }}.', /\{\{ 1 \}\} is not a valid variable: write/],
	['Hello {{1}.', /is not a valid variable: write/],
])('the body %j', (text, problem) => {
	const found = bodyProblem(text);
	if (problem === undefined) expect(found).toBeUndefined();
	else expect(found).toMatch(problem);
});

test('a header holds one variable, wherever it stands', () => {
	expect(headerProblem('{{1}} is ready')).toBeUndefined();
	expect(headerProblem('Order {{1}}')).toBeUndefined();
	expect(headerProblem('{{1}} or {{2}}')).toMatch(/the maximum is 1/);
	expect(headerProblem('{{1}} or {{1}}')).toMatch(/the maximum is 1/);
	expect(headerProblem('Order {{order_number}}')).toBeUndefined();
	expect(headerProblem('{{first}} or {{second}}')).toMatch(/the maximum is 1/);
	expect(headerProblem('Order {{2}}')).toMatch(/\{\{1\}\} is missing/);
});

test('a footer holds none', () => {
	expect(footerProblem('Example Store')).toBeUndefined();
	expect(footerProblem('Store {{1}}')).toMatch(/cannot/);
});

test('the variable of an address is a number, whatever the others are', () => {
	expect(urlProblem('https://example.org')).toBeUndefined();
	expect(urlProblem('https://example.org/{{1}}')).toBeUndefined();
	expect(urlProblem('https://example.org/{{order}}')).toMatch(/written \{\{1\}\}/);
	expect(urlProblem('https://example.org/{{2}}')).toMatch(/written \{\{1\}\}/);
});

test('a name has small letters, digits and underscores', () => {
	expect(nameProblem('order_ready_2')).toBeUndefined();
	for (const name of ['Order', 'order-ready', 'order ready', 'größe'])
		expect(nameProblem(name)).toBeDefined();
});
