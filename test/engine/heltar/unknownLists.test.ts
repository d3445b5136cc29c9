import { loadInEditor } from '../editorLoad';
import { runNode } from '../harness';
import { startProvider } from '../provider';

let body: unknown;
let provider: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
	provider = await startProvider(() => ({ body }));
});

const credentials = () => ({ heltarApi: { apiKey: 'hk_live_1', baseUrl: provider.url } });

describe.each([
	['contact', 'getMany', 'clients', {}],
	['contact', 'getBlocked', 'clients', {}],
	['link', 'getMany', 'links', {}],
	['analytics', 'getDailyEngagement', 'days', { startDate: '2026-03-01', endDate: '2026-03-02' }],
	['campaign', 'getMany', 'campaigns', {}],
	['employee', 'getMany', 'employees', {}],
	['attribute', 'getMany', 'attributes', {}],
	['template', 'getMany', 'templates', {}],
	['message', 'getMany', 'messages', { clientWaNumber: '447700900123' }],
	['message', 'search', 'messages', { searchQuery: 'order' }],
])('%s.%s', (resource, operation, key, parameters) => {
	const run = async () =>
		await runNode({
			type: 'heltar',
			parameters: { resource, operation, ...parameters },
			credentials: credentials(),
		});

	test('a form nobody knows comes out as it is, with a hint', async () => {
		for (const data of [{ [`${key}ById`]: { a: 1 } }, { total: 3 }]) {
			body = { message: 'OK', data };
			const { json, error, hints } = await run();
			expect(error).toBeUndefined();
			expect(json).toEqual([{ raw: data }]);
			expect(hints).toEqual([expect.stringContaining('in an unexpected format')]);
		}
	});

	test('an empty list is one', async () => {
		for (const none of [{ data: { [key]: [] } }, { message: 'None', data: null }, { message: 'None' }]) {
			body = none;
			expect(await run()).toMatchObject({ json: [], hints: [] });
		}
	});
});

test('a list in the editor says so, instead of being empty', async () => {
	body = { message: 'OK', data: { total: 3 } };
	const load = loadInEditor({
		type: 'heltar',
		kind: 'listSearch',
		method: 'searchEmployees',
		credentials: credentials(),
	});
	await expect(load).rejects.toThrow('in an unexpected format');
});
