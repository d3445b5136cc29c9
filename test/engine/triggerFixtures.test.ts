import { credentialsFor, testedProviders } from '../providers';
import { loadFixtures } from '../unit/whatsapp/events/fixtures';
import { trigger } from './triggerHarness';

const EVERYTHING = {
	events: ['account', 'error', 'message', 'status', 'template', 'unknown'],
	statuses: [],
	options: { verify: false, echoes: true },
};
/** What the trigger adds to an event, beyond what its reader sees in it. */
const MARKS: Record<string, object> = { 'cloud-user_preferences-resume': { optIn: true } };
const NOWHERE = 'http://127.0.0.1:9';

describe.each(testedProviders)('the trigger of $contract.name', (tested) => {
	const provider = tested.contract.eventName;
	const type = `${tested.type}Trigger`;
	const node = (name: string, parameters: object) =>
		trigger(type, parameters as never, credentialsFor(tested, NOWHERE), { nodeId: `${type} ${name}` });

	// The forms of panels are read where the contract names them.
	const fixtures = loadFixtures().filter((one) => tested.contract.webhook.forms ?? one.provider !== 'heltar');

	test.each(fixtures)(
		'takes every event of $name in, once, and as it comes starts for a customer’s message only',
		async ({ name, body, events }) => {
			const own = node(name, EVERYTHING);
			const { status, items } = await own.deliver({ body });
			expect(status).toBe(200);
			expect(items ?? []).toEqual(
				events.map((event) => ({
					...event,
					...MARKS[name],
					provider,
					receivedAt: expect.stringMatching(/Z$/),
				})),
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
