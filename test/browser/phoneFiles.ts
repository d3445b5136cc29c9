import { deflateSync } from 'node:zlib';

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type), data]);
	const out = Buffer.alloc(body.length + 8);
	out.writeUInt32BE(data.length, 0);
	body.copy(out, 4);
	out.writeUInt32BE(crc(body), body.length + 4);
	return out;
}

function crc(bytes: Buffer): number {
	let value = 0xffffffff;
	for (const byte of bytes) {
		value ^= byte;
		for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
	}
	return (value ^ 0xffffffff) >>> 0;
}

/** A sunset over the sea, drawn point by point: files of our own need no permission. */
export function picture(width = 320, height = 200): Buffer {
	const rows = Buffer.alloc((width * 3 + 1) * height);
	for (let y = 0; y < height; y += 1)
		for (let x = 0; x < width; x += 1) {
			const sea = y > height * 0.62;
			const sun = Math.hypot(x - width * 0.62, y - height * 0.55) < height * 0.17 && !sea;
			const depth = y / height;
			const wave = sea && Math.sin(x / 9 + y / 2) > 0.8 ? 40 : 0;
			const colour = sun
				? [255, 236, 170]
				: sea
					? [28 + wave, 82 + wave, 128 + wave]
					: [255 - depth * 40, 150 + depth * 60, 110 - depth * 40];
			rows.set(colour, y * (width * 3 + 1) + 1 + x * 3);
		}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 2, 0, 0, 0], 8);
	return Buffer.concat([
		Buffer.from('89504e470d0a1a0a', 'hex'),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/** A second of a quiet tone, as WAV. */
export function tone(seconds = 1): Buffer {
	const rate = 8000;
	const samples = Buffer.alloc(rate * seconds);
	for (let n = 0; n < samples.length; n += 1) samples[n] = 128 + Math.round(40 * Math.sin(n / 4));
	const header = Buffer.alloc(44);
	header.write('RIFF', 0);
	header.writeUInt32LE(36 + samples.length, 4);
	header.write('WAVEfmt ', 8);
	header.writeUInt32LE(16, 16);
	header.writeUInt16LE(1, 20);
	header.writeUInt16LE(1, 22);
	header.writeUInt32LE(rate, 24);
	header.writeUInt32LE(rate, 28);
	header.writeUInt16LE(1, 32);
	header.writeUInt16LE(8, 34);
	header.write('data', 36);
	header.writeUInt32LE(samples.length, 40);
	return Buffer.concat([header, samples]);
}
