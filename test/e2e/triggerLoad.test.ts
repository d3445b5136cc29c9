import axios from 'axios';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Workflow } from '../../demo/n8nApi';
import { liveNames } from './liveProviders';
import { answeredWith, itemsOf, textsOf, TriggerFixture } from './triggerFixture';

/** Deliveries that could keep n8n from everything else. */

const MANY = 400;

/** What n8n says about itself, as often as a monitor could ask, until it is told to end. */
function healthChecks(n8nUrl: string) {
	const statuses: number[] = [];
	let isOver = false;
	const checks = (async () => {
		while (!isOver) {
			const answer = await axios.get(`${n8nUrl}/healthz/readiness`, { validateStatus: () => true });
			statuses.push(answer.status);
			await sleep(250);
		}
	})();
	return async () => {
		isOver = true;
		await checks;
		return statuses;
	};
}

describe.each(liveNames)('a delivery of %s', (provider) => {
	let trigger: TriggerFixture;
	let workflow: Workflow;
	const publish = async (parameters: object) => {
		workflow = await trigger.workflow(parameters);
		await trigger.fixture.api.activate(workflow);
	};
	beforeAll(async () => {
		trigger = await TriggerFixture.open(provider);
	});
	afterEach(async () => {
		await trigger.fixture.api.deactivate(workflow);
	});

	const messages = (of: (at: number) => object) =>
		Array.from({ length: MANY }, (_, at) => ({
			from: `${trigger.customer.slice(0, -3)}${String(at).padStart(3, '0')}`,
			id: `wamid.many.${provider}.${Date.now()}.${at}`,
			timestamp: String(Math.floor(Date.now() / 1000)),
			...of(at),
		}));

	/** Delivers while n8n is watched. @returns the milliseconds until the answer */
	async function deliver(list: object[]): Promise<number> {
		const end = healthChecks(trigger.fixture.n8nUrl);
		const start = performance.now();
		const deliveries = await trigger.fixture.control.deliver({ messages: list });
		const ms = performance.now() - start;
		expect(answeredWith(deliveries)).toEqual([200]);
		const statuses = await end();
		expect([...new Set(statuses)]).toEqual([200]);
		return ms;
	}

	it(`with ${MANY} files is answered in time, and n8n stays well`, async () => {
		await publish({ options: { downloadMedia: true } });
		const picture = {
			type: 'image',
			image: { mime_type: 'image/png', base64: Buffer.alloc(20_000, 'p').toString('base64') },
		};
		const { id } = await trigger.fixture.control.inbound({ from: trigger.customer, message: picture });
		const [sent] = await trigger.bodiesOf(id);
		// The same file, as often as it takes.
		const found = /"image":(\{[^{}]*\})/.exec(sent)![1];
		const ms = await deliver(messages(() => ({ type: 'image', image: JSON.parse(found) as object })));
		expect(ms).toBeLessThan(10_000);
		const executions = await trigger.executions(workflow, 2);
		const counts = executions.map((execution) => itemsOf(execution).length);
		expect(counts.sort((a, b) => a - b)).toEqual([1, MANY]);
	});

	it(`with ${MANY} messages to mark as read, too`, async () => {
		await publish({ options: { markRead: true } });
		const ms = await deliver(messages((at) => ({ type: 'text', text: { body: `Message ${at}` } })));
		expect(ms).toBeLessThan(10_000);
		const [execution] = await trigger.executions(workflow, 1);
		expect(itemsOf(execution)).toHaveLength(MANY);
	});

	it('whose text a pattern would never be done with keeps no other waiting', async () => {
		await publish({ filters: { text: { values: { mode: 'regex', value: '^(a+)+$' } } } });
		// The first delivery of a published workflow takes n8n longer than all others.
		const [early] = messages(() => ({ type: 'text', text: { body: 'aa' } }));
		await trigger.fixture.control.deliver({ messages: [early] });
		await trigger.executions(workflow, 1);
		const [hostile] = messages(() => ({ type: 'text', text: { body: `${'a'.repeat(10_000)}!` } }));
		const [plain] = messages(() => ({ type: 'text', text: { body: 'aaa' } }));
		const first = trigger.fixture.control.deliver({ messages: [hostile] });
		const start = performance.now();
		const deliveries = await trigger.fixture.control.deliver({ messages: [plain] });
		expect(performance.now() - start).toBeLessThan(5_000);
		expect(answeredWith([...deliveries, ...(await first)])).toEqual([200]);
		expect(textsOf(await trigger.executions(workflow, 2)).sort()).toEqual(['aa', 'aaa']);
	});
});
