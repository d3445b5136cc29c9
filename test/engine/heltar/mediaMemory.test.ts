import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

import { growth, MB, MOST_HELD } from '../../heldMemory';
import { keepBinaryData, runNode } from '../harness';

const A = '919800000101';
const SIZE = 95 * MB;

let sandbox: ChildProcess;
let url: string;
let folder: string;
let store: Awaited<ReturnType<typeof keepBinaryData>>;

// The sandbox runs in a process of its own: what it holds must not count.
beforeAll(async () => {
	sandbox = spawn(process.execPath, [join(__dirname, '../../../sandbox/main.ts'), '--port', '0'], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const [line] = (await once(createInterface(sandbox.stdout!), 'line')) as [string];
	url = line.replace('SANDBOX_READY ', '');
	folder = mkdtempSync(join(tmpdir(), 'media-store-'));
	store = await keepBinaryData(folder);
}, 30_000);
afterAll(async () => {
	await keepBinaryData();
	rmSync(folder, { recursive: true, force: true });
	const ended = once(sandbox, 'exit');
	sandbox.kill();
	await ended;
});

async function control<T>(path: string, body?: IDataObject): Promise<T> {
	const response = await fetch(`${url}/_sandbox${path}`, {
		method: body ? 'POST' : 'GET',
		headers: { 'content-type': 'application/json' },
		body: body && JSON.stringify(body),
	});
	return (await response.json()) as T;
}

const run = async (parameters: IDataObject, inputs: INodeExecutionData[] = [{ json: {} }]) =>
	await runNode({
		type: 'heltar',
		credentials: { heltarApi: { apiKey: 'hk_live_sandbox', baseUrl: `${url}/heltar` } },
		parameters,
		inputs,
	});

function* zeros(size: number) {
	const chunk = Buffer.alloc(64 * 1024);
	for (let left = size; left > 0; left -= chunk.length) yield chunk.subarray(0, Math.min(left, chunk.length));
}

test('a document of 95 MB is sent without ever being in memory whole', async () => {
	const kept = await store.store(
		{ type: 'execution', workflowId: 'wf1', executionId: '1' },
		Readable.from(zeros(SIZE)),
		{ data: '', mimeType: 'application/pdf', fileName: 'plans.pdf' },
	);
	const { result, grown } = await growth(
		async () =>
			await run({ resource: 'message', operation: 'sendMedia', clientWaNumber: A, source: 'binary' }, [
				{ json: {}, binary: { data: kept } },
			]),
	);
	expect(result.error).toBeUndefined();
	const put = (await control<Array<{ method: string; body: IDataObject }>>('/requests')).find(
		({ method }) => method === 'PUT',
	)!;
	expect(put.body.bytes).toBe(SIZE);
	expect(grown).toBeLessThan(MOST_HELD);
}, 60_000);

test('a document of 95 MB is received without ever being in memory whole', async () => {
	const { id } = await control<{ id: string }>('/heltar/inbound', {
		from: A,
		message: {
			type: 'document',
			document: { bytes: SIZE, mime_type: 'application/pdf', filename: 'plans.pdf' },
		},
	});
	const [{ raw }] = (
		await control<Array<{ direction: string; raw: { document: { url: string } } }>>(
			`/heltar/conversations/${A}`,
		)
	).filter(({ direction }) => direction === 'in');
	const { result, grown } = await growth(
		async () =>
			await run({
				resource: 'media',
				operation: 'download',
				wamid: id,
				url: raw.document.url,
				timestamp: '',
				name: '',
			}),
	);
	expect(result.error).toBeUndefined();
	expect(result.json).toMatchObject([{ size: SIZE }]);
	expect((await store.getMetadata(result.outputs[0][0].binary!.data.id!)).fileSize).toBe(SIZE);
	expect(grown).toBeLessThan(MOST_HELD);
}, 60_000);
