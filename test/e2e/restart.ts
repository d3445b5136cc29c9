import { join } from 'node:path';
import type { Workflow } from '../../demo/n8nApi';
import { allExamples } from '../../demo/environment';
import type { RegisteredWebhook, SandboxControl } from '../../demo/sandboxControl';
import { eventually } from '../waiting';
import type { EnvironmentAddress } from './environment';
import type { OwnN8n } from './ownN8n';
import { QuestionFixture } from './questionFixture';
import { liveNames } from './liveProviders';
import { answeredWith, textsOf, TRIGGER, TriggerFixture } from './triggerFixture';

/*
 * What holds across a restart of n8n. All of it is prepared before one and the same restart, each with accounts of its
 * own: a Hello All number has one webhook.
 */

const ROOT = join(__dirname, '..', '..');

/** Unpublishes a workflow, after which nothing of it is registered. */
async function unpublish(trigger: TriggerFixture, workflow: Workflow): Promise<void> {
	await trigger.fixture.api.deactivate(workflow);
	expect(await trigger.ownUrls()).toEqual([]);
}

/** What a second session in the editor saves: the same workflow, changed. */
const changed = (workflow: Workflow, change: Partial<Workflow>): Workflow => ({ ...workflow, ...change });

export function restartTests(ownN8n: OwnN8n): void {
	describe('an active workflow', () => activeWorkflowTests(ownN8n));
	describe('what was under way', () => underWayTests(ownN8n));
	describe('a changed API key', () => changedKeyTests(ownN8n));
	describe('the one webhook of a Hello All number', () => oneWebhookTests(ownN8n));
}

function activeWorkflowTests(ownN8n: OwnN8n): void {
	interface Before {
		trigger: TriggerFixture;
		workflow: Workflow;
		body: string;
		registrations: RegisteredWebhook[];
		changes: object[];
	}
	const all = new Map<string, Before>();
	/** Calls that change something: n8n 2.0 looks once more whether a webhook is registered, newer versions do not. */
	const changes = async (control: SandboxControl) =>
		(await control.requests()).filter(({ method }) => method !== 'GET');

	ownN8n.beforeRestart(async () => {
		for (const provider of liveNames) {
			const trigger = await TriggerFixture.open(provider, ownN8n.address());
			const { api, control } = trigger.fixture;
			const workflow = await trigger.workflow();
			await api.activate(workflow);
			const { id } = await trigger.writes('Before');
			const [body] = await trigger.bodiesOf(id);
			// A redelivery, which starts nothing: n8n keeps what the trigger remembers.
			expect(answeredWith(await control.deliver(body))).toEqual([200]);
			await trigger.executions(workflow, 1);
			const registrations = await control.registrations();
			all.set(provider, { trigger, workflow, body, registrations, changes: await changes(control) });
		}
	});
	afterAll(async () => {
		for (const { trigger, workflow } of all.values()) await unpublish(trigger, workflow);
	});

	it.each(liveNames)(
		'of %s goes on: registered as before, nothing runs again, new messages arrive',
		async (name) => {
			const { trigger, workflow, body, ...before } = all.get(name)!;
			const { control } = trigger.fixture;
			expect(await control.registrations()).toEqual(before.registrations);
			expect(await changes(control)).toEqual(before.changes);
			expect(answeredWith(await control.deliver(body))).toEqual([200]);
			const { deliveries } = await trigger.writes('After');
			expect(answeredWith(deliveries)).toEqual([200]);
			expect(textsOf(await trigger.executions(workflow, 2)).sort()).toEqual(['After', 'Before']);
		},
	);

	it.each(liveNames)(
		'of %s stays registered and receives when its trigger is renamed and changed',
		async (name) => {
			const { trigger, workflow } = all.get(name)!;
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
		},
	);
}

function underWayTests(ownN8n: OwnN8n): void {
	const questions = new Map<string, { fixture: QuestionFixture; asking: Workflow }>();
	let trigger: TriggerFixture;
	let workflow: Workflow;
	let body: string;
	ownN8n.beforeRestart(async () => {
		const accounts = await ownN8n.withFurtherSandbox();
		trigger = await TriggerFixture.open('heltar', accounts);
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
			const question = await QuestionFixture.open(provider, accounts);
			await question.listen();
			const asking = await question.asking();
			questions.set(provider, { fixture: question, asking });
			await question.ask(asking);
			await question.waiting(asking);
		}
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
}

/** A workflow whose credential gets another key. */
async function openChanging(name: string, accounts: EnvironmentAddress) {
	const trigger = await TriggerFixture.open(name, accounts);
	const { api, control, provider, baseUrl, n8nUrl } = trigger.fixture;
	const credentialWith = (apiKey: string) => ({
		name: `${name}: a key that changes`,
		type: provider.credentialType,
		data: { apiKey, baseUrl },
	});
	const workflow = await trigger.workflow({}, await api.putCredential(credentialWith(provider.apiKey)));
	await api.activate(workflow);
	return {
		trigger,
		workflow,
		changeKey: async () => await api.putCredential(credentialWith(await control.key())),
		registered: async () => (await control.registrations()).find(({ url }) => url.startsWith(n8nUrl)),
		received: async (body: string) => {
			const count = await api.countExecutions(workflow.id);
			expect(answeredWith((await trigger.writes(body)).deliveries)).toEqual([200]);
			expect(textsOf(await trigger.executions(workflow, count + 1))).toContain(body);
		},
	};
}
type Changing = Awaited<ReturnType<typeof openChanging>>;

function changedKeyTests(ownN8n: OwnN8n): void {
	const all = new Map<string, Changing & { before: Awaited<ReturnType<Changing['registered']>> }>();
	// A restart makes the triggers forget the secret, as a minute does.
	ownN8n.beforeRestart(async () => {
		const accounts = await ownN8n.withFurtherSandbox();
		for (const name of liveNames) {
			const changing = await openChanging(name, accounts);
			all.set(name, { ...changing, before: await changing.registered() });
			await changing.changeKey();
		}
	});
	afterAll(async () => {
		for (const { trigger, workflow } of all.values()) await unpublish(trigger, workflow);
	});

	it.each(liveNames)(
		'of %s asks for nothing: the next delivery is taken in and registers the webhook anew',
		async (name) => {
			const { before, registered, received } = all.get(name)!;
			await received('With the secret of the key before');
			expect(await registered()).not.toEqual(before);
			const renewed = await registered();
			await received('With the new one');
			expect(await registered()).toEqual(renewed);
		},
	);

	it.each(liveNames)('of %s: unpublishing and publishing registers it, too', async (name) => {
		const { trigger, workflow, changeKey, registered, received } = all.get(name)!;
		const { api } = trigger.fixture;
		const before = await registered();
		await changeKey();
		await api.deactivate(workflow);
		await api.activate(await api.workflow(workflow.id));
		expect(await registered()).not.toEqual(before);
		await received('After publishing');
	});
}

function oneWebhookTests(ownN8n: OwnN8n): void {
	const isTest = (url: string) => url.includes('/webhook-test/') || new URL(url).searchParams.has('test');

	describe('while a test of the published workflow listens', () => {
		let trigger: TriggerFixture;
		let workflow: Workflow;
		let before: string[];
		ownN8n.beforeRestart(async () => {
			trigger = await TriggerFixture.open('helloAll', await ownN8n.withFurtherSandbox());
			workflow = await trigger.workflow();
			await trigger.fixture.api.activate(workflow);
			before = await trigger.ownUrls();
			await trigger.fixture.api.listen(workflow, TRIGGER);
			expect((await trigger.ownUrls()).filter(isTest)).toHaveLength(1);
		});

		it('stays with the published workflow', async () => {
			const { deliveries } = await trigger.writes('After the restart');
			expect(answeredWith(deliveries)).toEqual([200]);
			expect(textsOf(await trigger.executions(workflow, 1))).toEqual(['After the restart']);
			expect(await trigger.ownUrls()).toEqual(before);
			await unpublish(trigger, workflow);
		});
	});

	describe('while a test listens and no workflow is published', () => {
		let trigger: TriggerFixture;
		let workflow: Workflow;
		let before: RegisteredWebhook[];
		ownN8n.beforeRestart(async () => {
			trigger = await TriggerFixture.open('helloAll', await ownN8n.withFurtherSandbox());
			await trigger.callProvider('POST', '/v1/configs/webhook', { url: 'https://crm.example.com/incoming' });
			before = await trigger.fixture.control.registrations();
			workflow = await trigger.workflow({ options: { replace: true } });
			await trigger.fixture.api.listen(workflow, TRIGGER);
		});

		it('is given back by a further test', async () => {
			const { api, control } = trigger.fixture;
			expect((await trigger.ownUrls()).filter(isTest)).toHaveLength(1);
			await api.listen(workflow, TRIGGER);
			await api.stopListening(workflow);
			await eventually(async () => (await trigger.ownUrls()).length === 0, 'the end of the test');
			expect(await control.registrations()).toEqual(before);
		});
	});
}
