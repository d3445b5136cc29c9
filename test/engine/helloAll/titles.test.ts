import axios from 'axios';

import { DIALECTS, KEY, onTheWire, openScene } from './scene';
import { HOOK, TITLES, TO } from './titleTable';
import type { Ids } from './titleTable';

let scene: Awaited<ReturnType<typeof openScene>>;
let ids: Ids;
beforeAll(async () => {
	scene = await openScene();
});
afterAll(async () => await scene.close());

const read = async <T>(path: string, params: Record<string, string>) =>
	(await axios.get<T>(`${scene.baseUrl}${path}`, { params, headers: { 'API-KEY': KEY } })).data;

/** A shop with a chat, a file a customer sent, and a webhook. */
beforeEach(async () => {
	await scene.reset();
	const { data: chats } = await read<{ data: Array<{ chat_id: string }> }>('/crm/chat/search', {
		search_field: 'phone',
		search_value: TO,
	});
	const { waba_templates: templates } = await read<{ waba_templates: Array<{ namespace: string }> }>(
		'/v1/configs/templates',
		{ limit: '1', offset: '0' },
	);
	const { id } = await scene.post<{ id: string }>('/hello-all/inbound', {
		from: TO,
		message: { type: 'image', image: { caption: 'It is broken', bytes: 2000 } },
	});
	const bubble = (await scene.conversation(TO)).find((one) => one.id === id);
	ids = {
		chat: chats[0].chat_id,
		media: (bubble?.raw.image as { id: string }).id,
		namespace: templates[0].namespace,
	};
	await axios.post(`${scene.baseUrl}/v1/configs/webhook`, { url: HOOK }, { headers: { 'API-KEY': KEY } });
	await scene.requests();
});

describe.each(DIALECTS)('in the %s dialect', (dialect) => {
	beforeEach(async () => await scene.settings({ dialect }));

	test.each(Object.entries(TITLES))('%s', async (_, { parameters, calls, failsIn }) => {
		const { error, json } = await scene.run(parameters, [{ ...ids }]);

		const expected = calls(ids);
		const requests = await scene.requests();
		expect(requests.map(onTheWire)).toEqual(Array.isArray(expected) ? expected : expected[dialect]);
		if (failsIn === dialect) {
			expect(error).toBeDefined();
			expect(requests.at(-1)?.status).toBe(405);
		} else {
			expect(error).toBeUndefined();
			expect(json.length).toBeGreaterThan(0);
			expect(requests.at(-1)?.status).toBeLessThan(300);
		}
	});
});

test('the provider’s collection has 33 titles', () => {
	expect(Object.keys(TITLES)).toHaveLength(33);
});
