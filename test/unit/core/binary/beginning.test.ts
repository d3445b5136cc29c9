import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

import { beginningOf } from '../../../../core/binary/beginning';
import { watch } from '../../../../core/binary/watch';

const CHUNKS = ['%PDF', '-1.7 ', 'the third quarter'];
const stream = (chunks = CHUNKS) =>
	Readable.from(
		chunks.map((chunk) => Buffer.from(chunk)),
		{ objectMode: false },
	);

test.each<[string, (body: Readable) => Promise<string>]>([
	['read to its end', async (body) => await text(body)],
	['piped', async (body) => {
		const out = new PassThrough();
		const [whole] = await Promise.all([text(out), pipeline(body, out)]);
		return whole;
	}], // oxfmt-ignore
	['listened to', async (body) =>
		await new Promise((resolve, reject) => {
			let whole = '';
			body.on('data', (chunk: Buffer) => (whole += chunk.toString()));
			body.on('end', () => resolve(whole)).on('error', reject);
		})], // oxfmt-ignore
])('a stream whose beginning was looked at is whole when it is %s', async (_how, read) => {
	const body = stream();
	expect(Buffer.from(await beginningOf(body, 3)).toString()).toBe('%PD');
	const size = CHUNKS.join('').length;
	const seen = watch(body, { size });
	expect(await read(body)).toBe(CHUNKS.join(''));
	expect(seen).toEqual({ bytes: size });
});

test('a short one is whole, too, and can be looked at twice', async () => {
	const body = stream(['%']);
	await beginningOf(body, 512);
	expect(Buffer.from(await beginningOf(body, 512)).toString()).toBe('%');
	expect(await text(body)).toBe('%');
});

test('no more is read than what came first', async () => {
	let made = 0;
	const endless = new Readable({
		highWaterMark: 16,
		read() {
			made += 1;
			this.push(Buffer.alloc(16));
		},
	});
	expect(await beginningOf(endless, 4)).toHaveLength(4);
	await new Promise((resolve) => setImmediate(resolve));
	expect(made).toBeLessThan(5);
	endless.destroy();
});

test('of one without anything, or that is closed, there is none', async () => {
	expect(await beginningOf(stream([]), 4)).toHaveLength(0);
	const closed = stream();
	closed.destroy();
	expect(await beginningOf(closed, 4)).toHaveLength(0);
});

test('one that breaks says so', async () => {
	const broken = new Readable({ read: () => undefined });
	const beginning = beginningOf(broken, 4);
	broken.destroy(new Error('gone'));
	await expect(beginning).rejects.toThrow('gone');
});
