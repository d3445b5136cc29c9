import axios from 'axios';
import { join } from 'node:path';
import type { RegisteredWebhook } from '../../demo/sandboxControl';
import { exampleWorkflow } from '../../demo/environment';
import { eventually } from '../waiting';
import type { Fixture, Workflow } from './environment';
import { openFixture } from './environment';
import { endedExecutions } from './executions';

/** Other systems' webhooks of the same account. */
const FOREIGN = ['https://crm.example.com/a', 'https://crm.example.com/b', 'https://bi.example.org/c'].map(
	(url, at) => ({
		url,
		isEnabled: at !== 1,
		fields: ['metaWebhooks'],
		headers: { 'X-Own': `secret-${at}-${'x'.repeat(at)}` },
	}),
);
const CUSTOMER = '447700900202';

describe('a workflow that starts with the Heltar Trigger', () => {
	let fixture: Fixture;
	let workflow: Workflow;
	let others: RegisteredWebhook[];
	const ours = async () =>
		(await fixture.control.webhooks()).filter((url) => !others.some((other) => other.url === url));
	const theirs = async () =>
		(await fixture.control.registrations()).filter(({ url }) => others.some((other) => other.url === url));

	beforeAll(async () => {
		fixture = await openFixture('heltar');
		await axios.post(
			`${fixture.baseUrl}/v1/business/webhook-url`,
			{ urls: FOREIGN },
			{ headers: { Authorization: `Bearer ${fixture.provider.apiKey}` } },
		);
		others = await fixture.control.registrations();
		const example = await exampleWorkflow(join(__dirname, '..', '..'), fixture.provider, fixture.credential);
		workflow = await fixture.api.createWorkflow({ ...example, name: 'Answers in the end-to-end tests' });
	});
	afterAll(async () => {
		if ((await fixture.api.workflow(workflow.id)).active) await fixture.api.deactivate(workflow);
	});

	it('registers its own URL, and no other, when it is activated', async () => {
		expect(others).toHaveLength(FOREIGN.length);
		await fixture.api.activate(workflow);

		const registered = await ours();
		expect(registered).toHaveLength(1);
		expect(registered[0]).toMatch(new RegExp(`^${fixture.n8nUrl}/webhook/[\\w-]+/\\w+`));
		expect(await theirs()).toEqual(others);
	});

	it('answers the customer by name, with one execution for one message', async () => {
		const [url] = await ours();
		const { deliveries } = await fixture.control.inbound({
			from: CUSTOMER,
			name: 'Carla',
			message: { type: 'text', text: { body: 'Is it ready?' } },
		});
		expect(deliveries).toContainEqual(expect.objectContaining({ url, status: 200, attempts: 1 }));

		const answer = await eventually(async () => {
			const conversation = await fixture.control.conversation(CUSTOMER);
			return conversation.find(({ direction }) => direction === 'out');
		}, 'the answer in the conversation');
		expect(answer.text).toBe('Hi Carla, you wrote: Is it ready?');

		// The answer's own statuses (sent, delivered) were delivered too, and must have started nothing.
		await eventually(async () => {
			const [sent] = (await fixture.control.conversation(CUSTOMER)).filter(
				({ direction }) => direction === 'out',
			);
			return sent.status === 'delivered';
		}, 'the delivery of the answer');
		const [execution] = await endedExecutions(fixture.api, workflow, 1);
		expect(execution.status).toBe('success');
		const { runData } = execution.data.resultData;
		expect(runData['When a customer writes'][0].data?.main[0]).toHaveLength(1);
		expect(runData['When a customer writes'][0].data?.main[0][0].json).toMatchObject({
			schema: 1,
			event: 'message',
			provider: 'heltar',
			direction: 'inbound',
			from: CUSTOMER,
			profileName: 'Carla',
			type: 'text',
			text: 'Is it ready?',
		});
	});

	it('unregisters its own URL, and no other, when it is deactivated', async () => {
		await fixture.api.deactivate(workflow);
		await eventually(async () => (await ours()).length === 0, 'the URL to be gone');
		expect(await fixture.control.registrations()).toEqual(others);
		for (const { url } of FOREIGN) {
			await axios.delete(`${fixture.baseUrl}/v1/business/webhook-url`, {
				params: { url },
				headers: { Authorization: `Bearer ${fixture.provider.apiKey}` },
			});
		}
	});

	it('says what to do when the key may not register webhooks', async () => {
		const wrong = await fixture.api.createCredential({
			name: 'Revoked key',
			type: 'heltarApi',
			data: { apiKey: 'hk_live_revoked', baseUrl: fixture.baseUrl },
		});
		const example = await exampleWorkflow(join(__dirname, '..', '..'), fixture.provider, wrong);
		const hopeless = await fixture.api.createWorkflow({ ...example, name: 'Cannot register' });
		await expect(fixture.api.activate(hopeless)).rejects.toThrow(/API key/i);
		await fixture.api.deactivate(hopeless);
	});
});
