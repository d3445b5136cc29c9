import axios from 'axios';

import { startSandbox } from '../../sandbox/listen';

export interface LoggedRequest {
	method: string;
	path: string;
	query: Record<string, string | string[]>;
	headers: Record<string, string>;
	body: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- whatever the node sent
	status: number;
	seq: number;
	/** ISO time at which it came in. */
	at: string;
}

export interface Bubble {
	id: string;
	direction: 'in' | 'out';
	type: string;
	text: string;
	status: string;
	raw: Record<string, unknown>;
}

/** A sandbox of one test file's own, and the control calls tests make. */
export async function openSandbox(provider = 'heltar') {
	const running = await startSandbox({ port: 0 });
	const control = axios.create({ baseURL: `${running.url}/_sandbox` });
	const get = async <T>(path: string, params = {}): Promise<T> =>
		(await control.get<T>(path, { params })).data;
	const post = async <T = unknown>(path: string, body = {}): Promise<T> =>
		(await control.post<T>(path, body)).data;
	let since = 0;

	return {
		url: running.url,
		baseUrl: `${running.url}/${provider}`,
		close: async () => await running.close(),
		post,
		get,
		reset: async () => {
			await post('/reset');
			since = 0;
		},
		/** Provider calls since the last time this was asked. */
		async requests(): Promise<LoggedRequest[]> {
			const all = await get<LoggedRequest[]>('/requests', { provider, since });
			since = Math.max(since, ...all.map(({ seq }) => seq));
			return all;
		},
		/** Provider calls since the reset; does not count as asking for them. */
		everyRequest: async () => await get<LoggedRequest[]>('/requests', { provider }),
		conversation: async (number: string) => await get<Bubble[]>(`/${provider}/conversations/${number}`),
		webhooks: async () =>
			await get<Array<{ url: string; isEnabled: boolean; headers: Record<string, string> }>>(
				`/${provider}/webhooks`,
			),
		key: async (options: { scopes?: string[]; expired?: boolean }) =>
			(await post<{ apiKey: string }>('/keys', { provider, ...options })).apiKey,
		fault: async (fault: Record<string, unknown>, match: Record<string, unknown> = {}) =>
			await post('/faults', { provider, ...match, fault }),
		noFaults: async () => (await control.delete('/faults')).data as unknown,
		settings: async (change: Record<string, unknown>) =>
			(await control.patch('/settings', { [provider]: change })).data as unknown,
		/** WhatsApp approves a template. */
		approve: async (name: string) =>
			(await control.patch(`/${provider}/templates/${name}`, { status: 'APPROVED' })).data as unknown,
		/** WhatsApp puts a template into another category. */
		recategorize: async (name: string, category: string) =>
			(await control.patch(`/${provider}/templates/${name}`, { category })).data as unknown,
		customer: async (number: string, change: Record<string, unknown>) =>
			(await control.patch(`/${provider}/customers/${number}`, change)).data as unknown,
	};
}
