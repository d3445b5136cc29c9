import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { held, heldSince, MOST_HELD, REST, SIZE } from '../heldMemory';
import { until } from '../waiting';
import { Bench, Receiver, useBench } from './harness';

const FROM = '919811111111';
const bench = useBench(Bench);

const grant = async (name = 'q3 report.pdf', type = 'application/pdf', more = '') => {
	const query = new URLSearchParams({ file_name: name, file_type: type }).toString();
	return (await bench.heltar('GET', `/v1/messages/presigned-url?${query}${more}`)).body.data as {
		signedRequest: string;
		url: string;
	};
};
const put = async (url: string, body: string | Uint8Array, headers: Record<string, string>) => {
	const response = await fetch(url, { method: 'PUT', body: body as string, headers });
	return { status: response.status, text: await response.text() };
};
const PDF = { 'content-type': 'application/pdf' };
/** A PUT whose length is not told beforehand. */
const putChunked = async (url: string): Promise<number | undefined> =>
	await new Promise((resolve, reject) => {
		const call = request(url, { method: 'PUT', headers: PDF }, (response) => {
			response.resume();
			resolve(response.statusCode);
		});
		call.on('error', reject);
		call.write('part');
		call.end('end');
	});

describe('uploading', () => {
	test('the bytes come back from the public address, with their type and without a key', async () => {
		const { signedRequest, url } = await grant();
		expect(await put(signedRequest, 'some bytes', PDF)).toEqual({ status: 200, text: '' });
		const file = await fetch(url);
		expect(file.headers.get('content-type')).toBe('application/pdf');
		expect(file.headers.get('content-length')).toBe('10');
		expect(await file.text()).toBe('some bytes');
	});

	test('the address works verbatim only: its name is encoded twice', async () => {
		const { signedRequest, url } = await grant();
		await put(signedRequest, 'x', PDF);
		expect(url).toContain('q3%2520report.pdf');
		expect((await fetch(decodeURIComponent(url))).status).toBe(403);
	});

	test('the log shows size and hash of a streamed body, and that no key was sent', async () => {
		const { signedRequest } = await grant();
		await put(signedRequest, 'some bytes', PDF);
		const entry = (await bench.control('GET', '/requests')).body.at(-1);
		const sha256 = createHash('sha256').update('some bytes').digest('hex');
		expect(entry).toMatchObject({
			provider: 'heltar',
			method: 'PUT',
			body: { bytes: 10, sha256 },
			status: 200,
		});
		expect(entry.path).toMatch(/^\/heltar-storage\//);
		expect(entry.headers).not.toHaveProperty('authorization');
	});

	test('a key on the request, another type or charset, no signature: refused in XML', async () => {
		const { signedRequest } = await grant();
		const refused: Array<[string, Record<string, string>, number, string]> = [
			[signedRequest, { ...PDF, authorization: 'Bearer hk_live_sandbox' }, 400, 'InvalidArgument'],
			[signedRequest, { 'content-type': 'text/plain' }, 403, 'SignatureDoesNotMatch'],
			[signedRequest, { 'content-type': 'application/pdf; charset=utf-8' }, 403, 'SignatureDoesNotMatch'],
			[signedRequest.split('?')[0] as string, PDF, 403, 'AccessDenied'],
			[signedRequest.replace(/Signature=.{8}/, 'Signature=00000000'), PDF, 403, 'SignatureDoesNotMatch'],
		];
		for (const [url, headers, status, code] of refused) {
			const answer = await put(url, 'x', headers);
			expect(answer.status).toBe(status);
			expect(answer.text).toMatch(new RegExp(`^<\\?xml.*<Code>${code}</Code>`, 's'));
		}
	});

	test('a chunked body is refused', async () => {
		expect(await putChunked((await grant()).signedRequest)).toBe(501);
	});

	test('name and type are needed', async () => {
		const { status, body } = await bench.heltar('GET', '/v1/messages/presigned-url?file_name=a.pdf');
		expect(status).toBe(400);
		expect(body.errorMessage).toBe('File type and file name are required!');
	});

	test('what was uploaded is looked at when it is sent', async () => {
		const { signedRequest, url } = await grant();
		const media = {
			clientWaNumber: FROM,
			messageType: 'media',
			mediaType: 'document',
			url,
			name: 'a.pdf',
			mimeType: 'application/pdf',
		};
		expect((await bench.send(media)).body.errorRaw.fail[0].errorData.error.code).toBe(131053);
		await put(signedRequest, 'x', PDF);
		expect((await bench.send(media)).status).toBe(200);
		expect(
			(await bench.send({ ...media, mediaType: 'image' })).body.errorRaw.fail[0].errorData.error.code,
		).toBe(131053);
	});

	test('a large one passes through without staying in memory', async () => {
		const { signedRequest, url } = await grant();
		const chunk = Buffer.alloc(256 * 1024, 'x');
		const before = await held();
		const headers = { ...PDF, 'content-length': String(SIZE) };
		const call = request(signedRequest, { method: 'PUT', headers });
		const answered = once(call, 'response') as Promise<[IncomingMessage]>;
		for (let left = SIZE; left > REST; left -= chunk.length) {
			if (!call.write(chunk)) await once(call, 'drain');
		}
		expect(await heldSince(before)).toBeLessThan(MOST_HELD);
		call.end(Buffer.alloc(REST));
		const [response] = await answered;
		expect(response.resume().statusCode).toBe(200);
		expect((await fetch(url, { method: 'HEAD' })).headers.get('content-length')).toBe(String(SIZE));
	});
});

describe('a customer’s file', () => {
	const receive = async (message: object) => {
		const receiver = new Receiver();
		const url = await receiver.listen();
		await bench.heltar('POST', '/v1/business/webhook-url', { urls: [{ url, isEnabled: true }] });
		const { body } = await bench.control('POST', '/heltar/inbound', { from: FROM, message });
		await receiver.close();
		return { id: body.id as string, message: receiver.entries('messages')[0] };
	};
	const fetchMedia = async (url: string, key = 'hk_live_sandbox') =>
		await fetch(`${bench.running.url}/heltar/v1/messages/fetch-media?url=${encodeURIComponent(url)}`, {
			headers: { authorization: `Bearer ${key}` },
		});

	test('is announced with id, type, hash and a temporary address that only the provider can fetch', async () => {
		const content = Buffer.from('hello');
		const { message } = await receive({
			type: 'document',
			document: {
				base64: content.toString('base64'),
				filename: 'note.txt',
				mime_type: 'text/plain',
				caption: 'See',
			},
		});
		expect(message.document).toEqual({
			id: expect.any(String),
			mime_type: 'text/plain',
			sha256: createHash('sha256').update(content).digest('base64'),
			filename: 'note.txt',
			caption: 'See',
			url: expect.stringMatching(/^http:\/\/127\.0\.0\.1/),
		});
		expect((await fetch(message.document.url)).status).toBe(401);
		const fetched = await fetchMedia(message.document.url);
		expect(fetched.headers.get('content-type')).toBe('text/plain');
		expect(await fetched.text()).toBe('hello');
	});

	test('has its permanent link on the record a moment later', async () => {
		await bench.settings({ mediaDelayMs: 200 });
		const { id } = await receive({ type: 'image', image: { caption: 'Look' } });
		const record = async () =>
			(await bench.heltar('GET', `/v1/messages?wamid=${encodeURIComponent(id)}`)).body.data;
		expect(await record()).toMatchObject({
			type: 'media',
			status: 'received',
			caption: 'Look',
			awsLink: '',
			mimeType: 'image/png',
		});
		const { awsLink } = await until(record, (value) => value.awsLink !== '');
		const file = await fetch(awsLink);
		expect(file.status).toBe(200);
		expect(file.headers.get('content-type')).toBe('image/png');
		expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(0);
	});

	test.each(['image', 'video', 'audio', 'document', 'sticker'])('may be a %s of any size', async (type) => {
		const { message } = await receive({ type, [type]: { bytes: 200_000 } });
		const file = Buffer.from(await (await fetchMedia(message[type].url)).arrayBuffer());
		expect(file).toHaveLength(200_000);
		expect(createHash('sha256').update(file).digest('base64')).toBe(message[type].sha256);
		expect('filename' in message[type]).toBe(type === 'document');
	});

	test.each([
		['not an address', 400],
		['https://elsewhere.example.com/a', 400],
		['https://graph.facebook.com/v20.0/1', 403],
	])('fetch-media of %s: %i', async (url, status) => {
		const answer = await fetchMedia(url);
		expect(answer.status).toBe(status);
		expect(await answer.json()).toEqual({ error: expect.any(String) });
	});
});
