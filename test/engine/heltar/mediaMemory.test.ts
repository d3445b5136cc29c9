import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { keepBinaryData, runNode } from '../harness';

const A = '919800000101';
const MB = 1024 * 1024;
const SIZE = 95 * MB;
/** What streaming may hold at a time, in MB: about 10 on a quiet machine, more where the reader lags; the whole is 95. */
const MOST_HELD = 64;
/** Collecting stops everything, so the looks leave room for the work. */
const LOOK_EVERY_MS = 150;

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

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/**
 * The most that buffers in use grow while something runs, in MB. Garbage is collected before each look, so that only
 * what is held counts: a file in memory whole cannot hide, and bytes that have passed through do not count.
 */
async function growth<T>(work: () => Promise<T>): Promise<{ result: T; grown: number }> {
	const held = () => {
		collect();
		return process.memoryUsage().arrayBuffers;
	};
	const before = held();
	let most = before;
	let running = true;
	const looks = (async () => {
		while (running) {
			await sleep(LOOK_EVERY_MS);
			most = Math.max(most, held());
		}
	})();
	const result = await work().finally(() => (running = false));
	await looks;
	return { result, grown: (most - before) / MB };
}

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
