import type { IDataObject } from 'n8n-workflow';
import { gzipSync } from 'node:zlib';

import { keepBinaryData } from '../harness';
import { PDF, sha256, website } from './files';
import { GENERATIONS, KEY, useFixture } from './fixture';

const fixture = useFixture();

beforeEach(async () => void (await keepBinaryData()));

const upload = async (url: string, parameters: IDataObject = {}) =>
	await fixture.run({ resource: 'media', operation: 'upload', source: 'url', url, ...parameters });

describe.each(GENERATIONS)('uploading, generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

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
			const { json, error } = await upload(`${site.url}/moved`, { options: { name: 'plan B.pdf' } });
			expect(error).toBeUndefined();
			expect(json[0]).toMatchObject({ name: 'plan B.pdf', mimeType: 'application/pdf', size: PDF.length });
			const [, put] = await fixture.requests();
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
			const { json } = await upload(`${site.url}/download`);
			expect(json[0]).toMatchObject({ name: 'grüße.txt', mimeType: 'text/plain', size: 5 });
		} finally {
			await site.close();
		}
	});

	test('a link that needs a login is reported, and nothing is uploaded', async () => {
		const site = await website((_request, response) => response.writeHead(401).end('no'));
		try {
			const { error } = await upload(`${site.url}/private.pdf`);
			expect(error?.message).toMatch(/returned HTTP status 401/);
			expect(error?.description).toMatch(/public/);
			expect(await fixture.requests()).toEqual([]);
		} finally {
			await site.close();
		}
	});

	test('a link is not followed out of the encrypted web', async () => {
		const site = await website((_request, response) =>
			response.writeHead(302, { location: 'http://files.example.org/a.pdf' }).end(),
		);
		try {
			const { error } = await upload(`${site.url}/a.pdf`);
			expect(error?.message).toBe('The link leads to files.example.org, which is not reached over https');
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
			const { error } = await upload(`${site.url}/a.txt`);
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
			const { error, json } = await upload(`${site.url}/a.pdf`);
			expect(json).toEqual([]);
			expect(error?.message).toMatch(/broke/);
		} finally {
			await site.close();
		}
	});
});
