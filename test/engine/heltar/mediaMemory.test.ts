import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { held, heldSince, MOST_HELD, REST, SIZE } from '../../heldMemory';
import { keepBinaryData, runNode } from '../harness';
import { website } from './files';
import { KEY, useFixture } from './fixture';

const CHUNK = Buffer.alloc(64 * 1024);

const fixture = useFixture();
let folder: string;
let store: Awaited<ReturnType<typeof keepBinaryData>>;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'media-store-'));
	store = await keepBinaryData(folder);
});
afterAll(async () => {
	await keepBinaryData();
	rmSync(folder, { recursive: true, force: true });
});

/** Reads a request, and looks at the memory when little of it is left. */
async function take(request: IncomingMessage, before: number): Promise<{ bytes: number; grown: number }> {
	let bytes = 0;
	let grown: number | undefined;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		bytes += chunk.length;
		if (bytes > SIZE - REST) grown ??= await heldSince(before);
	}
	return { bytes, grown: grown as number };
}

/** Answers with a file, and looks at the memory when little of it is left. */
async function give(response: ServerResponse, before: number): Promise<number> {
	response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': SIZE });
	for (let left = SIZE; left > REST; left -= CHUNK.length) {
		if (!response.write(CHUNK)) await once(response, 'drain');
	}
	const grown = await heldSince(before);
	response.end(Buffer.alloc(REST));
	return grown;
}

function* content() {
	for (let left = SIZE; left > 0; left -= CHUNK.length) yield CHUNK;
}

test('a large document is sent without ever being in memory whole', async () => {
	const kept = await store.store(
		{ type: 'execution', workflowId: 'wf1', executionId: '1' },
		Readable.from(content()),
		{ data: '', mimeType: 'application/pdf', fileName: 'plans.pdf' },
	);
	const before = await held();
	const taken = Promise.withResolvers<Awaited<ReturnType<typeof take>>>();
	const storage = await website((request, response) => {
		taken.resolve(take(request, before).finally(() => response.end()));
	});
	try {
		await fixture.answerNext('/v1/messages/presigned-url', {
			presignedUrl: `${storage.url}/put`,
			fileUrl: `${storage.url}/plans.pdf`,
		});
		const { json } = await fixture.run(
			{ resource: 'message', operation: 'sendMedia', clientWaNumber: '919800000101', source: 'binary' },
			{ inputs: [{ json: {}, binary: { data: kept } }] },
		);
		expect(json).toMatchObject([{ outcome: 'sent' }]);
		const { bytes, grown } = await taken.promise;
		expect(bytes).toBe(SIZE);
		expect(grown).toBeLessThan(MOST_HELD);
	} finally {
		await storage.close();
	}
});

test('a large document is received without ever being in memory whole', async () => {
	const before = await held();
	const given = Promise.withResolvers<number>();
	const heltar = await website((_request, response) => given.resolve(give(response, before)));
	try {
		const { json, outputs } = await runNode({
			type: 'heltar',
			credentials: { heltarApi: { apiKey: KEY, baseUrl: heltar.url } },
			parameters: {
				resource: 'media',
				operation: 'download',
				wamid: '',
				url: 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1',
				timestamp: '',
				name: '',
			},
		});
		expect(json).toMatchObject([{ size: SIZE }]);
		expect((await store.getMetadata(outputs[0][0].binary!.data.id!)).fileSize).toBe(SIZE);
		expect(await given.promise).toBeLessThan(MOST_HELD);
	} finally {
		await heltar.close();
	}
});
