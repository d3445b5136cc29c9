import type { WorkflowData, WorkflowNode } from '../../demo/n8nApi';
import type { Fixture } from '../e2e/environment';
import { TRIGGER } from '../e2e/triggerFixture';

export type Step = Omit<Partial<WorkflowNode>, 'type' | 'parameters' | 'credentials'> & {
	type: string;
	parameters: Record<string, unknown>;
	credentials?: WorkflowNode['credentials'];
};

/** Nodes one after the other, the first called TRIGGER and the others "Step 1", "Step 2", … */
export function chain(name: string, steps: Step[]): WorkflowData {
	const nodes = steps.map((step, at): WorkflowNode => ({
		typeVersion: 1,
		position: [at * 200, 0],
		name: at === 0 ? TRIGGER : `Step ${at}`,
		...step,
	}));
	const connections = Object.fromEntries(
		nodes
			.slice(1)
			.map(({ name: next }, at) => [nodes[at].name, { main: [[{ node: next, type: 'main', index: 0 }]] }]),
	);
	return { name, nodes, connections, settings: { executionOrder: 'v1' } };
}

/** Steps of a provider, with its credential. */
export function stepsOf({ provider, credential }: Fixture) {
	const credentials = { [provider.credentialType]: { id: credential.id, name: credential.name } };
	const own = (type: string, parameters: Record<string, unknown>): Step => ({
		type: `n8n-nodes-whatsapp-bsp.${type}`,
		parameters,
		credentials,
	});
	return {
		trigger: (options: object = {}): Step => ({
			...own(`${provider.name}Trigger`, { events: ['message'], options }),
			typeVersion: 1.1,
		}),
		action: (parameters: Record<string, unknown>): Step => own(provider.name, parameters),
		/** Values may be expressions. */
		sendText: (to: string, body: string, options: object = {}): Step =>
			own(provider.name, {
				resource: 'message',
				operation: 'sendText',
				...(provider.name === 'heltar' ? { clientWaNumber: to, message: body } : { to, body }),
				options,
			}),
	};
}

/** Downloads the file of the message that came in. */
export function downloadStep(fixture: Fixture): Step {
	const where =
		fixture.provider.name === 'heltar'
			? {
					wamid: '={{ $json.id }}',
					url: '={{ $json.media?.url }}',
					timestamp: '={{ $json.timestamp }}',
				}
			: { id: '={{ $json.media.id }}' };
	return stepsOf(fixture).action({
		resource: 'media',
		operation: 'download',
		binaryPropertyName: 'data',
		...where,
	});
}

/** Reads the file of the step before, and sends the customer what it says. */
export const readAndTell = (fixture: Fixture): Step[] => [
	{
		type: 'n8n-nodes-base.extractFromFile',
		typeVersion: 1.1,
		parameters: { operation: 'text', binaryPropertyName: 'data', destinationKey: 'content', options: {} },
	},
	stepsOf(fixture).sendText(`={{ $('${TRIGGER}').item.json.from }}`, '={{ $json.content }}'),
];
