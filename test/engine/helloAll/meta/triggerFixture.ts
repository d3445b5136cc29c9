import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { until } from '../../../waiting';
import { trigger } from '../../triggerHarness';
import { ACCOUNT, openFixture, TO } from './fixture';

type Own = ReturnType<typeof trigger>;
type Event = IDataObject & { status?: IDataObject };

/** The address of an n8n at which one trigger answers; keeps the events that start its workflow. */
async function openN8n() {
	const events: Event[] = [];
	const items: INodeExecutionData[] = [];
	/** Calls to executions that wait. */
	const resumed: Array<{ url: string }> = [];
	const seen: Array<{ method: string; status: number; text?: string }> = [];
	let own: Own | undefined;
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			if (request.url!.startsWith('/webhook-waiting')) {
				resumed.push({ url: request.url! });
				return void response
					.writeHead(200, { 'content-type': 'application/json' })
					.end(JSON.stringify({ counts: true }));
			}
			const method = request.method as 'GET' | 'POST';
			const query = Object.fromEntries(new URL(request.url!, 'http://n8n').searchParams);
			const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
			void own!
				.deliver({ method, query, headers: request.headers as Record<string, string>, body })
				.then(({ status, text, headers, result }) => {
					items.push(...(result ?? []));
					events.push(...(result ?? []).map(({ json }) => json as Event));
					seen.push({ method, status, text });
					response.writeHead(status, headers).end(text);
				});
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		events,
		items,
		resumed,
		seen,
		answerWith: (one: Own) => void (own = one),
		close: () => void server.close(),
	};
}

/** What the statuses among the events say. */
export const values = (all: Event[]) =>
	all.flatMap(({ event, status }) => (event === 'status' ? status!.value : []));

let count = 0;

/**
 * The trigger in style meta: its address is pasted into the panel by hand, and the panel delivers in forms of its own. A sandbox
 * and an n8n of a test file's own; both are there from the first test on.
 */
export function useTrigger() {
	const opened = {} as {
		fixture: Awaited<ReturnType<typeof openFixture>>;
		n8n: Awaited<ReturnType<typeof openN8n>>;
	};
	beforeAll(async () => {
		opened.fixture = await openFixture();
		opened.n8n = await openN8n();
	});
	afterAll(async () => {
		opened.n8n.close();
		await opened.fixture.close();
	});
	beforeEach(async () => {
		await opened.fixture.reset();
		const { events, items, seen, resumed } = opened.n8n;
		for (const list of [events, items, seen, resumed]) list.length = 0;
	});

	return {
		get fixture() {
			return opened.fixture;
		},
		get n8n() {
			return opened.n8n;
		},
		/** A trigger that is published, and its address saved on the panel's page. */
		async publish(parameters: IDataObject = {}, events?: string[]): Promise<Own> {
			const { fixture, n8n } = opened;
			const own = trigger(
				'helloAllTrigger',
				{ events: ['message', 'status', 'unknown'], statuses: [], ...parameters },
				{ helloAllApi: { ...ACCOUNT, baseUrl: fixture.baseUrl } },
				{ n8n: n8n.url, nodeId: `by hand ${count++}` },
			);
			n8n.answerWith(own);
			await own.create();
			await fixture.post('/hello-all/webhooks', { url: own.url(), ...(events && { events }) });
			return own;
		},
		write: async (message: object = { type: 'text', text: { body: 'Hello' } }) =>
			await opened.fixture.post<{ id: string }>('/hello-all/inbound', { from: TO, message }),
		async send(body = 'Hi') {
			const message = { resource: 'message', operation: 'sendText', to: TO, body };
			return (await opened.fixture.run(message)).json[0];
		},
		/** The events so far. */
		eventsNow: async () => opened.n8n.events,
		/** The events, as soon as there are so many of them. */
		eventsOf: async (least: number) =>
			await until(
				async () => opened.n8n.events,
				(all) => all.length >= least,
			),
	};
}
