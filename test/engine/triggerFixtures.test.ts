import { loadFixtures } from '../unit/whatsapp/events/fixtures';
import { trigger } from './triggerHarness';

const EVERYTHING = {
	events: ['account', 'error', 'message', 'status', 'template', 'unknown'],
	statuses: [],
	options: { verify: false, echoes: true },
};
const NOWHERE = 'http://127.0.0.1:9';
const CREDENTIALS = {
	heltarApi: { apiKey: 'hk_live_1', baseUrl: NOWHERE },
	helloAllApi: { apiKey: 'key-1', baseUrl: NOWHERE },
};

describe.each([
	['heltarTrigger', 'heltar'],
	['helloAllTrigger', 'helloAll'],
])('the %s', (type, provider) => {
	const node = (name: string, parameters: object) =>
		trigger(type, parameters as never, CREDENTIALS, { nodeId: `${type} ${name}` });

	test.each(loadFixtures())(
		'takes every event of $name in, once, and as it comes starts for a customer’s message only',
		async ({ name, body, events }) => {
			const own = node(name, EVERYTHING);
			const { status, items } = await own.deliver({ body });
			expect(status).toBe(200);
			expect(items ?? []).toEqual(
				events.map((event) => ({ ...event, provider, receivedAt: expect.stringMatching(/Z$/) })),
			);
			expect(await own.deliver({ body })).toMatchObject({ status: 200, items: undefined });

			const asItComes = node(`by default ${name}`, { events: ['message'], options: { verify: false } });
			const { status: answer, items: started = [] } = await asItComes.deliver({ body });
			expect(answer).toBe(200);
			expect(started.map(({ dedupeKey }) => dedupeKey)).toEqual(
				events
					.filter(({ event, direction }) => event === 'message' && direction === 'inbound')
					.map(({ dedupeKey }) => dedupeKey),
			);
		},
	);
});
