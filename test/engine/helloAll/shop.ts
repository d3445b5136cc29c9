import axios from 'axios';

import type { openSandbox } from '../sandboxClient';
import { KEY } from './fixture';
import type { Ids } from './titleTable';
import { HOOK, TO } from './titleTable';

/** Makes a shop with a chat, a file a customer sent, and a webhook; gives the ids. */
export async function openShop(
	fixture: Awaited<ReturnType<typeof openSandbox>>,
): Promise<Ids & { message: string; template: string; campaign: string }> {
	const headers = { 'API-KEY': KEY };
	const read = async <T>(path: string, params: Record<string, string>) =>
		(await axios.get<T>(`${fixture.baseUrl}${path}`, { params, headers })).data;
	await fixture.reset();
	const { data: chats } = await read<{ data: Array<{ chat_id: string }> }>('/crm/chat/search', {
		search_field: 'phone',
		search_value: TO,
	});
	const [{ id: template }] = await fixture.get<Array<{ id: string }>>('/hello-all/templates');
	const { waba_templates: templates } = await read<{ waba_templates: Array<{ namespace: string }> }>(
		'/v1/configs/templates',
		{ limit: '1', offset: '0' },
	);
	const { id } = await fixture.post<{ id: string }>('/hello-all/inbound', {
		from: TO,
		message: { type: 'image', image: { caption: 'It is broken', bytes: 2000 } },
	});
	const bubble = (await fixture.conversation(TO)).find((one) => one.id === id);
	await axios.post(`${fixture.baseUrl}/v1/configs/webhook`, { url: HOOK }, { headers });
	await fixture.requests();
	return {
		chat: chats[0].chat_id,
		media: (bubble?.raw.image as { id: string }).id,
		message: id,
		template,
		campaign: 'cmp_monsoon',
		namespace: templates[0].namespace,
	};
}
