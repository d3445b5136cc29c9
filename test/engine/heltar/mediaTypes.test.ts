import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { keepBinaryData } from '../harness';
import { file, sha256, website, withFile } from './files';
import { useFixture } from './fixture';

const ASHA = '919800000101';
const bytes = (text: string) => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(2000, 7)]);
const MP3 = bytes('\xff\xfb\x90\x64');
const OPUS = bytes(`OggS\0\x02${'\0'.repeat(20)}\x01\x13OpusHead`);
const M4A = bytes('\0\0\0\x20ftypM4A ');
const JPEG = bytes('\xff\xd8\xff\xe0\0\x10JFIF');

const fixture = useFixture();
beforeEach(async () => void (await keepBinaryData()));

/** What went up, and what the message named it as. */
async function wire() {
	const calls = await fixture.wire();
	const put = calls.find(({ method }) => method === 'PUT');
	const asked = calls.find(({ method }) => method === 'GET');
	const sent = calls.find(({ method }) => method === 'POST');
	const message = sent?.body.messages[0];
	return {
		asked: asked?.query.file_type,
		put: put?.body,
		sent: message && [message.mediaType, message.mimeType],
	};
}

describe.each<[file: string, content: Buffer, declared: string, kind: string, type: string]>([
	// n8n's OpenAI node calls its speech so.
	['speech.mp3', MP3, 'audio/mp3', 'audio', 'audio/mpeg'],
	['note.opus', OPUS, 'audio/opus', 'audio', 'audio/ogg; codecs=opus'],
	['memo.m4a', M4A, 'audio/x-m4a', 'audio', 'audio/mp4'],
	['photo.jpg', JPEG, 'image/jpg', 'image', 'image/jpeg'],
	['photo.png', JPEG, 'image/png', 'image', 'image/jpeg'],
	['speech.mp3', OPUS, 'audio/mpeg', 'audio', 'audio/ogg; codecs=opus'],
	['photo.jpg', JPEG, 'image/jpeg', 'image', 'image/jpeg'],
	['words.txt', Buffer.from('just words'), 'text/plain', 'document', 'text/plain'],
	['nothing known', JPEG, 'application/octet-stream', 'image', 'image/jpeg'],
])('%s of %p, called %s', (name, content, declared, kind, type) => {
	const expected = {
		asked: type,
		put: { bytes: content.length, sha256: sha256(content) },
		sent: [kind, type],
	};
	const isOther = declared.startsWith('audio/mpeg') || (declared === 'image/png' && type !== declared);

	test(`goes out as ${type}`, async () => {
		const { error, hints } = await fixture.run(
			{ resource: 'message', operation: 'sendMedia', clientWaNumber: ASHA, source: 'binary' },
			{ inputs: [withFile(file(content, declared, name))] },
		);
		expect(error).toBeUndefined();
		expect(await wire()).toEqual(expected);
		expect(hints).toEqual(
			isOther ? [`The content of ${name} is ${type}, not ${declared}, so it is sent as ${type}.`] : [],
		);
	});

	test('also from a file on the disk', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'types-'));
		try {
			const store = await keepBinaryData(folder);
			const stored = await store.store(
				{ type: 'execution', workflowId: 'wf1', executionId: '1' } as never,
				Readable.from(content),
				file(Buffer.alloc(0), declared, name),
			);
			const { error } = await fixture.run(
				{ resource: 'message', operation: 'sendMedia', clientWaNumber: ASHA, source: 'binary' },
				{ inputs: [withFile(stored)] },
			);
			expect(error).toBeUndefined();
			expect(await wire()).toEqual(expected);
		} finally {
			rmSync(folder, { recursive: true });
		}
	});

	test.each([
		['whose size is told', { 'content-length': String(content.length) }],
		['whose size is not told', {}],
	])('also uploaded from a link %s', async (_how, length) => {
		const site = await website((_request, response) =>
			response.writeHead(200, { 'content-type': declared, ...length }).end(content),
		);
		try {
			const { json, error } = await fixture.run({
				resource: 'media',
				operation: 'upload',
				source: 'url',
				url: `${site.url}/${encodeURIComponent(name)}`,
			});
			expect(error).toBeUndefined();
			expect(json[0]).toMatchObject({ mimeType: type, size: content.length });
			expect(await wire()).toEqual({ ...expected, sent: undefined });
		} finally {
			await site.close();
		}
	});
});

test('a type that is entered is called by its usual name, and the content decides about it, too', async () => {
	const send = async (mimeType: string, content?: Buffer) =>
		await fixture.run(
			{
				resource: 'message',
				operation: 'sendMedia',
				clientWaNumber: ASHA,
				mimeType,
				...(content ? { source: 'binary' } : { source: 'url', url: 'https://files.example.org/speech' }),
				name: 'speech',
			},
			content ? { inputs: [withFile(file(content, 'application/octet-stream'))] } : {},
		);
	await send('audio/mp3');
	expect((await wire()).sent).toEqual(['audio', 'audio/mpeg']);
	await send('audio/opus', OPUS);
	expect((await wire()).sent).toEqual(['audio', 'audio/ogg; codecs=opus']);
	const { hints } = await send('audio/mpeg', OPUS);
	expect((await wire()).sent).toEqual(['audio', 'audio/ogg; codecs=opus']);
	expect(hints).toEqual([expect.stringContaining('not audio/mpeg')]);
});

test('a program that uploads by itself gets the address for the type it named', async () => {
	const { json } = await fixture.run({
		resource: 'media',
		operation: 'getUploadUrl',
		file_name: 'speech.mp3',
		file_type: 'audio/mp3',
	});
	expect(json[0]).toMatchObject({ mimeType: 'audio/mp3' });
});

test('a file WhatsApp does not take is told what to do about the file, not about templates', async () => {
	const url = 'https://files.example.org/film.webm';
	const { error } = await fixture.run({
		resource: 'message',
		operation: 'sendMedia',
		clientWaNumber: ASHA,
		url,
		mediaType: 'audio',
		mimeType: 'audio/webm',
	});
	expect(error?.description).toMatch(/Check format, MIME type and size/);
	expect(error?.description).not.toMatch(/template/);
});
