import axios from 'axios';
import type { CredentialReference, WorkflowNode } from '../../demo/n8nApi';
import { productionUrl } from '../../demo/productionUrl';
import type { Fixture } from './environment';
import { openFixture } from './environment';
import { endedExecutions } from './executions';
import { itemsOf, TRIGGER } from './triggerFixture';

/** Hello All in API style meta on a real n8n: the trigger's address is saved on the panel's page by a person. */

const CUSTOMER = '910000000301';

let fixture: Fixture;
let credential: CredentialReference;
beforeAll(async () => {
	fixture = await openFixture('helloAll');
	const [{ account }] = fixture.provider.styles!;
	credential = await fixture.api.putCredential({
		name: 'Hello All in style meta, by hand',
		type: fixture.provider.credentialType,
		data: { ...account, apiKey: 'sandbox-key', baseUrl: fixture.baseUrl },
	});
});

const node = (name: string, type: string, parameters: object): WorkflowNode => ({
	name,
	type: `n8n-nodes-whatsapp-bsp.${type}`,
	typeVersion: 1,
	position: [0, 0],
	parameters: parameters as WorkflowNode['parameters'],
	credentials: { helloAllApi: { id: credential.id, name: credential.name } },
});

/** A published workflow whose address a person saves in the panel, which tries it first. */
async function publish(name: string, parameters: object, ...then: WorkflowNode[]) {
	const { api, sandboxUrl, n8nUrl } = fixture;
	const workflow = await api.createWorkflow({
		name,
		nodes: [node(TRIGGER, 'helloAllTrigger', parameters), ...then],
		connections: Object.fromEntries(
			then.map(({ name: to }) => [TRIGGER, { main: [[{ node: to, type: 'main', index: 0 }]] }]),
		),
	});
	await api.activate(workflow);
	const url = productionUrl(n8nUrl, workflow);
	await axios.post(`${sandboxUrl}/_sandbox/hello-all/webhooks`, { url });
	return workflow;
}

test('a picture comes in, is sent back, and is told to be delivered', async () => {
	const { api, control, sandboxUrl, waitLimitMs = 120_000 } = fixture;
	await publish(
		'By hand: sends pictures back',
		{ events: ['message'], options: { downloadMedia: true, markRead: true } },
		node('Send back', 'helloAll', {
			resource: 'message',
			operation: 'sendImage',
			to: '={{ $json.from }}',
			source: 'binary',
			binaryPropertyName: 'data',
			caption: 'Your picture',
		}),
	);
	const statuses = await publish('By hand: statuses', { events: ['status'], statuses: [] });
	const { id } = await control.inbound({
		from: CUSTOMER,
		name: 'Asha',
		message: { type: 'image', image: { caption: 'Mine' } },
	});
	// A report and two statuses.
	const told = (await endedExecutions(api, statuses, 3, waitLimitMs)).flatMap(itemsOf);
	const [sent, ...more] = (
		await axios.get<Array<{ to: string; style: string; id: string; altId: string; text: string }>>(
			`${sandboxUrl}/_sandbox/hello-all/sends`,
		)
	).data.filter(({ to }) => to === CUSTOMER);
	expect(more).toEqual([]);
	expect(sent).toMatchObject({ style: 'meta', text: expect.stringContaining('Your picture') });
	expect(told).toHaveLength(3);
	expect(told).toEqual(
		expect.arrayContaining([
			expect.objectContaining({
				id: sent.id,
				queueId: sent.altId,
				status: expect.objectContaining({ value: 'accepted' }),
			}),
			expect.objectContaining({ id: sent.id, status: expect.objectContaining({ value: 'delivered' }) }),
		]),
	);
	const received = (await control.conversation(CUSTOMER)).find((one) => one.id === id);
	expect(received).toMatchObject({ direction: 'in', status: 'read' });
});
