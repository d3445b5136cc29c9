import {
	buttonsProblem,
	interactive,
	listOfOptions,
	sectionsProblem,
	withIds,
} from '../../../whatsapp/interactive';

describe('an interactive object', () => {
	test('leaves out the parts that are empty', () => {
		expect(interactive('button', { body: '', footer: undefined }, { buttons: [] })).toEqual({
			type: 'button',
			action: { buttons: [] },
		});
	});
});

describe('ids of options', () => {
	const ids = (...options: Array<{ id?: string; title: string }>) => withIds(options).map(({ id }) => id);

	test('are the titles where none are given', () => {
		expect(ids({ title: 'Yes' }, { title: 'हाँ' }, { title: 'No', id: 'n' })).toEqual(['Yes', 'हाँ', 'n']);
	});

	test('stay unique when titles repeat or are taken as an id elsewhere', () => {
		expect(ids({ title: 'Blue' }, { title: 'Blue' }, { title: 'Sky', id: 'Blue 2' })).toEqual([
			'Blue',
			'Blue 3',
			'Blue 2',
		]);
	});

	test('are unique over all sections of a list', () => {
		const { sections } = listOfOptions('Open', [
			{ title: 'Shirts', rows: [{ title: 'Blue' }] },
			{
				title: 'Trousers',
				rows: [
					{ title: 'Blue', description: 'Jeans' },
					{ title: 'Black', description: '' },
				],
			},
		]);
		expect(sections).toEqual([
			{ title: 'Shirts', rows: [{ id: 'Blue', title: 'Blue' }] },
			{
				title: 'Trousers',
				rows: [
					{ id: 'Blue 2', title: 'Blue', description: 'Jeans' },
					{ id: 'Black', title: 'Black' },
				],
			},
		]);
	});
});

describe('what is wrong in a list', () => {
	test('is told with its place', () => {
		expect(buttonsProblem([{ title: 'A' }, { title: 'A' }])).toMatchObject({ at: [1, 'title'] });
		expect(
			buttonsProblem([
				{ title: 'A', id: '1' },
				{ title: 'B', id: '1' },
			]),
		).toMatchObject({ at: [1, 'id'] });
		expect(
			sectionsProblem([
				{ title: 'A', rows: [{ title: 'x', id: '1' }] },
				{ title: 'B', rows: [{ title: 'y' }, { title: 'z', id: '1' }] },
			]),
		).toMatchObject({ at: [1, 'rows', 1, 'id'] });
	});

	test('is nothing where ids are left to the titles', () => {
		expect(buttonsProblem([{ title: 'A' }, { title: 'B', id: '' }])).toBeUndefined();
		expect(sectionsProblem([{ rows: [{ title: 'x' }, { title: 'x' }] }])).toBeUndefined();
	});

	test.each([
		[10, undefined],
		[9, { at: [], problem: '10 rows in all, the maximum is 9' }],
	])('with at most %s rows in total, where a provider says so', (most, expected) => {
		const rows = Array.from({ length: 5 }, (_, at) => ({ title: `${at}` }));
		const sections = [
			{ title: 'A', rows },
			{ title: 'B', rows },
		];
		expect(sectionsProblem(sections, most)).toEqual(expected);
	});
});
