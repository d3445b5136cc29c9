import { readVersions } from '../../../whatsapp/templateVersion';

const BODY = { type: 'BODY', text: 'Hello {{1}}!' };
const COLUMNS = { columns: [{ id: 'body.1', label: 'Body 1 – Hello {{1}}!', required: true }] };
const UNTOLD = { onlyAsJson: 'components that the provider does not return' };

test('a version tells name, language, status, category, its parts and the values it needs', () => {
	const entry = { name: 'a', language: 'en_GB', status: 'PAUSED', category: 'UTILITY', components: [BODY] };
	expect(readVersions([entry])).toEqual([
		{
			name: 'a',
			language: 'en_GB',
			status: 'PAUSED',
			category: 'UTILITY',
			components: [BODY],
			columns: COLUMNS,
		},
	]);
	expect(readVersions([{ ...entry, components: JSON.stringify([BODY]) }])).toMatchObject([
		{ columns: COLUMNS },
	]);
});

test('an entry is read whatever is missing or odd in it', () => {
	expect(
		readVersions([{ name: 7, language: ['en'], status: null, category: {}, components: 'none' }]),
	).toEqual([{ name: '7', language: undefined, status: undefined, category: undefined, columns: UNTOLD }]);
	expect(
		readVersions([null, 'a', ['a'], {}, { name: '' }, { name: { is: 'a' } }, { language: 'en' }]),
	).toEqual([]);
	expect(readVersions([null, { name: 'a', components: [] }])).toMatchObject([
		{ name: 'a', columns: { columns: [] } },
	]);
});

test('a provider reads what it tells instead of components itself', () => {
	const own = ({ content }: { readonly [key: string]: unknown }) => ({ onlyAsJson: String(content) });
	const entries = [
		{ name: 'a', content: 'Hello {{1}}!' },
		{ name: 'b', content: 'Hello {{1}}!', components: [BODY] },
	];
	expect(readVersions(entries, own)).toMatchObject([
		{ name: 'a', columns: { onlyAsJson: 'Hello {{1}}!' } },
		{ name: 'b', columns: COLUMNS },
	]);
});
