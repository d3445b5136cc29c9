import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { META, MetaBench, PHONE, TOKEN } from './metaBench';

let bench: MetaBench;
beforeAll(async () => {
	bench = await MetaBench.start();
});
beforeEach(async () => {
	await bench.panel.control('POST', '/reset');
});
afterAll(async () => await bench.panel.close());

const blob = (content: string | Uint8Array = 'Hello', type = 'text/plain') =>
	new Blob([content as BlobPart], { type });
type Fields = Record<string, string | Blob | undefined>;
const form = (fields: Fields, name = 'a.txt') => {
	const made = new FormData();
	const all: Fields = { messaging_product: 'whatsapp', type: 'text/plain', file: blob(), ...fields };
	for (const [field, value] of Object.entries(all))
		if (typeof value === 'string') made.append(field, value);
		else if (value) made.append(field, value, name);
	return made;
};
const download = async (id: string) => await bench.panel.bytes('GET', `${META}/${id}`, undefined, TOKEN);

describe('upload', () => {
	test('gives an id, under which the file comes back as it was', async () => {
		const { status, body } = await bench.upload(form({}));
		expect([status, body]).toEqual([200, { id: expect.stringMatching(/^\d{16}$/) }]);
		const { headers, bytes } = await download(body.id);
		expect([headers.get('content-type'), headers.get('content-length'), bytes.toString()]).toEqual([
			'text/plain',
			'5',
			'Hello',
		]);
		const { body: log } = await bench.panel.control('GET', '/requests?provider=hello-all&last=2');
		expect(log[0].body).toEqual({
			messaging_product: 'whatsapp',
			type: 'text/plain',
			file: { name: 'a.txt', mimeType: 'text/plain', bytes: 5, sha256: expect.any(String) },
		});
	});

	test('a file full of what looks like boundaries stays whole', async () => {
		const content = Buffer.concat(
			Array.from({ length: 4000 }, (_, at) => Buffer.from(`\r\n--${'-'.repeat(at % 40)}boundary\r\n\r\n`)),
		);
		const { body } = await bench.upload(form({ file: blob(content) }));
		expect((await download(body.id)).bytes.equals(content)).toBe(true);
	});

	test('a large one arrives whole, though nobody says its length', async () => {
		const size = 90 * 1024 * 1024;
		const chunk = Buffer.alloc(1024 * 1024, 'x');
		const head =
			'--b\r\nContent-Disposition: form-data; name="messaging_product"\r\n\r\nwhatsapp\r\n' +
			'--b\r\nContent-Disposition: form-data; name="type"\r\n\r\napplication/pdf\r\n' +
			'--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n';
		const answer = await new Promise<string>((resolve, reject) => {
			const call = request(
				`${bench.panel.running.url}/hello-all${META}/${PHONE}/media`,
				{ method: 'POST', headers: { ...TOKEN, 'content-type': 'multipart/form-data; boundary=b' } },
				(response) => {
					let text = '';
					response.on('data', (part: Buffer) => (text += part.toString()));
					response.on('end', () => resolve(text));
				},
			);
			call.on('error', reject);
			call.write(head);
			let left = size / chunk.length;
			const more = () => {
				if (left === 0) return void call.end('\r\n--b--\r\n');
				left -= 1;
				call.write(chunk, () => setImmediate(more));
			};
			more();
		});
		const { id } = JSON.parse(answer) as { id: string };
		const { body: log } = await bench.panel.control('GET', '/requests?provider=hello-all&last=1');
		const sha256 = createHash('sha256');
		for (let at = 0; at < size; at += chunk.length) sha256.update(chunk);
		expect(log[0].body.file).toMatchObject({ bytes: size, sha256: sha256.digest('hex') });
		expect(id).toMatch(/^\d+$/);
	});

	test.each<[string, FormData, number, string]>([
		['no messaging_product', form({ messaging_product: undefined }), 131008, 'messaging_product is required'],
		['another messaging_product', form({ messaging_product: 'sms' }), 131009, 'must be whatsapp'],
		['no type', form({ type: undefined }), 131008, 'type is required'],
		['a type that is none', form({ type: 'text' }), 131009, 'MIME type'],
		[
			'a type that is not the file’s',
			form({ type: 'image/png' }),
			131009,
			'content type of the file is text/plain',
		],
		['no file', form({ file: undefined }), 131008, 'file is required'],
		['the file as a text', form({ file: 'Hello' }), 131009, 'file: has no file name'],
		['an empty file', form({ file: blob('') }), 131009, 'file is empty'],
		['something else beside', form({ caption: 'Hi' }), 100, 'Unexpected key "caption"'],
		[
			'a picture that is too large',
			form({ type: 'image/png', file: blob(new Uint8Array(5 * 1024 * 1024 + 1), 'image/png') }),
			131053,
			'are more than 5242880',
		],
	])('%s is refused, and nothing is kept', async (_, fields, code, details) => {
		const { status, body } = await bench.upload(fields);
		expect([status, body.error.code, body.error.error_data.details]).toEqual([
			400,
			code,
			expect.stringContaining(details),
		]);
	});

	test('a picture of exactly 5 MB is taken', async () => {
		const file = blob(new Uint8Array(5 * 1024 * 1024), 'image/png');
		expect((await bench.upload(form({ type: 'image/png', file }))).status).toBe(200);
	});

	test('a body that is no form, or ends too early, is refused', async () => {
		const post = async (type: string, body: string) => {
			const url = `${bench.panel.running.url}/hello-all${META}/${PHONE}/media`;
			const answer = await fetch(url, { method: 'POST', headers: { ...TOKEN, 'content-type': type }, body });
			return [answer.status, (await answer.json()).error.error_data.details];
		};
		expect(await post('application/json', '{}')).toEqual([400, 'The body must be multipart/form-data']);
		expect(await post('multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form')).toEqual([
			400,
			'The body is not multipart/form-data: the body ends before its last boundary',
		]);
	});

	test('a wrong token is answered although the file was not read', async () => {
		const file = blob(new Uint8Array(20 * 1024 * 1024), 'application/pdf');
		const { status } = await bench.upload(form({ type: 'application/pdf', file }), {
			authorization: 'Bearer nobody',
		});
		expect(status).toBe(401);
	});
});

describe('what was uploaded', () => {
	test('can be sent by its id, and arrives', async () => {
		const { body } = await bench.upload(form({}));
		await bench.panel.settings({ metaAnswer: 'cloud' });
		const document = { id: body.id, filename: 'a.txt' };
		expect((await bench.send({ to: '910000000123', type: 'document', document })).status).toBe(200);
		const { body: shown } = await bench.panel.control('GET', '/hello-all/phone/910000000123');
		expect(shown.at(-1).content.src).toBe(`/_sandbox/hello-all/files/${body.id}`);
	});

	test('can be asked for with the number’s id, and only with the right one', async () => {
		const { body } = await bench.upload(form({}));
		const status = async (number: string) => (await download(`${body.id}?phone_number_id=${number}`)).status;
		expect([await status(PHONE), await status('100000000000003'), await status('1')]).toEqual([
			200, 401, 404,
		]);
	});

	test('may be told of by an address that needs no token', async () => {
		await bench.panel.settings({ metaMedia: 'json' });
		const { body } = await bench.upload(form({}));
		const { body: told } = await bench.call('GET', `/${body.id}`);
		expect(told).toEqual({
			messaging_product: 'whatsapp',
			url: expect.stringContaining('/hello-all-files/media/'),
			mime_type: 'text/plain',
			sha256: createHash('sha256').update('Hello').digest('hex'),
			file_size: 5,
			id: body.id,
		});
		expect(await (await fetch(told.url)).text()).toBe('Hello');
	});

	test('an id nobody knows: Meta’s error', async () => {
		const { status, body } = await bench.call('GET', '/700000000000007');
		expect([status, body.error.error_subcode]).toEqual([404, 33]);
	});
});
