import { BadMultipart, boundaryOf, partsOf } from '../../sandbox/platform/cloud/multipart';

const file = 'a\r\n--bb\r\n-\r\n--\r\nz';
const BODY = [
	'--b!\r\nContent-Disposition: form-data; name="type"\r\n\r\ntext/plain\r\n',
	'--b!\r\ncontent-type: text/plain\r\ncontent-disposition: form-data; name="file"; filename="ä.txt"\r\n\r\n',
	`${file}\r\n--b!\r\nContent-Disposition: form-data; name="empty"\r\n\r\n\r\n--b!--\r\n`,
].join('');

async function* inPieces(body: Buffer, size: number): AsyncGenerator<Buffer> {
	for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size);
}

async function read(body: AsyncIterable<Buffer>): Promise<unknown[]> {
	const found: unknown[] = [];
	for await (const { content, ...part } of partsOf(body, 'b!')) {
		const chunks: Buffer[] = [];
		for await (const chunk of content) chunks.push(chunk);
		found.push({ ...part, content: Buffer.concat(chunks).toString() });
	}
	return found;
}

const EXPECTED = [
	{ name: 'type', content: 'text/plain' },
	{ name: 'file', filename: 'ä.txt', contentType: 'text/plain', content: file },
	{ name: 'empty', content: '' },
];

test('the parts are the same wherever the body is cut into pieces', async () => {
	const body = Buffer.from(BODY);
	for (let size = 1; size <= body.length; size += 1)
		expect([size, await read(inPieces(body, size))]).toEqual([size, EXPECTED]);
});

test('a part that nobody reads is passed over', async () => {
	const names: string[] = [];
	for await (const { name } of partsOf(inPieces(Buffer.from(BODY), 7), 'b!')) names.push(name);
	expect(names).toEqual(['type', 'file', 'empty']);
});

test('no more of the body is asked for than was read', async () => {
	const size = 64 * 1024;
	let asked = 0;
	async function* endless(): AsyncGenerator<Buffer> {
		yield Buffer.from('--b!\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n');
		for (;;) {
			asked += size;
			yield Buffer.alloc(size);
		}
	}
	let got = 0;
	for await (const { content } of partsOf(endless(), 'b!'))
		for await (const chunk of content) {
			got += chunk.length;
			expect(asked - got).toBeLessThanOrEqual(size);
			if (got > 50 * size) return;
		}
});

test.each([
	['without an end', BODY.slice(0, -6)],
	['without a name', '--b!\r\nContent-Type: text/plain\r\n\r\nHi\r\n--b!--'],
	['without a boundary', 'Hi'],
	['with endless headers', `--b!\r\n${'x'.repeat(40_000)}`],
])('a body %s is none', async (_, body) => {
	await expect(read(inPieces(Buffer.from(body), 1000))).rejects.toThrow(BadMultipart);
});

test.each([
	['multipart/form-data; boundary=abc', 'abc'],
	['Multipart/Form-Data; charset=utf-8; boundary="a b"', 'a b'],
	['multipart/mixed; boundary=abc', undefined],
	['multipart/form-data', undefined],
	[undefined, undefined],
])('the boundary of %s is %s', (type, boundary) => {
	expect(boundaryOf(type)).toBe(boundary);
});
