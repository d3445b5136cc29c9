import { isNamed, variablesOf } from '../../../whatsapp/template';

test('variables of a text count once, in their order', () => {
	expect(variablesOf('{{2}} and {{ 1 }} and {{2}}')).toEqual(['2', '1']);
	expect(variablesOf('Hello {{first_name}}')).toEqual(['first_name']);
	expect(variablesOf('{{}} { 1 } nothing')).toEqual([]);
	expect(variablesOf(undefined)).toEqual([]);
});

test('a variable has a number or a name', () => {
	expect(['1', '12', 'name', '1st'].map(isNamed)).toEqual([false, false, true, true]);
});
