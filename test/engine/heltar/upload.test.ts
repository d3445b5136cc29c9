import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { keepBinaryData } from '../harness';
import { file, MB, PDF, report, sha256, website, withFile } from './files';
import { GENERATIONS, KEY, useFixture } from './fixture';

const fixture = useFixture();

beforeEach(async () => void (await keepBinaryData()));

const run = async (
	operation: string,
	parameters: IDataObject,
	inputs: INodeExecutionData[] = [{ json: {} }],
	onError?: 'continueRegularOutput',
) => await fixture.run({ resource: 'media', operation, ...parameters }, { inputs, node: { onError } });

describe.each(GENERATIONS)('getting an upload URL, generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	test('asks with the documented names', async () => {
		const { json, error } = await run('getUploadUrl', {
			file_name: 'q3 report.pdf',
			file_type: 'application/pdf',
			public: true,
		});
		expect(error).toBeUndefined();
		expect(await fixture.wire()).toEqual([
			{
				method: 'GET',
				path: '/v1/messages/presigned-url',
				query: { file_name: 'q3 report.pdf', file_type: 'application/pdf', public: 'true' },
				body: null,
			},
		]);
		expect(json).toEqual([
			{
				signedRequest: expect.stringContaining('X-Amz-Signature='),
				url: expect.stringContaining('q3%2520report.pdf'),
				name: 'q3 report.pdf',
				mimeType: 'application/pdf',
			},
		]);
	});

	test('reads the older names, which came without an envelope', async () => {
		const body = {
			presignedUrl: 'https://storage.example.org/x?signature=1',
			fileUrl: 'https://cdn.example.org/x',
		};
		await fixture.fault({ kind: 'status', status: 200, body }, { path: '/v1/messages/presigned-url' });
		const { json } = await run('getUploadUrl', { file_name: 'a.png', file_type: 'image/png' });
		expect(json).toMatchObject([{ signedRequest: body.presignedUrl, url: body.fileUrl }]);
		const [{ query }] = await fixture.requests();
		expect(query).toEqual({ file_name: 'a.png', file_type: 'image/png' });
	});
});

describe.each(GENERATIONS)('uploading, generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	test('puts the bytes into the storage with the signed type, their length and no key', async () => {
		const { json, error } = await run('upload', { source: 'binary' }, [report()]);
		expect(error).toBeUndefined();
		const [asked, put, ...others] = await fixture.requests();
		expect(others).toEqual([]);
		expect(asked.query).toEqual({ file_name: 'q3 report.pdf', file_type: 'application/pdf' });
		expect(asked.headers.authorization).toBeDefined();
		expect(put).toMatchObject({
			method: 'PUT',
			path: expect.stringMatching(/^\/heltar-storage\//),
			status: 200,
			body: { bytes: PDF.length, sha256: sha256(PDF) },
		});
		expect(put.headers).toMatchObject({
			'content-type': 'application/pdf',
			'content-length': String(PDF.length),
		});
		expect(put.headers).not.toHaveProperty('authorization');
		expect(put.headers).not.toHaveProperty('transfer-encoding');
		expect(JSON.stringify(put.headers)).not.toContain(KEY);
		expect(json).toEqual([
			{
				url: expect.stringMatching(/^http:.*q3%2520report\.pdf$/),
				name: 'q3 report.pdf',
				mimeType: 'application/pdf',
				size: PDF.length,
			},
		]);
		// The URL works as it was given.
		expect(await (await fetch(String(json[0].url))).text()).toBe(PDF.toString());
	});

	test('a type with parameters is signed and sent letter by letter', async () => {
		const voice = withFile(file(Buffer.from('OggS'), 'audio/ogg; codecs=opus', 'note.ogg'));
		const { json, error } = await run('upload', {}, [voice]);
		expect(error).toBeUndefined();
		const [, put] = await fixture.requests();
		expect(put.headers['content-type']).toBe('audio/ogg; codecs=opus');
		expect(json[0].mimeType).toBe('audio/ogg; codecs=opus');
	});

	test('from n8n’s file store, the stream carries its length, too', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'media-store-'));
		try {
			const store = await keepBinaryData(folder);
			const content = Buffer.alloc(5 * MB, 'stream ');
			const kept = await store.store(
				{ type: 'execution', workflowId: 'wf1', executionId: '1' },
				Readable.from([content.subarray(0, MB), content.subarray(MB)]),
				{ data: '', mimeType: 'application/pdf', fileName: 'long.pdf' },
			);
			const { json, told, error } = await run('upload', {}, [withFile(kept)]);
			expect(error).toBeUndefined();
			const [, put] = await fixture.requests();
			expect(put.body).toEqual({ bytes: content.length, sha256: sha256(content) });
			expect(put.headers).toMatchObject({ 'content-length': String(content.length) });
			expect(json[0]).toMatchObject({ name: 'long.pdf', size: content.length });
			expect(told).toEqual(
				[25, 50, 75, 100].map((at) => expect.stringContaining(`Uploading long.pdf: ${at}%`)),
			);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});

	test('several items each keep their own file', async () => {
		const files = ['one', 'two', 'three'].map((text) => Buffer.from(text));
		const { json, outputs } = await run(
			'upload',
			{},
			files.map((content, at) => withFile(file(content, 'text/plain', `${at}.txt`))),
		);
		expect(json.map(({ name }) => name)).toEqual(['0.txt', '1.txt', '2.txt']);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		const stored = (await fixture.requests()).filter(({ method }) => method === 'PUT');
		expect(stored.map(({ body }) => body.sha256)).toEqual(files.map(sha256));
	});

	test('what the storage says against it is read from its XML, and the URL is not used again', async () => {
		await fixture.fault(
			{
				kind: 'status',
				status: 403,
				body: '<?xml version="1.0"?>\n<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>',
			},
			{ method: 'PUT' },
		);
		const { error } = await run('upload', {}, [report()]);
		expect(error?.message).toBe('The storage refused the file: Request has expired');
		expect(error?.description).toMatch(/has expired. Run the node again.*Code: AccessDenied/s);
		expect(JSON.stringify(error)).not.toContain('X-Amz-Signature');
		expect((await fixture.requests()).filter(({ method }) => method === 'PUT')).toHaveLength(1);
	});

	test('a connection lost while uploading is not tried a second time', async () => {
		await fixture.fault({ kind: 'resetAfter' }, { method: 'PUT' });
		const { error } = await run('upload', {}, [report()]);
		expect(error?.message).toMatch(/^The connection to 127\.0\.0\.1:\d+ broke$/);
		expect((await fixture.requests()).filter(({ method }) => method === 'PUT')).toHaveLength(1);
	});

	test('files nobody takes are refused before a URL is asked for', async () => {
		const empty = await run('upload', {}, [withFile(file(Buffer.alloc(0), 'application/pdf', 'a.pdf'))]);
		expect(empty.error?.message).toBe('The file: it is empty (0 bytes)');
		const site = await website((_request, response) =>
			response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': String(101 * MB) }).write('x'),
		);
		const huge = await run('upload', { source: 'url', url: `${site.url}/huge.mp4` });
		await site.close();
		expect(huge.error?.message).toMatch(/^The file: 101 MB, the maximum for a document is 100 MB/);
		expect(await fixture.requests()).toEqual([]);
	});

	test('a photo too large to be sent as one goes up, with a hint', async () => {
		const { hints, error } = await run('upload', {}, [
			withFile(file(Buffer.alloc(5 * MB + 1), 'image/png', 'poster.png')),
		]);
		expect(error).toBeUndefined();
		expect(hints).toEqual([
			expect.stringMatching(
				/^poster\.png: 5\.1 MB, the maximum for an image is 5 MB\. Send it as a document/,
			),
		]);
	});

	test.each([
		[{ json: {} }, 'Input Binary Field: "data" was not found, because the item has no files'],
		[
			report(),
			'Input Binary Field: "photo" was not found; the item has files in these fields: data',
			'photo',
		],
	])('a missing file is told by its field', async (item, message, binaryPropertyName = 'data') => {
		const { json } = await run('upload', { binaryPropertyName }, [item], 'continueRegularOutput');
		expect(json).toMatchObject([{ error: message, field: 'binaryPropertyName', outcome: 'failed' }]);
		expect(await fixture.requests()).toEqual([]);
	});
});
