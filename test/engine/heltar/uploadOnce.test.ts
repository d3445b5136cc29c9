import type { INode, INodeExecutionData } from 'n8n-workflow';

import { keepBinaryData } from '../harness';
import { retryExecution } from '../retryExecution';
import { file, PDF, withFile } from './files';
import { KEY, useFixture } from './fixture';

const [A, B, C] = ['919800000101', '919800000102', '919800000103'];
const OTHER = Buffer.from('%PDF-1.7 the fourth quarter');
const RETRY = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };

const fixture = useFixture();
beforeEach(async () => void (await keepBinaryData()));

const item = (to: string, content = PDF, name = 'q3 report.pdf'): INodeExecutionData =>
	withFile(file(content, 'application/pdf', name), 'data', { to });
const send = async (inputs: INodeExecutionData[], node: Partial<INode> = {}) =>
	await fixture.run(
		{
			resource: 'message',
			operation: 'sendMedia',
			clientWaNumber: '={{ $json.to }}',
			source: 'binary',
			options: { batchSize: 1 },
		},
		{ inputs, node },
	);
const refuseNext = async (after = 0) =>
	await fixture.fault({ kind: 'status', status: 400 }, { path: '/v1/messages/send', after, times: 1 });
/** The uploads, and the addresses of the files in the calls that sent, since this was last asked. */
const seen = async () => {
	const wire = await fixture.wire();
	return {
		uploads: wire.filter(({ method }) => method === 'PUT').length,
		sent: wire.flatMap(({ body }) => (body?.messages ?? []) as Array<{ url: string }>).map(({ url }) => url),
	};
};

test('Retry On Fail sends a file that was uploaded already', async () => {
	await refuseNext();
	const { error } = await send([item(A)], RETRY);
	expect(error).toBeUndefined();
	const { uploads, sent } = await seen();
	expect(uploads).toBe(1);
	expect(sent).toHaveLength(2);
	expect(sent[0]).toBe(sent[1]);
});

test('an upload that failed is made again', async () => {
	await fixture.fault({ kind: 'status', status: 500, body: '' }, { method: 'PUT', times: 1 });
	const { error } = await send([item(A)], RETRY);
	expect(error).toBeUndefined();
	expect(await seen()).toMatchObject({ uploads: 2, sent: [expect.any(String)] });
});

test('one file for several people is uploaded once; another file, or another name, by itself', async () => {
	const { error } = await send([item(A), item(B), item(C, OTHER), item(C, PDF, 'For Ben.pdf')]);
	expect(error).toBeUndefined();
	const { uploads, sent } = await seen();
	expect(uploads).toBe(3);
	expect(sent).toHaveLength(4);
	expect(sent[0]).toBe(sent[1]);
	expect(new Set(sent).size).toBe(3);
});

test('"Retry" of the execution sends a file that was uploaded already', async () => {
	await refuseNext(1);
	const failed = await send([item(A), item(B, OTHER)]);
	expect(failed.error).toBeDefined();
	const before = await seen();
	const { error, json } = await retryExecution(failed, {
		heltarApi: { apiKey: KEY, baseUrl: fixture.baseUrl },
	});
	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ outcome: 'sent' }, { outcome: 'sent' }]);
	expect(await seen()).toEqual({ uploads: 0, sent: [before.sent[1]] });
});
