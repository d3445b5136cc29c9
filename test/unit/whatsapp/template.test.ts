import { readVersion, variablesOf } from '../../../whatsapp/template';

test('variables of a text count once, in their order', () => {
	expect(variablesOf('{{2}} and {{ 1 }} and {{2}}')).toEqual(['2', '1']);
	expect(variablesOf('Hello {{first_name}}')).toEqual(['first_name']);
	expect(variablesOf('{{}} { 1 } nothing')).toEqual([]);
	expect(variablesOf(undefined)).toEqual([]);
});

test('an answer is read whatever is missing in it', () => {
	expect(readVersion(null)).toEqual({
		name: '',
		parts: { kind: 'summary', content: '', variables: 0, buttons: 0 },
	});
	expect(
		readVersion({ name: 'a', language: 'en_GB', status: 'PAUSED', category: 'UTILITY', components: [] }),
	).toEqual({
		name: 'a',
		language: 'en_GB',
		status: 'PAUSED',
		category: 'UTILITY',
		parts: { kind: 'components', components: [] },
	});
	expect(readVersion({ name: 7, language: ['en'], status: null, category: {} })).toMatchObject({
		name: '7',
		language: undefined,
		status: undefined,
		category: undefined,
	});
});
