import { collectPages } from '../../../../core/http/pagination';

/** A server with numbered items, `size` to a page; short pages in between as some servers have them. */
const server = (sizes: number[]) => {
	const asked: Array<[string | undefined, number | undefined]> = [];
	const page = async (cursor: string | undefined, wanted: number | undefined) => {
		asked.push([cursor, wanted]);
		const at = Number(cursor ?? 0);
		const start = sizes.slice(0, at).reduce((sum, size) => sum + size, 0);
		return {
			items: Array.from({ length: sizes[at] }, (_, i) => start + i),
			next: at + 1 < sizes.length ? String(at + 1) : undefined,
		};
	};
	return { page, asked };
};

describe('following cursors', () => {
	test('all pages are collected, short and empty ones included', async () => {
		const { page } = server([3, 0, 1, 3]);
		expect(await collectPages(undefined, page)).toEqual([0, 1, 2, 3, 4, 5, 6]);
	});

	test('a limit stops early and is handed on as what is still wanted', async () => {
		const { page, asked } = server([3, 3, 3]);
		expect(await collectPages(5, page)).toEqual([0, 1, 2, 3, 4]);
		expect(asked).toEqual([
			[undefined, 5],
			['1', 2],
		]);
	});

	test('a server that ignores the cursor does not loop forever', async () => {
		let calls = 0;
		const page = async () => ({ items: [++calls], next: 'same' });
		expect(await collectPages(undefined, page)).toEqual([1, 2]);
	});
});
