import { Bench, KEY, useBench } from './harness';

const bench = useBench(Bench);

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const PDF = Buffer.from('%PDF-1.7 the third quarter');

async function upload(content: Buffer, type: string, name: string, { field = 'file', key = KEY } = {}) {
	const form = new FormData();
	form.append(field, new Blob([new Uint8Array(content)], { type }), name);
	const response = await fetch(`${bench.running.url}/heltar/v1/business/resumable-upload`, {
		method: 'POST',
		headers: { authorization: `Bearer ${key}` },
		body: form,
	});
	// eslint-disable-next-line @typescript-eslint/no-explicit-any
	return { status: response.status, body: (await response.json()) as any };
}

const body = { type: 'BODY', text: 'We are open.' };
const header = (handle: string) => ({
	type: 'HEADER',
	format: 'IMAGE',
	example: { header_handle: [handle] },
});
const create = async (...components: object[]) =>
	await bench.heltar('POST', '/v1/templates', {
		name: 'spring',
		category: 'MARKETING',
		language: 'en',
		components,
	});

describe('uploading a sample', () => {
	test.each([
		['a picture', PNG, 'image/png', 'a.png'],
		['a document', PDF, 'application/pdf', 'q3 report.pdf'],
		['a text', Buffer.from('hello'), 'text/plain', 'a.txt'],
		['an Office document', Buffer.from('PK'), 'application/vnd.oasis.opendocument.text', 'a.odt'],
	])('%s is given a handle', async (_name, content, type, name) => {
		const { status, body: answer } = await upload(content, type, name);
		expect([status, answer.data]).toEqual([200, { h: expect.stringMatching(/^4::/) }]);
	});

	test.each<[string, RegExp, Parameters<typeof upload>]>([
		['no file', /File not found in request body!/, [PNG, 'image/png', 'a.png', { field: 'picture' }]],
		['another type', /File type application\/json is not allowed\. /, [PNG, 'application/json', 'a.json']],
		['bytes of another type', /File type image\/png is not allowed\. /, [PDF, 'image/png', 'a.png']],
		['an empty file', /is not allowed/, [Buffer.alloc(0), 'image/png', 'a.png']],
		['a name with a colon', /Invalid filename\. /, [PNG, 'image/png', 'a:b.png']],
		['a dot in front', /Invalid filename\. /, [PNG, 'image/png', '.a.png']],
		['a name of 256 characters', /Filename is too long\. /, [PNG, 'image/png', `${'x'.repeat(252)}.png`]],
	])('%s: 400', async (_name, message, given) => {
		const { status, body: answer } = await upload(...given);
		expect([status, answer.errorMessage]).toEqual([400, expect.stringMatching(message)]);
	});

	test('needs a key for the business', async () => {
		const { apiKey } = (await bench.control('POST', '/keys', { provider: 'heltar', scopes: ['templates:*'] }))
			.body;
		const { status, body: answer } = await upload(PNG, 'image/png', 'a.png', { key: apiKey });
		expect([status, answer.errorMessage]).toEqual([403, expect.stringContaining('business:write')]);
	});
});

describe('a header with a file', () => {
	test('takes a handle, and shows the address of the sample', async () => {
		const { h } = (await upload(PNG, 'image/png', 'a.png')).body.data;
		expect((await create(header(h), body)).body.data).toMatchObject({ status: 'PENDING' });
		const [{ components }] = (await bench.heltar('GET', '/v1/templates/spring')).body.data;
		const [address] = components[0].example.header_handle;
		const shown = await fetch(address);
		expect(Buffer.from(await shown.arrayBuffer())).toEqual(PNG);
		expect(shown.headers.get('content-type')).toBe('image/png');
	});

	test('takes neither an address nor a handle nobody was given, also in a card of a carousel', async () => {
		const carousel = (handle: string) => ({
			type: 'CAROUSEL',
			cards: [{ components: [header(handle), body] }],
		});
		for (const components of [
			[header('https://files.example.com/a.png'), body],
			[header('4::YWJj'), body],
			[body, carousel('4::YWJj')],
		]) {
			const { status, body: answer } = await create(...components);
			expect([status, answer.errorMessage]).toEqual([400, 'Failed to create template']);
			expect(answer.errorRaw).toMatchObject({ code: 100 });
		}
	});
});
