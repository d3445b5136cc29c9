import type { INodeExecutionData } from 'n8n-workflow';

import { runNode } from '../harness';
import { numberOf, openBulk } from './fixture';

let bulk: Awaited<ReturnType<typeof openBulk>>;
beforeAll(async () => {
	bulk = await openBulk('heltar');
});
afterAll(async () => await bulk.close());
beforeEach(async () => await bulk.reset());

const file = (text: string, mimeType = 'text/plain') => ({
	data: { data: Buffer.from(text).toString('base64'), mimeType, fileName: 'note.txt' },
});
const sendFiles = async (inputs: INodeExecutionData[], options = {}) =>
	await runNode({
		type: 'heltar',
		credentials: { heltarApi: { apiKey: 'hk_live_sandbox', baseUrl: bulk.baseUrl } },
		parameters: {
			resource: 'message',
			operation: 'sendMedia',
			clientWaNumber: '={{ $json.to }}',
			source: 'binary',
			binaryPropertyName: 'data',
			options,
		},
		inputs,
	});
const item = (at: number, binary?: INodeExecutionData['binary']) => ({ json: { to: numberOf(at) }, binary });

test('a file that is missing on one item stops the run before anything is uploaded or sent', async () => {
	const { error } = await sendFiles([item(0, file('one')), item(1, file('two')), item(2)]);
	expect(error).toMatchObject({
		message: 'Input Binary Field: "data" was not found, because the item has no files',
		context: { itemIndex: 2, field: 'binaryPropertyName' },
	});
	expect(error?.description).toContain(
		'3 items (counted from 0): 0 sent, 1 failed (2), 0 unknown, 2 untouched (0–1)',
	);
	expect(await bulk.requests()).toEqual([]);
});

test('files to one person keep their order, also in calls side by side', async () => {
	await bulk.settings({ latencyMs: 10 });
	const inputs = Array.from({ length: 12 }, (_, at) => item(at % 2, file(`file ${at}`)));
	const { error, json } = await sendFiles(inputs, { batchSize: 1, concurrentCalls: 4 });
	expect(error).toBeUndefined();
	for (const person of [0, 1]) {
		const ids = (await bulk.conversation(numberOf(person))).map(({ id }) => id);
		const expected = json.filter((_, at) => at % 2 === person).map(({ wamid }) => wamid);
		expect(ids).toEqual(expected);
	}
});
