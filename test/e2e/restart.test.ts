import { join } from 'node:path';
import type { Workflow } from '../../demo/n8nApi';
import { allExamples } from '../../demo/environment';
import type { SandboxControl } from '../../demo/sandboxControl';
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

	/** Calls that change something: n8n 2.0 looks once more whether a webhook is registered, newer versions do not. */
	const changes = async (control: SandboxControl) =>
		(await control.requests()).filter(({ method }) => method !== 'GET');

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
				changes: await changes(control),
			});
		}

		await ownN8n.restart();

		for (const [at, { trigger, workflow }] of triggers.entries()) {
			const { control } = trigger.fixture;
			const { body, registrations, changes: changesBefore } = before[at];
			expect(await control.registrations()).toEqual(registrations);
			expect(await changes(control)).toEqual(changesBefore);
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

describe('after one restart of n8n', () => {
	const questions = new Map<string, { fixture: QuestionFixture; asking: Workflow }>();
	let trigger: TriggerFixture;
	let workflow: Workflow;
	let body: string;
	beforeAll(async () => {
		trigger = await TriggerFixture.open('heltar', ownN8n.address());
		const { fixture } = trigger;
		const files = await allExamples(ROOT, new Map([[fixture.provider, fixture.credential]]));
		const example = new Map(files).get('deduplicate-across-restarts.json')!;
		// What the trigger remembers is left out here: the node behind it has to know.
		const nodes = example.nodes.map((node) =>
			node.name === TRIGGER
				? { ...node, parameters: { ...node.parameters, options: { dropDuplicates: false } } }
				: node,
		);
		workflow = await fixture.api.createWorkflow({ ...example, nodes });
		await fixture.api.activate(workflow);
		const { id } = await trigger.writes('only one of these');
		await trigger.executions(workflow, 1);
		[body] = await trigger.bodiesOf(id);

		for (const provider of liveNames) {
			const question = await QuestionFixture.open(provider, ownN8n.address());
			await question.listen();
			const asking = await question.asking();
			questions.set(provider, { fixture: question, asking });
			await question.ask(asking);
			await question.waiting(asking);
		}
		await ownN8n.restart();
	});
	afterAll(async () => {
		for (const { fixture } of questions.values()) await fixture.close();
		await trigger.fixture.api.deactivate(workflow);
	});

	it('the example that takes every event once does not answer a redelivery', async () => {
		const { control } = trigger.fixture;
		expect(answeredWith(await control.deliver(body, { copies: 3 }))).toEqual([200]);
		await trigger.executions(workflow, 4);
		const conversation = await control.conversation(trigger.customer);
		const about = conversation.filter(({ text }) => text.includes('only one of these'));
		expect(about.map(({ direction }) => direction)).toEqual(['in', 'out']);
	});

	it.each(liveNames)('a question asked over %s before it is answered: nothing is lost', async (provider) => {
		const { fixture, asking } = questions.get(provider)!;
		const { offers } = await fixture.question('Refund');
		await fixture.tap(offers[0]);
		expect((await fixture.answers(asking))[0]).toMatchObject({ approved: true, from: fixture.customer });
	});
});
