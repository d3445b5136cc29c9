import type { IDataObject } from 'n8n-workflow';

import { startProvider } from '../provider';
import { runAt } from './fixture';

describe('a list of many templates', () => {
	const all = Array.from({ length: 120 }, (_, at) => ({ name: `t${at}`, language: 'en' }));

	/** Serves `pages` of the list, by the offset and limit asked for. */
	async function listWith(
		answer: (offset: number, limit: number) => unknown,
		parameters: IDataObject = { returnAll: true },
	) {
		const provider = await startProvider(({ url }) => {
			const query = new URL(url, 'http://localhost').searchParams;
			return { body: answer(Number(query.get('offset')), Number(query.get('limit'))) };
		});
		const { json } = await runAt(provider.url)({ resource: 'template', operation: 'getMany', ...parameters });
		const pages = provider.calls().map(({ url }) => url.replace(/.*\?/, ''));
		return { json, pages };
	}
	const page = (offset: number, limit: number) => all.slice(offset, offset + limit);

	test('comes page by page until one is short', async () => {
		const { json, pages } = await listWith((offset, limit) => ({ waba_templates: page(offset, limit) }));
		expect(json).toEqual(all);
		expect(pages).toEqual(['limit=50&offset=0', 'limit=50&offset=50', 'limit=50&offset=100']);
	});

	test('ends where the total is reached', async () => {
		const { json, pages } = await listWith((offset, limit) => ({
			waba_templates: page(offset, limit).slice(0, 50),
			total: 100,
		}));
		expect(json).toHaveLength(100);
		expect(pages).toHaveLength(2);
	});

	test('ends with an empty page', async () => {
		const { json, pages } = await listWith((offset) => (offset === 0 ? page(0, 50) : []));
		expect(json).toHaveLength(50);
		expect(pages).toHaveLength(2);
	});

	test('ends when the server ignores the offset, without repeating anything', async () => {
		const { json, pages } = await listWith(() => page(0, 50));
		expect(json).toEqual(all.slice(0, 50));
		expect(pages).toHaveLength(2);
	});

	test('ends after 200 pages in any case', async () => {
		const { json, pages } = await listWith((offset) =>
			Array.from({ length: 50 }, (_, at) => ({ name: `t${offset + at}` })),
		);
		expect(pages).toHaveLength(200);
		expect(json).toHaveLength(10_000);
	});

	test('asks for no more than is wanted', async () => {
		const { json, pages } = await listWith(page, { limit: 60 });
		expect(json).toEqual(all.slice(0, 60));
		expect(pages).toEqual(['limit=50&offset=0', 'limit=10&offset=50']);
	});
});
