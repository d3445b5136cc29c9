import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import { useJumpingClock } from '../../../jumpingClock';
import { loadInEditor } from '../../editorLoad';
import type { Reply } from '../../provider';
import { startProvider } from '../../provider';
import { ACCOUNT, openFixture, runAt } from './fixture';

useJumpingClock();

/** The CRM beside WhatsApp, which both API styles have: what goes out, and what comes of each form of answer. */

let fixture: Awaited<ReturnType<typeof openFixture>>;
let chat: string;
beforeAll(async () => {
	fixture = await openFixture();
});
afterAll(async () => await fixture.close());
beforeEach(async () => {
	await fixture.reset();
	const { json } = await fixture.run(search('910000000123'));
	chat = String(json[0].chat_id);
	await fixture.requests();
});

const search = (search_value: string, more: IDataObject = {}) => ({
	resource: 'contact',
	operation: 'search',
	search_value,
	...more,
});
const byId = (value: string) => ({ mode: 'id', value });

const STYLES = { v1: { apiStyle: 'v1' }, meta: {} };
const FORMS = {
	flat: { crmForm: 'flat', crmBody: 'flat', crmLists: 'array', crmId: null },
	'flat, with id': { crmForm: 'flat', crmBody: 'flat', crmLists: 'data', crmId: 'id' },
	documented: { crmForm: 'documented', crmBody: 'documented', crmLists: 'data', crmId: 'chat_id' },
};

describe.each(Object.entries(STYLES))('in style %s', (_style, account) => {
	describe.each(Object.entries(FORMS))('a CRM of the form %s', (_form, settings) => {
		beforeEach(async () => void (await fixture.settings(settings)));

		async function run(parameters: IDataObject) {
			const { error, json } = await runAt(fixture.baseUrl, account)(parameters);
			const calls = await fixture.requests();
			for (const { headers } of calls) {
				expect([headers['api-key'], headers.authorization]).toEqual([expect.any(String), undefined]);
			}
			const shown = calls.map(({ method, path, query, body }) => ({ method, path, query, body }));
			return { error, json, calls: shown };
		}
		const isDocumented = settings.crmBody === 'documented';

		test('makes a contact, which is found, and deleted', async () => {
			const bodyForm = isDocumented ? 'documented' : 'usual';
			const made = await run({
				resource: 'contact',
				operation: 'create',
				whatsapp: '+91 0000 000 199',
				chat_name: 'Ravi',
				options: { bodyForm, email: 'ravi@example.com' },
			});
			expect(made.error).toBeUndefined();
			expect(made.calls).toEqual([
				{
					method: 'POST',
					path: '/crm/chat',
					query: {},
					body: isDocumented
						? { whatsapp_number: '+910000000199', name: 'Ravi', email: 'ravi@example.com' }
						: { whatsapp: '910000000199', chat_name: 'Ravi', email: 'ravi@example.com' },
				},
			]);
			expect(made.json).toEqual([expect.objectContaining({ chat_id: expect.any(String) })]);
			const found = await run(search('+91 0000 000 199'));
			expect(found.json).toEqual([expect.objectContaining({ chat_id: made.json[0].chat_id })]);
			// The number's field has another name there.
			expect(found.calls.map(({ query }) => query.search_field)).toEqual(
				isDocumented ? ['whatsapp', 'whatsapp_number'] : ['whatsapp'],
			);
			const gone = await run({
				resource: 'contact',
				operation: 'delete',
				chatId: byId(String(made.json[0].chat_id)),
			});
			expect(gone.json).toEqual([{ deleted: true }]);
			expect(gone.calls).toMatchObject([
				{ method: 'DELETE', path: `/crm/chat/${String(made.json[0].chat_id)}` },
			]);
		});

		test.each(['empty', 'status404'])(
			'finds nobody (%s): no items, and each name asked for once',
			async (crmNobody) => {
				await fixture.settings({ crmNobody });
				const { error, json, calls } = await run(search('910000000777'));
				expect([error, json]).toEqual([undefined, []]);
				expect(calls.map(({ query }) => query)).toEqual([
					{ search_field: 'whatsapp', search_value: '910000000777', condition: 'equal to' },
					{ search_field: 'whatsapp_number', search_value: '910000000777', condition: 'equal to' },
				]);
				expect((await run(search('Nobody', { search_field: 'name' }))).calls).toHaveLength(1);
			},
		);

		test('lists contacts with their IDs', async () => {
			const { json, calls } = await run({ resource: 'contact', operation: 'getMany', returnAll: true });
			expect(json.length).toBeGreaterThan(0);
			expect(json.every(({ chat_id: id }) => typeof id === 'string')).toBe(true);
			expect(calls).toMatchObject([{ path: '/crm/chat', query: { page: '1', limit: '100' } }]);
			const two = await run({ resource: 'contact', operation: 'getMany', limit: 2 });
			expect(two.json).toEqual(json.slice(0, 2));
		});

		test('assigns a chat, marks it as done, and shows what was written', async () => {
			const assigned = await run({
				resource: 'chat',
				operation: 'assign',
				chatId: byId(chat),
				operator_email: 'ravi@example.com',
			});
			expect(assigned).toMatchObject({
				error: undefined,
				json: [{ success: true }],
				calls: [
					{
						method: 'POST',
						path: `/crm/chat/setting/${chat}/operator/assign_chat`,
						body: { operator_email: 'ravi@example.com', pause_automation: true },
					},
				],
			});
			const markDone = { resource: 'chat', operation: 'markDone', chatId: byId(chat) };
			const path = `/crm/chat/setting/${chat}/operator/mark_as_done`;
			expect(await run(markDone)).toMatchObject({ error: undefined, calls: [{ path, body: {} }] });
			expect(await run({ ...markDone, resolution_notes: 'Refunded' })).toMatchObject({
				error: undefined,
				calls: [{ path, body: { metadata: { resolution_notes: 'Refunded' } } }],
			});
			await fixture.post('/hello-all/inbound', {
				from: '910000000123',
				message: { type: 'text', text: { body: 'Hello' } },
			});
			const said = await run({ resource: 'chat', operation: 'getMessages', chatId: byId(chat) });
			expect(said.json[0]).toMatchObject({ content: 'Hello', direction: 'inbound' });
			expect(said.calls).toMatchObject([{ query: { page: '1', limit: '50', sort: 'newest' } }]);
		});

		test('lists campaigns and reports on one', async () => {
			const list = await run({ resource: 'campaign', operation: 'getMany' });
			expect(list.json.map(({ campaign_id: id }) => id)).toEqual(['cmp_monsoon', 'cmp_festival']);
			const { json } = await run({
				resource: 'campaign',
				operation: 'getReport',
				campaignId: byId('cmp_monsoon'),
			});
			expect(json).toMatchObject([{ campaign_id: 'cmp_monsoon' }]);
		});

		test.each([
			['9100000001', '910000000123'],
			['+91 00000 00123', '910000000123'],
			['Asha', '910000000123'],
			['', '910000000123'],
		])('the editor’s list of chats, searched for %j', async (typed, number) => {
			const { results } = await loadInEditor<INodeListSearchResult>({
				type: 'helloAll',
				kind: 'listSearch',
				method: 'searchChats',
				credentials: { helloAllApi: { ...ACCOUNT, ...account, baseUrl: fixture.baseUrl } },
				args: [typed],
			});
			expect(results).toContainEqual({ name: expect.stringContaining(number), value: chat });
		});
	});
});

test('a CRM that counts calls is called again when it says so', async () => {
	await fixture.settings({ crmPerMinute: 2 });
	for (let run = 0; run < 4; run++) {
		const { error } = await fixture.run({ resource: 'contact', operation: 'getMany' });
		expect(error).toBeUndefined();
	}
});

describe('pages', () => {
	let page: (number: number, url: URL) => Reply;
	let provider: Awaited<ReturnType<typeof startProvider>>;
	beforeAll(async () => {
		provider = await startProvider(({ url }) => {
			const address = new URL(url, 'http://panel');
			return page(Number(address.searchParams.get('page')), address);
		});
	});
	beforeEach(() => void provider.calls());
	const entries = (from: number, count: number) =>
		Array.from({ length: count }, (_, at) => ({ id: String(from + at) }));
	const run = async () => {
		const { error, json } = await runAt(provider.url)({
			resource: 'contact',
			operation: 'getMany',
			returnAll: true,
		});
		return { error, count: json.length, calls: provider.calls().length };
	};

	test('end with one that is short', async () => {
		page = (number) => ({ body: entries(number * 100, number < 3 ? 100 : 7) });
		expect(await run()).toEqual({ error: undefined, count: 207, calls: 3 });
	});
	test('end at the total', async () => {
		page = (number) => ({ body: { data: entries(number * 100, 100), pagination: { total: 200 } } });
		expect(await run()).toEqual({ error: undefined, count: 200, calls: 2 });
	});
	test('end where a server gives the same again', async () => {
		page = () => ({ body: { data: entries(0, 100) } });
		expect(await run()).toEqual({ error: undefined, count: 100, calls: 2 });
	});
	test('end with an empty one', async () => {
		page = (number) => ({ body: { data: number === 1 ? entries(0, 100) : [] } });
		expect(await run()).toEqual({ error: undefined, count: 100, calls: 2 });
	});
});
