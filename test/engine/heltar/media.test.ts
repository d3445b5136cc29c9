import { WebhookContext } from 'n8n-core';
import type { IBinaryData, IDataObject, INode, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import { downloadMedia } from '../../../nodes/Heltar/mediaDownload';
import { additionalData, keepBinaryData, runNode, workflowWith } from '../harness';
import { openSandbox } from '../sandboxClient';

const KEY = 'hk_live_sandbox';
const A = '919800000101';
const B = '919800000102';
const MB = 1024 * 1024;

let sandbox: Awaited<ReturnType<typeof openSandbox>>;
beforeAll(async () => {
	sandbox = await openSandbox();
});
afterAll(async () => await sandbox.close());
beforeEach(async () => {
	await sandbox.reset();
	await keepBinaryData();
});

const run = async (
	resource: string,
	operation: string,
	parameters: IDataObject,
	inputs: INodeExecutionData[] = [{ json: {} }],
	onError?: 'continueRegularOutput',
) =>
	await runNode({
		type: 'heltar',
		credentials: { heltarApi: { apiKey: KEY, baseUrl: sandbox.baseUrl } },
		parameters: { resource, operation, ...parameters },
		inputs,
		node: { onError },
	});

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

const PDF = Buffer.from('%PDF-1.7 the third quarter');
const file = (content: Buffer, mimeType: string, fileName?: string): IBinaryData => ({
	data: content.toString('base64'),
	mimeType,
	...(fileName === undefined ? {} : { fileName }),
});
const withFile = (binary: IBinaryData, property = 'data', json: IDataObject = {}): INodeExecutionData => ({
	json,
	binary: { [property]: binary },
});
const report = () => withFile(file(PDF, 'application/pdf', 'q3 report.pdf'));

/** A server of the web at large: neither Heltar nor its storage. */
async function website(serve: RequestListener): Promise<{ url: string; close(): Promise<void> }> {
	const server: Server = createServer(serve);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

describe('getting an upload URL', () => {
	test.each([2023, 2026])('asks with the documented names (generation %i)', async (generation) => {
		await sandbox.settings({ generation });
		const { json, error } = await run('media', 'getUploadUrl', {
			file_name: 'q3 report.pdf',
			file_type: 'application/pdf',
			public: true,
		});
		expect(error).toBeUndefined();
		const [request] = await sandbox.requests();
		expect(request).toMatchObject({ method: 'GET', path: '/v1/messages/presigned-url', body: null });
		expect(request.query).toEqual({
			file_name: 'q3 report.pdf',
			file_type: 'application/pdf',
			public: 'true',
		});
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
		await sandbox.fault({ kind: 'status', status: 200, body }, { path: '/v1/messages/presigned-url' });
		const { json } = await run('media', 'getUploadUrl', { file_name: 'a.png', file_type: 'image/png' });
		expect(json).toMatchObject([{ signedRequest: body.presignedUrl, url: body.fileUrl }]);
		const [{ query }] = await sandbox.requests();
		expect(query).toEqual({ file_name: 'a.png', file_type: 'image/png' });
	});
});

describe('uploading', () => {
	test('puts the bytes into the storage with the signed type, their length and no key', async () => {
		const { json, error } = await run('media', 'upload', { source: 'binary' }, [report()]);
		expect(error).toBeUndefined();
		const [asked, put, ...others] = await sandbox.requests();
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
		const { json, error } = await run('media', 'upload', {}, [voice]);
		expect(error).toBeUndefined();
		const [, put] = await sandbox.requests();
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
			const { json, told, error } = await run('media', 'upload', {}, [withFile(kept)]);
			expect(error).toBeUndefined();
			const [, put] = await sandbox.requests();
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
			'media',
			'upload',
			{},
			files.map((content, at) => withFile(file(content, 'text/plain', `${at}.txt`))),
		);
		expect(json.map(({ name }) => name)).toEqual(['0.txt', '1.txt', '2.txt']);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		const stored = (await sandbox.requests()).filter(({ method }) => method === 'PUT');
		expect(stored.map(({ body }) => body.sha256)).toEqual(files.map(sha256));
	});

	test.each([
		['with a length', { 'content-length': String(PDF.length) }],
		['without a length', {}],
	])('passes on a file behind a link (sent %s)', async (_case, length) => {
		const seen: IDataObject[] = [];
		const site = await website((request, response) => {
			seen.push(request.headers as IDataObject);
			if (request.url === '/moved') {
				response.writeHead(302, { location: '/files/plan%20B.pdf?token=1' }).end();
				return;
			}
			response.writeHead(200, { 'content-type': 'application/octet-stream', ...length });
			response.write(PDF.subarray(0, 5));
			response.end(PDF.subarray(5));
		});
		try {
			const { json, error } = await run('media', 'upload', {
				source: 'url',
				url: `${site.url}/moved`,
				options: { name: 'plan B.pdf' },
			});
			expect(error).toBeUndefined();
			expect(json[0]).toMatchObject({ name: 'plan B.pdf', mimeType: 'application/pdf', size: PDF.length });
			const [, put] = await sandbox.requests();
			expect(put.body).toEqual({ bytes: PDF.length, sha256: sha256(PDF) });
			expect(seen).toHaveLength(2);
			expect(JSON.stringify(seen)).not.toContain(KEY);
			expect(JSON.stringify(seen)).not.toContain('authorization');
		} finally {
			await site.close();
		}
	});

	test('takes name and type of a link from its answer', async () => {
		const site = await website((_request, response) =>
			response
				.writeHead(200, {
					'content-type': 'text/plain; charset=utf-8',
					'content-disposition': `attachment; filename="x.txt"; filename*=UTF-8''gr%C3%BC%C3%9Fe.txt`,
				})
				.end('hello'),
		);
		try {
			const { json } = await run('media', 'upload', { source: 'url', url: `${site.url}/download` });
			expect(json[0]).toMatchObject({ name: 'grüße.txt', mimeType: 'text/plain', size: 5 });
		} finally {
			await site.close();
		}
	});

	test('a link that needs a login is reported, and nothing is uploaded', async () => {
		const site = await website((_request, response) => response.writeHead(401).end('no'));
		try {
			const { error } = await run('media', 'upload', { source: 'url', url: `${site.url}/private.pdf` });
			expect(error?.message).toMatch(/answered the link with HTTP status 401/);
			expect(error?.description).toMatch(/public/);
			expect(await sandbox.requests()).toEqual([]);
		} finally {
			await site.close();
		}
	});

	test('a link is not followed out of the encrypted web', async () => {
		const site = await website((_request, response) =>
			response.writeHead(302, { location: 'http://files.example.org/a.pdf' }).end(),
		);
		try {
			const { error } = await run('media', 'upload', { source: 'url', url: `${site.url}/a.pdf` });
			expect(error?.message).toBe('The link leads on to files.example.org, where it is not followed');
		} finally {
			await site.close();
		}
	});

	test.each([
		['longer', 'x'.repeat(10_000)],
		['shorter', 'hi'],
	])('a file that turns out %s than its sender said is not taken for whole', async (than, text) => {
		const packed = gzipSync(text);
		const site = await website((_request, response) =>
			response
				.writeHead(200, {
					'content-type': 'text/plain',
					'content-encoding': 'gzip',
					'content-length': String(packed.length),
				})
				.end(packed),
		);
		try {
			const { error } = await run('media', 'upload', { source: 'url', url: `${site.url}/a.txt` });
			expect(error?.message).toBe(`The file is ${than} than announced`);
		} finally {
			await site.close();
		}
	});

	test('a sender that breaks off leaves no half file behind as if it were whole', async () => {
		const site = await website((_request, response) => {
			response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': '1000' });
			response.write('half', () => response.destroy());
		});
		try {
			const { error, json } = await run('media', 'upload', { source: 'url', url: `${site.url}/a.pdf` });
			expect(json).toEqual([]);
			expect(error?.message).toMatch(/broke/);
		} finally {
			await site.close();
		}
	});

	test('what the storage says against it is read from its XML, and the URL is not used again', async () => {
		await sandbox.fault(
			{
				kind: 'status',
				status: 403,
				body: '<?xml version="1.0"?>\n<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>',
			},
			{ method: 'PUT' },
		);
		const { error } = await run('media', 'upload', {}, [report()]);
		expect(error?.message).toBe('The storage refused the file: Request has expired');
		expect(error?.description).toMatch(/lives for one hour.*Code: AccessDenied/s);
		expect(JSON.stringify(error)).not.toContain('X-Amz-Signature');
		expect((await sandbox.requests()).filter(({ method }) => method === 'PUT')).toHaveLength(1);
	});

	test('a connection lost while uploading is not tried a second time', async () => {
		await sandbox.fault({ kind: 'resetAfter' }, { method: 'PUT' });
		const { error } = await run('media', 'upload', {}, [report()]);
		expect(error?.message).toMatch(/^The connection to 127\.0\.0\.1:\d+ broke$/);
		expect((await sandbox.requests()).filter(({ method }) => method === 'PUT')).toHaveLength(1);
	});

	test('files nobody takes are refused before a URL is asked for', async () => {
		const empty = await run('media', 'upload', {}, [
			withFile(file(Buffer.alloc(0), 'application/pdf', 'a.pdf')),
		]);
		expect(empty.error?.message).toBe('The file is empty (0 bytes)');
		const site = await website((_request, response) =>
			response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': String(101 * MB) }).write('x'),
		);
		const huge = await run('media', 'upload', { source: 'url', url: `${site.url}/huge.mp4` });
		await site.close();
		expect(huge.error?.message).toMatch(
			/^The file has 101 MB, but WhatsApp takes a document of 100 MB at most/,
		);
		expect(await sandbox.requests()).toEqual([]);
	});

	test('a photo too large to be sent as one goes up, with a hint', async () => {
		const { hints, error } = await run('media', 'upload', {}, [
			withFile(file(Buffer.alloc(5 * MB + 1), 'image/png', 'poster.png')),
		]);
		expect(error).toBeUndefined();
		expect(hints).toEqual([expect.stringMatching(/poster\.png has 5\.1 MB.*Send it as a document/)]);
	});

	test.each([
		[{ json: {} }, 'Input Binary Field is "data", but the item carries no file'],
		[report(), 'Input Binary Field is "photo", but the files of the item are in: data', 'photo'],
	])('a missing file is told by its field', async (item, message, binaryPropertyName = 'data') => {
		const { json } = await run('media', 'upload', { binaryPropertyName }, [item], 'continueRegularOutput');
		expect(json).toMatchObject([{ error: message, field: 'binaryPropertyName', outcome: 'failed' }]);
		expect(await sandbox.requests()).toEqual([]);
	});
});

describe('sending media', () => {
	const sent = async () => (await sandbox.requests()).find(({ method }) => method === 'POST')?.body;

	test('uploads and sends a file in one step', async () => {
		const { json, error } = await run(
			'message',
			'sendMedia',
			{ clientWaNumber: A, source: 'binary', caption: 'Q3 figures', options: { contextId: 'wamid.EXAMPLE' } },
			[report()],
		);
		expect(error).toBeUndefined();
		const [, put, send] = await sandbox.requests();
		expect(put.body).toEqual({ bytes: PDF.length, sha256: sha256(PDF) });
		expect(send).toMatchObject({ method: 'POST', path: '/v1/messages/send', query: {} });
		expect(send.body).toEqual({
			messages: [
				{
					clientWaNumber: A,
					messageType: 'media',
					contextId: 'wamid.EXAMPLE',
					mediaType: 'document',
					url: expect.stringContaining('q3%2520report.pdf'),
					name: 'q3 report.pdf',
					mimeType: 'application/pdf',
					size: PDF.length,
					caption: 'Q3 figures',
				},
			],
		});
		expect(json).toMatchObject([{ success: true, outcome: 'sent', clientWaNumber: A }]);
	});

	test('a link goes out letter by letter, with all that is known of it', async () => {
		const url = 'https://files.example.org/a%252Fb/q3-report.pdf?X-Signature=a%2Fb+c';
		await run('message', 'sendMedia', { clientWaNumber: A, source: 'url', url, size: 48213, caption: '' });
		expect(await sent()).toEqual({
			messages: [
				{
					clientWaNumber: A,
					messageType: 'media',
					mediaType: 'document',
					url,
					name: 'q3-report.pdf',
					mimeType: 'application/pdf',
					size: 48213,
				},
			],
		});
	});

	test.each([
		['photo.jpg', 'image', 'image/jpeg'],
		['clip.mp4', 'video', 'video/mp4'],
		['note.ogg', 'audio', 'audio/ogg'],
		['smile.webp', 'sticker', 'image/webp'],
		['list.csv', 'document', 'text/csv'],
	])('%s is sent as %s', async (name, mediaType, mimeType) => {
		const url = `https://files.example.org/${name}`;
		await run('message', 'sendMedia', { clientWaNumber: A, url, caption: 'Look' });
		const caption = ['image', 'video', 'document'].includes(mediaType) ? { caption: 'Look' } : {};
		expect(await sent()).toEqual({
			messages: [{ clientWaNumber: A, messageType: 'media', mediaType, url, name, mimeType, ...caption }],
		});
	});

	test('several items share one call, each with its own file', async () => {
		const { json } = await run(
			'message',
			'sendMedia',
			{ clientWaNumber: '={{ $json.to }}', source: '={{ $json.from }}', url: '={{ $json.url }}' },
			[
				{ ...report(), json: { to: A, from: 'binary' } },
				{ json: { to: B, from: 'url', url: 'https://files.example.org/b.png' } },
			],
		);
		expect(json).toMatchObject([{ clientWaNumber: A }, { clientWaNumber: B }]);
		const { messages } = await sent();
		expect(messages).toMatchObject([
			{ clientWaNumber: A, name: 'q3 report.pdf', mediaType: 'document' },
			{ clientWaNumber: B, name: 'b.png', mediaType: 'image', url: 'https://files.example.org/b.png' },
		]);
	});

	test.each<[string, IDataObject, INodeExecutionData, string]>([
		['plain http', { url: 'http://files.example.org/a.png' }, { json: {} }, 'URL must start with https://'],
		[
			'no type to be found',
			{ url: 'https://files.example.org/download?id=1' },
			{ json: {} },
			'MIME Type is empty, and the file does not tell it',
		],
		[
			'no name to be found',
			{ url: 'https://files.example.org/x', mimeType: 'application/x-strange' },
			{ json: {} },
			'File Name is empty, and the file does not tell it',
		],
		[
			'a type that is none',
			{ url: 'https://files.example.org/a.png', mimeType: 'pdf' },
			{ json: {} },
			'MIME Type is "pdf", which is not a MIME type',
		],
		[
			'an image over 5 MB',
			{ source: 'binary' },
			withFile(file(Buffer.alloc(5 * MB + 1), 'image/jpeg', 'a.jpg')),
			'The file has 5.1 MB, but WhatsApp takes an image of 5 MB at most',
		],
		[
			'an empty file',
			{ source: 'binary' },
			withFile(file(Buffer.alloc(0), 'image/jpeg', 'a.jpg')),
			'The file is empty (0 bytes)',
		],
		[
			'a field without a file',
			{ source: 'binary', binaryPropertyName: 'photo' },
			report(),
			'Input Binary Field is "photo", but the files of the item are in: data',
		],
	])('refuses %s before anything leaves', async (_case, parameters, item, message) => {
		const { error } = await run('message', 'sendMedia', { clientWaNumber: A, ...parameters }, [item]);
		expect(error?.message).toBe(message);
		expect(await sandbox.requests()).toEqual([]);
	});

	test('doubts about a format and a caption nobody will see become hints, once', async () => {
		const sound = withFile(file(Buffer.from('ID3'), 'audio/mpeg', 'a.mp3'));
		const table = withFile(file(Buffer.from('a,b'), 'text/csv', 'a.csv'));
		const { hints, json } = await run(
			'message',
			'sendMedia',
			{ clientWaNumber: A, source: 'binary', caption: 'Listen' },
			[sound, table, sound, table],
		);
		expect(json).toHaveLength(4);
		expect(hints).toEqual([
			'WhatsApp shows no caption below audio, so it was left out',
			expect.stringMatching(/^WhatsApp may not take text\/csv as document\. It takes PDF, DOC/),
		]);
	});

	test('a failed upload sends nothing', async () => {
		await sandbox.fault({ kind: 'status', status: 500, body: '' }, { method: 'PUT' });
		const { error } = await run('message', 'sendMedia', { clientWaNumber: A, source: 'binary' }, [report()]);
		expect(error?.message).toBe('The storage refused the file: HTTP status 500');
		expect(await sent()).toBeUndefined();
	});
});

describe('downloading', () => {
	const PHOTO = Buffer.alloc(300_000, 'jpeg ');

	/** A customer sends a file; gives back what the webhook said about it. */
	async function receive(type: string, content: IDataObject) {
		const { id } = await sandbox.post<{ id: string }>('/heltar/inbound', {
			from: A,
			message: { type, [type]: { base64: PHOTO.toString('base64'), ...content } },
		});
		const [{ raw }] = await sandbox.conversation(A);
		return { id, media: raw[type] as { url: string; mime_type: string; filename?: string } };
	}

	/** As the trigger gives it. */
	const event = (
		id: string,
		media: IDataObject,
		timestamp = new Date().toISOString(),
	): INodeExecutionData => ({
		json: { id, timestamp, media },
	});

	const content = (item: INodeExecutionData, property = 'data') =>
		Buffer.from(item.binary![property].data, 'base64');

	test('the item of a trigger is enough: the file comes over the temporary address', async () => {
		const { id, media } = await receive('document', { mime_type: 'application/pdf', filename: 'bill 7.pdf' });
		await sandbox.requests();
		const { json, outputs, error } = await run('media', 'download', {}, [
			event(id, { url: media.url, filename: 'bill 7.pdf', mimeType: 'application/pdf' }),
		]);
		expect(error).toBeUndefined();
		const requests = await sandbox.requests();
		expect(requests).toMatchObject([
			{ method: 'GET', path: '/v1/messages/fetch-media', query: { url: media.url }, status: 200 },
		]);
		expect(json).toEqual([
			{ wamid: id, name: 'bill 7.pdf', mimeType: 'application/pdf', size: PHOTO.length },
		]);
		expect(outputs[0][0].binary?.data).toMatchObject({ fileName: 'bill 7.pdf', mimeType: 'application/pdf' });
		expect(content(outputs[0][0])).toEqual(PHOTO);
	});

	test('an expired address gives way to the permanent link, which never sees the key', async () => {
		const { id } = await receive('image', { mime_type: 'image/jpeg', caption: 'Broken cup' });
		await sandbox.requests();
		const { json, outputs, error } = await run('media', 'download', {
			wamid: id,
			url: `${sandbox.url}/heltar-media/gone?hash=old`,
			timestamp: '',
			name: '',
			binaryPropertyName: 'photo',
		});
		expect(error).toBeUndefined();
		const requests = await sandbox.requests();
		expect(requests[0]).toMatchObject({ path: '/v1/messages/fetch-media', status: 404 });
		const lookUps = requests.filter(({ path }) => path === '/v1/messages');
		expect(lookUps.length).toBeGreaterThan(1);
		expect(lookUps[0].query).toEqual({ wamid: id });
		const last = requests.at(-1)!;
		expect(last).toMatchObject({
			method: 'GET',
			path: expect.stringMatching(/^\/heltar-cdn\//),
			status: 200,
		});
		expect(last.headers).not.toHaveProperty('authorization');
		expect(json).toMatchObject([
			{
				wamid: id,
				mimeType: 'image/jpeg',
				size: PHOTO.length,
				caption: 'Broken cup',
				awsLink: expect.any(String),
			},
		]);
		expect(content(outputs[0][0], 'photo')).toEqual(PHOTO);
	}, 20_000);

	test('an address known to be old is not even tried', async () => {
		await sandbox.settings({ mediaDelayMs: 0 });
		const { id, media } = await receive('image', { mime_type: 'image/jpeg' });
		await sandbox.requests();
		const old = new Date(Date.now() - 6 * 60_000).toISOString();
		const { json } = await run('media', 'download', {}, [event(id, { url: media.url }, old)]);
		expect(json).toMatchObject([{ size: PHOTO.length }]);
		expect((await sandbox.requests()).map(({ path }) => path.split('/').slice(0, 3).join('/'))).toEqual([
			'/v1/messages',
			expect.stringMatching('^/heltar-cdn/'),
		]);
	});

	test.each([
		['image/jpeg', 'image', 'image.jpg'],
		['audio/ogg; codecs=opus', 'audio', 'audio.ogg'],
		['image/webp', 'sticker', 'sticker.webp'],
	])('a file without a name gets one from its type (%s)', async (mimeType, type, name) => {
		const { media } = await receive(type, { mime_type: mimeType });
		const { outputs, json } = await run('media', 'download', {}, [event('', { url: media.url })]);
		expect(json).toMatchObject([{ name, mimeType }]);
		expect(outputs[0][0].binary?.data).toMatchObject({ fileName: name, mimeType });
	});

	test('a type the answer does not tell is taken from the name, and folders in a name are dropped', async () => {
		const { media } = await receive('document', { mime_type: 'application/octet-stream' });
		const { json } = await run('media', 'download', {
			wamid: '',
			url: media.url,
			name: '../../etc/sheet.xlsx',
		});
		expect(json[0]).toMatchObject({
			name: 'sheet.xlsx',
			mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		});
	});

	test('goes to the disk as it arrives where n8n keeps files', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'media-store-'));
		try {
			await sandbox.settings({ mediaDelayMs: 0 });
			const { id } = await receive('image', { mime_type: 'image/jpeg' });
			const store = await keepBinaryData(folder);
			const { outputs } = await run('media', 'download', { wamid: id, url: '', name: 'a.jpg' });
			const kept = outputs[0][0].binary!.data;
			expect(kept.id).toMatch(/^filesystem-v2:/);
			expect(await store.getAsBuffer(kept)).toEqual(PHOTO);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});

	test('without address and ID there is nothing to look for', async () => {
		const { error } = await run('media', 'download', {});
		expect(error?.message).toBe('Message ID is empty, and so is the media URL');
		expect(await sandbox.requests()).toEqual([]);
	});

	test('an expired address alone says what would help', async () => {
		const url = `${sandbox.url}/heltar-media/gone?hash=old`;
		const { error } = await run('media', 'download', { wamid: '', url, timestamp: '' });
		expect(error?.message).toMatch(/expired/);
	});

	test('a message of text holds no file', async () => {
		const { id } = await sandbox.post<{ id: string }>('/heltar/inbound', {
			from: A,
			message: { type: 'text', text: { body: 'Hi' } },
		});
		const { error } = await run('media', 'download', { wamid: id, url: '' });
		expect(error?.message).toBe('The message holds no file: it is of type text');
	});

	test('a message nobody knows is looked for three more times, seconds apart', async () => {
		const { error } = await run('media', 'download', { wamid: 'wamid.NOBODY', url: '' });
		expect(error?.message).toMatch(/not found/i);
		expect((await sandbox.requests()).map(({ path }) => path)).toEqual(Array(4).fill('/v1/messages'));
	}, 20_000);
});

describe('downloading for a trigger', () => {
	/** What a trigger has at hand while it takes in a delivery. */
	function delivery(baseUrl: string) {
		const workflow = workflowWith('heltarTrigger', {});
		return new WebhookContext(
			workflow,
			workflow.getNode('Node') as INode,
			additionalData({ heltarApi: { apiKey: KEY, baseUrl } }),
			'webhook',
			{ webhookDescription: {} } as never,
			[],
			null,
		) as unknown as IWebhookFunctions;
	}

	test('gives the file with its facts', async () => {
		await sandbox.settings({ mediaDelayMs: 0 });
		const { id } = await sandbox.post<{ id: string }>('/heltar/inbound', {
			from: A,
			message: { type: 'audio', audio: { base64: 'T2dnUw==', mime_type: 'audio/ogg; codecs=opus' } },
		});
		const [{ raw }] = await sandbox.conversation(A);
		const { url } = raw.audio as { url: string };
		const { binary, ...facts } = await downloadMedia(delivery(sandbox.baseUrl), { wamid: id, url }, 6000);
		expect(facts).toEqual({ name: 'audio.ogg', mimeType: 'audio/ogg; codecs=opus', size: 4 });
		expect(binary).toMatchObject({ data: 'T2dnUw==', fileName: 'audio.ogg' });
	});

	test('does not begin a wait that would outlast its time', async () => {
		const start = Date.now();
		await expect(downloadMedia(delivery(sandbox.baseUrl), { wamid: 'wamid.NOBODY' }, 2000)).rejects.toThrow(
			/not found/i,
		);
		expect(Date.now() - start).toBeLessThan(1500);
	});

	test('ends in time, and hangs up, when the bytes stop coming', async () => {
		let hungUp: Promise<unknown> | undefined;
		const site = await website((_request, response) => {
			hungUp = new Promise((resolve) => response.on('close', () => resolve(true)));
			response.writeHead(200, { 'content-type': 'image/jpeg' }).write('half a picture');
		});
		try {
			const start = Date.now();
			const url = 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1';
			await expect(downloadMedia(delivery(site.url), { url }, 700)).rejects.toThrow(
				/did not (finish within 0\.7 seconds|arrive whole)/,
			);
			expect(Date.now() - start).toBeLessThan(2500);
			expect(await hungUp).toBe(true);
		} finally {
			await site.close();
		}
	});
});
