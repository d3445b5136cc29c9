import type { Execution, Workflow, WorkflowData, WorkflowNode } from '../../demo/n8nApi';
import { liveNames, liveProvider } from './liveProviders';
import type { Fixture } from './environment';
import { openFixture } from './environment';

/** A workflow that sends to many, three at a time, in a loop. */
function inBatches(
	act: Pick<WorkflowNode, 'type' | 'parameters' | 'credentials'>,
	to: string[],
): WorkflowData {
	const items = JSON.stringify({ people: to.map((number) => ({ to: number })) });
	const steps: Array<
		Pick<WorkflowNode, 'name' | 'type' | 'parameters' | 'credentials'> & { typeVersion?: number }
	> = [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} },
		{
			name: 'People',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: { mode: 'raw', jsonOutput: items, options: {} },
		},
		{
			name: 'Split',
			type: 'n8n-nodes-base.splitOut',
			parameters: { fieldToSplitOut: 'people', options: {} },
		},
		{
			name: 'Loop',
			type: 'n8n-nodes-base.splitInBatches',
			typeVersion: 3,
			parameters: { batchSize: 3, options: {} },
		},
		{ name: 'Act', ...act },
	];
	const input = (node: string) => [{ node, type: 'main', index: 0 }];
	return {
		name: `Retried (${act.type})`,
		nodes: steps.map((step, at) => ({ typeVersion: 1, position: [200 * at, 0], ...step })),
		connections: {
			Start: { main: [input('People')] },
			People: { main: [input('Split')] },
			Split: { main: [input('Loop')] },
			Loop: { main: [[], input('Act')] },
			Act: { main: [input('Loop')] },
		},
	};
}

describe.each(liveNames)('"Retry" in the list of executions, %s', (name) => {
	const { customer, recipient, text, message } = liveProvider(name);
	const people = ['301', '302', '303'].map(customer);
	let fixture: Fixture;
	let textsBefore: number;
	beforeAll(async () => {
		fixture = await openFixture(name);
		for (const from of people) {
			await fixture.control.inbound({
				from,
				name: 'Dana',
				message: { type: 'text', text: { body: 'Hello' } },
			});
		}
	});
	beforeEach(async () => {
		textsBefore = (await fixture.control.conversation(people[0])).length;
		expect((await all()).map((texts) => texts.length)).toEqual(people.map(() => textsBefore));
	});

	const all = async () =>
		await Promise.all(
			people.map(async (number) => (await fixture.control.conversation(number)).map((one) => one.text)),
		);
	/** What each of the people got since the test began. */
	const got = async () => (await all()).map((texts) => texts.slice(textsBefore));

	const send = (body: string) => ({
		type: `n8n-nodes-whatsapp-bsp.${fixture.provider.name}`,
		parameters: {
			resource: 'message',
			operation: 'sendText',
			[recipient]: '={{ $json.to }}',
			[text.parameter]: body,
			options: { concurrentCalls: 1, ...(name === 'heltar' ? { batchSize: 1 } : {}) },
		},
		credentials: { [fixture.provider.credentialType]: fixture.credential },
	});

	/** Two batches of the same three people; the second person of the second batch is refused. */
	async function failInSecondBatch(): Promise<{ workflow: Workflow; failed: Execution }> {
		const workflow = await fixture.api.createWorkflow(inBatches(send('News'), [...people, ...people]));
		await fixture.control.fault({
			method: 'POST',
			path: message('', '').path,
			after: 4,
			times: 1,
			fault: { kind: 'status', status: 400 },
		});
		const failed = await fixture.api.run(workflow, 'Start');
		expect(failed.status).toBe('error');
		expect(await got()).toEqual([['News', 'News'], ['News'], ['News']]);
		return { workflow, failed };
	}

	it('sends what the failed execution did not, although earlier batches sent the same', async () => {
		const { failed } = await failInSecondBatch();
		const retried = await fixture.api.retry(failed);
		expect(retried).toMatchObject({ status: 'success', mode: 'retry' });
		expect(await got()).toEqual(people.map(() => ['News', 'News']));
		const batches = retried.data.resultData.runData.Act;
		expect(batches.map(({ data }) => data?.main[0].map(({ json }) => json.outcome))).toEqual(
			Array(2).fill(['sent', 'sent', 'sent']),
		);
	});

	it('with the workflow saved meanwhile sends only what was edited and what is left', async () => {
		const { workflow, failed } = await failInSecondBatch();
		const body = `={{ $json.to === '${people[1]}' ? 'Corrected' : 'News' }}`;
		const nodes = workflow.nodes.map((node) => (node.name === 'Act' ? { ...node, ...send(body) } : node));
		await fixture.api.update({ ...workflow, nodes });
		const retried = await fixture.api.retry(failed, true);
		expect(retried.status).toBe('success');
		expect(await got()).toEqual([
			['News', 'News'],
			['News', 'Corrected'],
			['News', 'News'],
		]);
	});
});
