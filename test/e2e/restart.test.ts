import { join } from 'node:path';
import type { Workflow } from '../../demo/n8nApi';
import { allExamples } from '../../demo/environment';
import { useOwnN8n } from './ownN8n';
import { QuestionFixture } from './questionFixture';
import { liveNames } from './liveProviders';
import { answeredWith, textsOf, TRIGGER, TriggerFixture } from './triggerFixture';

const ROOT = join(__dirname, '..', '..');

const ownN8n = useOwnN8n();

/** What a second session in the editor saves: the same workflow, changed. */
const changed = (workflow: Workflow, change: Partial<Workflow>): Workflow => ({ ...workflow, ...change });

describe('an active workflow', () => {
	let triggers: Array<{ trigger: TriggerFixture; workflow: Workflow }>;
	beforeAll(async () => {
		triggers = [];
		for (const provider of liveNames) {
			const trigger = await TriggerFixture.open(provider, ownN8n.address());
			const workflow = await trigger.workflow();
			await trigger.fixture.api.activate(workflow);
			triggers.push({ trigger, workflow });
		}
	});
	afterAll(async () => {
		for (const { trigger, workflow } of triggers) {
			await trigger.fixture.api.deactivate(workflow);
			expect(await trigger.ownUrls()).toEqual([]);
		}
	});

	it('goes on after a restart of n8n: registered as before, nothing runs again, new messages arrive', async () => {
		const before = [];
		for (const { trigger, workflow } of triggers) {
			const { id } = await trigger.writes('Before');
			const [body] = await trigger.bodiesOf(id);
			// A redelivery, which starts nothing: n8n keeps what the trigger remembers.
			expect(answeredWith(await trigger.fixture.control.deliver(body))).toEqual([200]);
			await trigger.executions(workflow, 1);
			const { control } = trigger.fixture;
			before.push({
				body,
				registrations: await control.registrations(),
				calls: (await control.requests()).length,
			});
		}

		await ownN8n.restart();

		for (const [at, { trigger, workflow }] of triggers.entries()) {
			const { control } = trigger.fixture;
			const { body, registrations, calls } = before[at];
			expect(await control.registrations()).toEqual(registrations);
			expect(await control.requests()).toHaveLength(calls);
			expect(answeredWith(await control.deliver(body))).toEqual([200]);
			const { deliveries } = await trigger.writes('After');
			expect(answeredWith(deliveries)).toEqual([200]);
			expect(textsOf(await trigger.executions(workflow, 2)).sort()).toEqual(['After', 'Before']);
		}
	});

	it('stays registered and receives when its trigger is renamed and changed', async () => {
		for (const { trigger, workflow } of triggers) {
			const { api, control } = trigger.fixture;
			const before = await control.registrations();
			const count = await api.countExecutions(workflow.id);
			const current = await api.workflow(workflow.id);
			const [node] = current.nodes;
			const saved = await api.update(
				changed(current, {
					nodes: [{ ...node, name: `${TRIGGER} again`, position: [100, 100] }],
				}),
			);
			const { deliveries } = await trigger.writes('Saved, not published');
			expect(answeredWith(deliveries)).toEqual([200]);
			await trigger.executions(workflow, count + 1);

			await api.activate(saved);
			const after = await control.registrations();
			expect(after.map(({ url, headers }) => [url, headers])).toEqual(
				before.map(({ url, headers }) => [url, headers]),
			);
			expect(answeredWith((await trigger.writes('Published')).deliveries)).toEqual([200]);
			await trigger.executions(workflow, count + 2);
		}
	});
});

describe('the example that takes every event once', () => {
	it('answers once although n8n restarted between an event and its redelivery', async () => {
		const trigger = await TriggerFixture.open('heltar', ownN8n.address());
		const { fixture, customer } = trigger;
		const files = await allExamples(ROOT, new Map([[fixture.provider, fixture.credential]]));
		const example = new Map(files).get('deduplicate-across-restarts.json')!;
		// What the trigger remembers is left out here: the node behind it has to know.
		const nodes = example.nodes.map((node) =>
			node.name === TRIGGER
				? { ...node, parameters: { ...node.parameters, options: { dropDuplicates: false } } }
				: node,
		);
		const workflow = await fixture.api.createWorkflow({ ...example, nodes });
		await fixture.api.activate(workflow);
		const answers = async () =>
			(await fixture.control.conversation(customer)).filter(({ text }) => text.includes('only one of these'));

		const { id } = await trigger.writes('only one of these');
		await trigger.executions(workflow, 1);
		const [body] = await trigger.bodiesOf(id);
		await ownN8n.restart();
		expect(answeredWith(await fixture.control.deliver(body, { copies: 3 }))).toEqual([200]);
		await trigger.executions(workflow, 4);
		expect((await answers()).map(({ direction }) => direction)).toEqual(['in', 'out']);
		await fixture.api.deactivate(workflow);
	});
});

describe.each(liveNames)('a question asked over %s', (provider) => {
	it('is answered after a restart of n8n, which loses nothing', async () => {
		const fixture = await QuestionFixture.open(provider, ownN8n.address());
		try {
			await fixture.listen();
			const asking = await fixture.asking();
			await fixture.ask(asking);
			await fixture.waiting(asking);
			const { offers } = await fixture.question('Refund');
			await ownN8n.restart();
			await fixture.tap(offers[0]);
			expect((await fixture.answers(asking))[0]).toMatchObject({ approved: true, from: fixture.customer });
		} finally {
			await fixture.close();
		}
	});
});
