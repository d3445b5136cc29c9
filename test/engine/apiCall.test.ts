import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { useJumpingClock } from '../jumpingClock';
import { credentialsFor, testedProviders } from '../providers';
import { runNode } from './harness';
import type { Reply } from './provider';
import { startProvider } from './provider';

/** Any call of a provider's API, on every provider's node. */

useJumpingClock();

let replies: Reply[];
let server: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
	server = await startProvider(() => (replies.length > 1 ? replies.shift()! : replies[0]));
});
beforeEach(() => {
	replies = [{ body: { fine: true } }];
	server.calls();
});

describe.each(testedProviders.map((provider) => [provider.type, provider] as const))(
	'%s',
	(type, provider) => {
		const call = async (parameters: IDataObject, inputs: INodeExecutionData[] = [{ json: {} }]) =>
			await runNode({
				type,
				credentials: credentialsFor(provider, server.url),
				parameters: { resource: 'custom', operation: 'apiCall', ...parameters },
				inputs,
			});
		const made = () => server.calls().map(({ method, url, body }) => ({ method, url, body }));

		test('goes out as it was entered, with the key, and gives the answer whole', async () => {
			const { json, error } = await call({
				method: 'POST',
				path: '/v9/things/a b',
				query: { values: [{ name: 'tag', value: 'x&y' }, { name: 'tag', value: 'z' }] }, // oxfmt-ignore
				bodyContent: 'json',
				body: '{"name":"Dana","count":2}',
			});
			expect(error).toBeUndefined();
			expect(made()).toEqual([
				{ method: 'POST', url: '/v9/things/a%20b?tag=x%26y&tag=z', body: { name: 'Dana', count: 2 } },
			]);
			expect(json).toEqual([{ fine: true }]);
		});

		test('what is encoded in a path stays as it is', async () => {
			await call({ method: 'GET', path: '/v9/a%2Fb/%C3%A4' });
			expect(made()).toMatchObject([{ url: '/v9/a%2Fb/%C3%A4' }]);
		});

		test.each([
			['v9/things', 'must start with /'],
			['/v9/../admin', 'no segment may be empty, "." or ".."'],
			['/v9/%2e%2e/admin', 'no segment may be empty, "." or ".."'],
			['/v9//admin', 'no segment may be empty'],
			['/v9/things?limit=5', 'must not hold a query'],
			['/v9/100%', 'has a % that is not followed by two hex digits'],
			['https://other.example.com/v9', 'must start with /'],
		])('the path %s is refused before anything is sent', async (path, problem) => {
			const { error } = await call({ method: 'GET', path });
			expect(error?.message).toContain(`Path`);
			expect(error?.message).toContain(problem);
			expect(made()).toEqual([]);
		});

		test.each([
			['GET', 4],
			['POST', 1],
			['DELETE', 1],
		])('a %s that a server fails to answer is made %i times', async (method, times) => {
			replies = [{ status: 503, body: 'Service Unavailable' }];
			const { error } = await call({ method, path: '/v9/things' });
			expect(error).toBeDefined();
			expect(made()).toHaveLength(times);
		});

		test('a list becomes an item for each entry, over all pages', async () => {
			const page = (ids: number[], after?: string): Reply => ({
				body: { data: { things: ids.map((id) => ({ id })) }, paging: { cursors: { after } } },
			});
			replies = [page([1, 2], 'p2'), page([3], 'p3'), page([])];
			const options = { itemsIn: 'data.things', cursorIn: 'paging.cursors.after', cursorParameter: 'after' };
			const { json } = await call({ method: 'GET', path: '/v9/things', options });
			expect(json).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
			expect(made().map(({ url }) => url)).toEqual([
				'/v9/things',
				'/v9/things?after=p2',
				'/v9/things?after=p3',
			]);
		});

		test('stops after as many pages as wanted', async () => {
			replies = [1, 2, 3].map((at) => ({ body: { list: [at], next: at } }));
			const options = { itemsIn: 'list', cursorIn: 'next', cursorParameter: 'from', maxPages: 2 };
			const { json } = await call({ method: 'GET', path: '/v9/things', options });
			expect(json).toEqual([{ data: 1 }, { data: 2 }]);
		});

		test('a cursor without its parameter is refused', async () => {
			const { error } = await call({ method: 'GET', path: '/v9/things', options: { cursorIn: 'next' } });
			expect(error?.message).toContain('Cursor Parameter: empty, but Next Cursor Path is not');
			expect(made()).toEqual([]);
		});

		test('a key that comes back in the answer is masked', async () => {
			replies = [{ body: { headers: { key: `Bearer ${provider.sandbox.key}` } } }];
			const { json } = await call({ method: 'GET', path: '/v9/echo' });
			expect(JSON.stringify(json)).not.toContain(provider.sandbox.key);
		});

		test('a file of the item goes out as it is', async () => {
			const data = {
				data: Buffer.from('[1, 2]').toString('base64'),
				mimeType: 'application/json',
				fileName: 'a.json',
			};
			const parameters = {
				method: 'PUT',
				path: '/v9/file',
				bodyContent: 'binary',
				binaryPropertyName: 'data',
			};
			const { error } = await call(parameters, [{ json: {}, binary: { data } }]);
			expect(error).toBeUndefined();
			expect(server.calls()).toMatchObject([
				{
					method: 'PUT',
					body: [1, 2],
					headers: { 'content-type': 'application/json', 'content-length': '6' },
				},
			]);
		});
	},
);
