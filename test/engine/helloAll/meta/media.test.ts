import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { useJumpingClock } from '../../../jumpingClock';
import { keepBinaryData, runNode } from '../../harness';
import { ACCOUNT, openFixture, PHONE, sends, SENDS_PATH, TO } from './fixture';

useJumpingClock();

/** Files of the item: uploaded as WhatsApp's Cloud API takes them, then sent by their ID. */

const MEDIA_PATH = `${PHONE}/media`;
const MB = 1024 * 1024;

let fixture: Awaited<ReturnType<typeof openFixture>>;
let folder: string;
let service: Awaited<ReturnType<typeof keepBinaryData>>;
beforeAll(async () => {
	fixture = await openFixture();
	folder = await mkdtemp(join(tmpdir(), 'meta-media-'));
});
afterAll(async () => {
	await keepBinaryData();
	await fixture.close();
	await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => await fixture.reset());

/** A file as n8n holds it at the moment. */
async function file(bytes: Buffer, mimeType: string, fileName: string): Promise<IBinaryData> {
	return await service.store({ type: 'execution', workflowId: 'wf1', executionId: '1' } as never, bytes, {
		data: '',
		mimeType,
		fileName,
	} as IBinaryData);
}

async function run(parameters: IDataObject, binary: IBinaryData, account: IDataObject = {}) {
	const inputs: INodeExecutionData[] = [{ json: {}, binary: { data: binary } }];
	return await runNode({
		type: 'helloAll',
		credentials: { helloAllApi: { ...ACCOUNT, baseUrl: fixture.baseUrl, ...account } },
		parameters,
		inputs,
	});
}
const send = (operation: string, more: IDataObject = {}) => ({
	resource: 'message',
	operation,
	to: TO,
	source: 'binary',
	binaryPropertyName: 'data',
	...more,
});

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(90_000, 7)]);
const KINDS: Array<[kind: string, operation: string, bytes: Buffer, mimeType: string, name: string]> = [
	['image', 'sendImage', PNG, 'image/png', 'parcel.png'],
	['video', 'sendVideo', Buffer.from('\0\0\0\x18ftypmp42video'), 'video/mp4', 'unboxing.mp4'],
	['audio', 'sendAudio', Buffer.from('OggS audio'), 'audio/ogg; codecs=opus', 'note.ogg'],
	['document', 'sendDocument', Buffer.from('%PDF-1.7 invoice'), 'application/pdf', 'inv "17".pdf'],
	['sticker', 'sendSticker', Buffer.from('RIFF\x10\0\0\0WEBPVP8 '), 'image/webp', 'thanks.webp'],
];
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe.each([
	['in memory', () => undefined],
	['as files', () => folder],
])('binary data %s', (_where, place) => {
	beforeAll(async () => void (service = await keepBinaryData(place())));

	test.each(KINDS)('%s: uploaded once and sent by its ID', async (kind, operation, bytes, mimeType, name) => {
		const { error, json } = await run(send(operation), await file(bytes, mimeType, name));
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ outcome: 'sent' });
		const [upload, message, ...others] = await fixture.requests();
		expect(others).toEqual([]);
		expect(upload).toMatchObject({
			method: 'POST',
			path: MEDIA_PATH,
			status: 200,
			body: {
				messaging_product: 'whatsapp',
				type: mimeType,
				file: { name: name.replaceAll('"', '%22'), bytes: bytes.length, sha256: digest(bytes) },
			},
		});
		expect(upload.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
		expect(Number(upload.headers['content-length'])).toBeGreaterThan(bytes.length);
		expect(message).toMatchObject({ method: 'POST', path: SENDS_PATH });
		expect(message.body[kind]).toEqual({
			id: expect.stringMatching(/^\d+$/),
			...(kind === 'document' && { filename: name }),
		});
	});

	test('an upload gives the ID, by which the file comes down as it went up', async () => {
		const given = await file(PNG, 'image/png', 'parcel.png');
		const { json } = await run({ resource: 'media', operation: 'upload', binaryPropertyName: 'data' }, given);
		expect(json).toEqual([
			{ id: expect.stringMatching(/^\d+$/), name: 'parcel.png', mimeType: 'image/png', size: PNG.length },
		]);
		const { error, outputs } = await run({ resource: 'media', operation: 'download', id: json[0].id }, given);
		expect(error).toBeUndefined();
		const [{ binary }] = outputs[0];
		expect(binary?.data.mimeType).toBe('image/png');
		expect(await service.getAsBuffer(binary!.data)).toEqual(PNG);
		const paths = (await fixture.requests()).map(({ method, path }) => `${method} ${path}`);
		expect(paths).toEqual([`POST ${MEDIA_PATH}`, `GET /api/meta/v19.0/${String(json[0].id)}`]);
	});

	test('after 429 and a broken connection the file is read anew, and the message goes out once', async () => {
		await fixture.fault({ kind: 'status', status: 429 }, { path: MEDIA_PATH, times: 1 });
		await fixture.fault({ kind: 'resetBefore' }, { path: MEDIA_PATH, times: 1 });
		const { error } = await run(send('sendImage'), await file(PNG, 'image/png', 'parcel.png'));
		expect(error).toBeUndefined();
		const calls = await fixture.requests();
		expect(calls.map(({ path }) => path)).toEqual([MEDIA_PATH, MEDIA_PATH, MEDIA_PATH, SENDS_PATH]);
		expect(calls[2].body.file.sha256).toBe(digest(PNG));
		expect(await sends(fixture)).toHaveLength(1);
	});
});

describe('refused', () => {
	beforeAll(async () => void (service = await keepBinaryData()));

	test('an image of 5 MB and a byte, before any call', async () => {
		const { error } = await run(
			send('sendImage'),
			await file(Buffer.alloc(5 * MB + 1, 65), 'image/png', 'a.png'),
		);
		expect(error?.message).toMatch(/5 MB/);
		expect(await fixture.requests()).toEqual([]);
	});

	test('an image of 5 MB goes out', async () => {
		const { error } = await run(
			send('sendImage'),
			await file(Buffer.alloc(5 * MB, 65), 'image/png', 'a.png'),
		);
		expect(error).toBeUndefined();
		expect((await fixture.requests()).map(({ path }) => path)).toEqual([MEDIA_PATH, SENDS_PATH]);
	});

	test('a text is not kept from going out as an image, but doubted', async () => {
		const { hints } = await run(send('sendImage'), await file(Buffer.from('Hello'), 'text/plain', 'a.txt'));
		expect(hints.join()).toContain('text/plain');
	});

	test.each([send('sendImage'), { resource: 'media', operation: 'upload', binaryPropertyName: 'data' }])(
		'$operation of a file in style v1, before any call',
		async (parameters) => {
			const given = await file(PNG, 'image/png', 'parcel.png');
			const { error } = await run(parameters, given, { apiStyle: 'v1' });
			expect(error?.message).toContain('This operation does not work with API style Classic (API Key)');
			expect(error?.description).toContain('Cloud (Access Token)');
			expect(await fixture.requests()).toEqual([]);
		},
	);

	test('an upload that is refused sends no message, and says so', async () => {
		await fixture.fault({ kind: 'status', status: 400 }, { path: MEDIA_PATH });
		const { error } = await run(send('sendImage'), await file(PNG, 'image/png', 'parcel.png'));
		expect(error?.context.data).toMatchObject({ outcomes: { failed: [0], unknown: [] } });
		expect((await fixture.requests()).map(({ path }) => path)).toEqual([MEDIA_PATH]);
		expect(await sends(fixture)).toEqual([]);
	});
});

test('where a file stands is handed on as a link, and not opened with the token', async () => {
	service = await keepBinaryData();
	const given = await file(PNG, 'image/png', 'parcel.png');
	const { json } = await run({ resource: 'media', operation: 'upload', binaryPropertyName: 'data' }, given);
	await fixture.settings({ metaMedia: 'json' });
	await fixture.requests();
	const { json: downloaded } = await run({ resource: 'media', operation: 'download', id: json[0].id }, given);
	expect(downloaded).toMatchObject([{ id: json[0].id, link: expect.stringContaining('/media/') }]);
	expect(await fixture.requests()).toHaveLength(1);
});

test('a file that is unknown is refused, without a look at another address', async () => {
	service = await keepBinaryData();
	const given = await file(PNG, 'image/png', 'parcel.png');
	const { error } = await run({ resource: 'media', operation: 'download', id: '700000000000007' }, given);
	expect(error?.message).toContain('700000000000007');
	expect((await fixture.requests()).map(({ path }) => path)).toEqual(['/api/meta/v19.0/700000000000007']);
});
