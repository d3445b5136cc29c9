import type { INodeListSearchResult } from 'n8n-workflow';

import { loadInEditor } from '../../editorLoad';
import type { Reply } from '../../provider';
import { startProvider } from '../../provider';
import { ACCOUNT, onTheWire, openFixture, runAt } from './fixture';

/** Templates in style meta. */

const LIST = '/api/meta/v19.0/200000000000002/message_templates';

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
	fixture = await openFixture();
});
afterAll(async () => await fixture.close());
beforeEach(async () => await fixture.reset());

const getMany = { resource: 'template', operation: 'getMany', returnAll: true };
const paths = async () => (await fixture.requests()).map(({ method, path }) => `${method} ${path}`);

test.each(['data', 'array'])('the list comes as %s', async (metaTemplates) => {
	await fixture.settings({ metaTemplates });
	const { error, json } = await fixture.run(getMany);
	expect(error).toBeUndefined();
	const all = await fixture.get<Array<{ name: string }>>('/hello-all/templates');
	expect(json.map(({ name }) => name)).toEqual(all.map(({ name }) => name));
	const calls = (await fixture.requests()).map(onTheWire);
	expect(calls).toEqual([
		{
			method: 'GET',
			path: LIST,
			query: { limit: '50' },
			body: null,
			headers: { authorization: expect.any(String) },
		},
	]);
});

test('one is found by its ID, made, and deleted in all its languages', async () => {
	const [{ id, name }] = await fixture.get<Array<{ id: string; name: string }>>('/hello-all/templates');
	const { json } = await fixture.run({ resource: 'template', operation: 'get', templateId: id });
	expect(json).toMatchObject([{ id, name }]);
	const draft = {
		name: 'parcel_here',
		category: 'UTILITY',
		language: 'en',
		bodyText: 'Your parcel is here.',
	};
	const made = await fixture.run({ resource: 'template', operation: 'create', ...draft });
	expect(made.error).toBeUndefined();
	expect(made.json).toMatchObject([{ id: expect.any(String), category: 'UTILITY' }]);
	const gone = await fixture.run({
		resource: 'template',
		operation: 'delete',
		templateName: { mode: 'id', value: 'parcel_here' },
	});
	expect(gone.json).toEqual([{ deleted: true }]);
	expect(await paths()).toEqual([`GET /api/meta/v19.0/${id}`, `POST ${LIST}`, `DELETE ${LIST}`]);
	const left = await fixture.get<Array<{ name: string }>>('/hello-all/templates');
	expect(left.map((one) => one.name)).not.toContain('parcel_here');
});

test('a template that is unknown is refused once, and nowhere else looked for', async () => {
	const { error } = await fixture.run({
		resource: 'template',
		operation: 'get',
		templateId: '900000000099999',
	});
	expect(error?.message).toContain('900000000099999');
	expect(await paths()).toEqual(['GET /api/meta/v19.0/900000000099999']);
});

test('a login page for a wrong token is no list of templates', async () => {
	await fixture.settings({ metaWrongToken: 'html200' });
	const { error, outputs } = await runAt(fixture.baseUrl, { accessToken: 'wrong-token' })(getMany);
	expect(error).toBeDefined();
	expect(error?.message).not.toContain('<');
	expect(outputs.flat()).toEqual([]);
});

test('the editor lists them', async () => {
	const { results } = await loadInEditor<INodeListSearchResult>({
		type: 'helloAll',
		kind: 'listSearch',
		method: 'searchTemplates',
		credentials: { helloAllApi: { ...ACCOUNT, baseUrl: fixture.baseUrl } },
		args: ['welcome'],
	});
	expect(results.map(({ value }) => value)).toEqual(['welcome']);
	expect(await paths()).toEqual([`GET ${LIST}`]);
});

describe('pages', () => {
	let page: (url: URL) => Reply;
	let provider: Awaited<ReturnType<typeof startProvider>>;
	beforeAll(async () => {
		provider = await startProvider(({ url }) => page(new URL(url, 'http://panel')));
	});
	beforeEach(() => void provider.calls());
	const entries = (from: number, count: number) =>
		Array.from({ length: count }, (_, at) => ({ id: String(from + at), name: `t${from + at}` }));
	const run = async (more = {}) => {
		const { error, json } = await runAt(provider.url)({ ...getMany, ...more });
		const cursors = provider.calls().map(({ url }) => new URL(url, 'http://panel').searchParams.get('after'));
		return { error, names: json.map(({ name }) => name), cursors };
	};

	test('are read up to the one without a next', async () => {
		page = ({ searchParams }) => {
			const from = Number(searchParams.get('after') ?? 0);
			const next = from < 100 ? { next: 'https://graph.facebook.com/x' } : {};
			const data = entries(from, from < 100 ? 50 : 3);
			return { body: { data, paging: { cursors: { after: String(from + data.length) }, ...next } } };
		};
		const { names, cursors } = await run();
		expect(names).toHaveLength(103);
		expect(cursors).toEqual([null, '50', '100']);
		expect((await run({ returnAll: false, limit: 70 })).names).toHaveLength(70);
	});

	test('that are short, but not the last, are followed', async () => {
		page = ({ searchParams }) =>
			searchParams.get('after') === null
				? { body: { data: entries(0, 2), paging: { cursors: { after: 'x' }, next: 'https://g.example/' } } }
				: { body: { data: entries(2, 2), paging: { cursors: { after: 'y' } } } };
		expect(await run()).toMatchObject({ names: ['t0', 't1', 't2', 't3'], cursors: [null, 'x'] });
	});

	test('that repeat themselves end the list', async () => {
		page = () => ({
			body: { data: entries(0, 50), paging: { cursors: { after: 'same' }, next: 'https://g.example/' } },
		});
		const { names, cursors } = await run();
		expect(names).toHaveLength(50);
		expect(cursors).toEqual([null, 'same']);
	});

	test.each([{ data: [] }, []])('the list may be empty: %j', async (body) => {
		page = () => ({ body });
		expect(await run()).toMatchObject({ error: undefined, names: [], cursors: [null] });
	});
});
