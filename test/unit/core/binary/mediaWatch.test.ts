import { once } from 'node:events';
import { PassThrough, Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { watch } from '../../../../core/binary/watch';

const chunks = () => Readable.from([Buffer.from('abc'), Buffer.from('defg')], { objectMode: false });

async function collected(stream: AsyncIterable<Uint8Array>) {
	const parts: Uint8Array[] = [];
	for await (const part of stream) parts.push(part);
	return Buffer.concat(parts).toString();
}

test('counts what another reads, and takes nothing away from it', async () => {
	const stream = chunks();
	const steps: number[] = [];
	const seen = watch(stream, { size: 7 }, (bytes) => steps.push(bytes));
	await sleep(5);
	expect(seen.bytes).toBe(0);
	expect(await collected(stream)).toBe('abcdefg');
	expect(seen.bytes).toBe(7);
	expect(steps.at(-1)).toBe(7);
});

test.each<[string, (stream: Readable) => Promise<string>]>([
	['a pipe', async (stream) => await collected(stream.pipe(new PassThrough()))],
	[
		'data events',
		async (stream) =>
			await new Promise((resolve, reject) => {
				let text = '';
				stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
				stream.on('end', () => resolve(text)).on('error', reject);
			}),
	],
	[
		'a pipeline',
		async (stream) => {
			let text = '';
			const write = (chunk: Buffer, _encoding: string, done: () => void) => {
				text += chunk.toString();
				done();
			};
			await pipeline(stream, new Writable({ write }));
			return text;
		},
	],
])('a reader by %s gets everything, however late it comes', async (_by, read) => {
	const stream = chunks();
	const seen = watch(stream, { size: 7 });
	await sleep(5);
	expect(await read(stream)).toBe('abcdefg');
	expect(seen.bytes).toBe(7);
});

test.each([
	[{ size: 6 }, 'The file is longer than announced'],
	[{ size: 8 }, 'The file is shorter than announced'],
	[{ most: 6 }, 'The file is too large'],
])('a stream of 7 bytes does not end well when %p', async (expected, message) => {
	const stream = chunks();
	const seen = watch(stream, expected);
	const failed = once(stream, 'error');
	stream.on('data', () => undefined);
	expect(await failed).toMatchObject([{ message }]);
	expect(seen.problem).toBe(message);
});
