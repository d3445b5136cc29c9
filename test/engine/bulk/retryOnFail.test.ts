import type { IExecuteData } from 'n8n-workflow';

import { Heltar } from '../../../nodes/Heltar/Heltar.node';
import { contextOf } from '../harness';
import { openBulk } from './fixture';

const A = '919811000000';

let bulk: Awaited<ReturnType<typeof openBulk>>;
beforeAll(async () => {
	bulk = await openBulk('heltar');
});
afterAll(async () => await bulk.close());
beforeEach(async () => await bulk.reset());

const sendWith = async (json: { to: string; text: string }, executeData: IExecuteData, name = 'Node') =>
	await new Heltar().execute.call(
		contextOf({
			type: 'heltar',
			parameters: {
				resource: 'message',
				operation: 'sendText',
				clientWaNumber: '={{ $json.to }}',
				message: '={{ $json.text }}',
				options: {},
			},
			credentials: { heltarApi: { apiKey: 'hk_live_sandbox', baseUrl: bulk.baseUrl } },
			items: [{ json }],
			node: { name },
			executeData,
		}),
	);

const texts = async () => (await bulk.conversation(A)).map(({ text }) => text);
const someExecution = () => ({ node: {}, data: {}, source: null }) as unknown as IExecuteData;

test('what an execution has sent is not sent again for the same item', async () => {
	const execution = someExecution();
	const item = { to: A, text: 'once' };
	const [first, again] = [await sendWith(item, execution), await sendWith(item, execution)];
	expect(await texts()).toEqual(['once']);
	expect(again[0][0].json).toEqual(first[0][0].json);
});

test('the same item in a later execution is a new message', async () => {
	const item = { to: A, text: 'daily' };
	await sendWith(item, someExecution());
	await sendWith(item, someExecution());
	expect(await texts()).toEqual(['daily', 'daily']);
});

test('an agent that uses its tools several times in one execution sends each time', async () => {
	const execution = someExecution();
	await sendWith({ to: A, text: 'first' }, execution);
	await sendWith({ to: A, text: 'second' }, execution);
	await sendWith({ to: A, text: 'second' }, execution);
	const shared = { to: A, text: 'from two tools' };
	await sendWith(shared, execution, 'Tool 1');
	await sendWith(shared, execution, 'Tool 2');
	expect(await texts()).toEqual(['first', 'second', 'second', 'from two tools', 'from two tools']);
});
