import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { keepBinaryData } from '../harness';
import { file, MB, PDF, report, sha256, withFile } from './files';
import { GENERATIONS, useFixture } from './fixture';

const A = '919800000101';
const B = '919800000102';

const fixture = useFixture();
beforeEach(async () => void (await keepBinaryData()));

const send = async (parameters: IDataObject, inputs: INodeExecutionData[] = [{ json: {} }]) =>
	await fixture.run({ resource: 'message', operation: 'sendMedia', ...parameters }, { inputs });

describe.each(GENERATIONS)('sending media, generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	const sent = async () => (await fixture.requests()).find(({ method }) => method === 'POST')?.body;

	test('uploads and sends a file in one step', async () => {
		const { json, error } = await send(
			{ clientWaNumber: A, source: 'binary', caption: 'Q3 figures', options: { contextId: 'wamid.EXAMPLE' } },
			[report()],
		);
		expect(error).toBeUndefined();
		const [, put, { method, path, query, body }] = await fixture.wire();
		expect(put.body).toEqual({ bytes: PDF.length, sha256: sha256(PDF) });
		expect({ method, path, query }).toEqual({ method: 'POST', path: '/v1/messages/send', query: {} });
		expect(body).toEqual({
			messages: [
				{
					clientWaNumber: A,
					messageType: 'media',
					contextId: 'wamid.EXAMPLE',
					mediaType: 'document',
					url: expect.stringContaining('q3%2520report.pdf'),
					name: 'q3 report.pdf',
					mimeType: 'application/pdf',
					size: PDF.length,
					caption: 'Q3 figures',
				},
			],
		});
		expect(json).toMatchObject([{ success: true, outcome: 'sent', clientWaNumber: A }]);
	});

	test('a link goes out letter by letter, with all that is known of it', async () => {
		const url = 'https://files.example.org/a%252Fb/q3-report.pdf?X-Signature=a%2Fb+c';
		await send({ clientWaNumber: A, source: 'url', url, size: 48213, caption: '' });
		expect(await sent()).toEqual({
			messages: [
				{
					clientWaNumber: A,
					messageType: 'media',
					mediaType: 'document',
					url,
					name: 'q3-report.pdf',
					mimeType: 'application/pdf',
					size: 48213,
				},
			],
		});
	});

	test.each([
		['photo.jpg', 'image', 'image/jpeg'],
		['clip.mp4', 'video', 'video/mp4'],
		['note.ogg', 'audio', 'audio/ogg'],
		['smile.webp', 'sticker', 'image/webp'],
		['list.csv', 'document', 'text/csv'],
	])('%s is sent as %s', async (name, mediaType, mimeType) => {
		const url = `https://files.example.org/${name}`;
		await send({ clientWaNumber: A, url, caption: 'Look' });
		const caption = ['image', 'video', 'document'].includes(mediaType) ? { caption: 'Look' } : {};
		expect(await sent()).toEqual({
			messages: [{ clientWaNumber: A, messageType: 'media', mediaType, url, name, mimeType, ...caption }],
		});
	});

	test('a caption may have 1024 characters', async () => {
		const caption = '🙂'.repeat(1024);
		await send({ clientWaNumber: A, url: 'https://files.example.org/a.png', caption });
		expect(await fixture.sent()).toMatchObject({ caption });
	});

	test('several items share one call, each with its own file', async () => {
		const { json } = await send(
			{ clientWaNumber: '={{ $json.to }}', source: '={{ $json.from }}', url: '={{ $json.url }}' },
			[
				{ ...report(), json: { to: A, from: 'binary' } },
				{ json: { to: B, from: 'url', url: 'https://files.example.org/b.png' } },
			],
		);
		expect(json).toMatchObject([{ clientWaNumber: A }, { clientWaNumber: B }]);
		const { messages } = await sent();
		expect(messages).toMatchObject([
			{ clientWaNumber: A, name: 'q3 report.pdf', mediaType: 'document' },
			{ clientWaNumber: B, name: 'b.png', mediaType: 'image', url: 'https://files.example.org/b.png' },
		]);
	});

	test.each<[string, IDataObject, INodeExecutionData, string]>([
		['plain http', { url: 'http://files.example.org/a.png' }, { json: {} }, 'URL: must start with https://'],
		[
			'no type to be found',
			{ url: 'https://files.example.org/download?id=1' },
			{ json: {} },
			'MIME Type: it is empty and cannot be detected from the file',
		],
		[
			'no name to be found',
			{ url: 'https://files.example.org/x', mimeType: 'application/x-strange' },
			{ json: {} },
			'File Name: it is empty and cannot be derived from the file',
		],
		[
			'a type that is none',
			{ url: 'https://files.example.org/a.png', mimeType: 'pdf' },
			{ json: {} },
			'MIME Type: "pdf" is not a MIME type',
		],
		[
			'a caption of 1025 characters',
			{ url: 'https://files.example.org/a.png', caption: '🙂'.repeat(1025) },
			{ json: {} },
			'Caption: 1025 characters, the maximum is 1024',
		],
		[
			'an image over 5 MB',
			{ source: 'binary' },
			withFile(file(Buffer.alloc(5 * MB + 1), 'image/jpeg', 'a.jpg')),
			'The file: 5.1 MB, the maximum for an image is 5 MB',
		],
		[
			'an empty file',
			{ source: 'binary' },
			withFile(file(Buffer.alloc(0), 'image/jpeg', 'a.jpg')),
			'The file: it is empty (0 bytes)',
		],
		[
			'a field without a file',
			{ source: 'binary', binaryPropertyName: 'photo' },
			report(),
			'Input Binary Field: "photo" was not found; the item has files in these fields: data',
		],
	])('refuses %s before anything leaves', async (_case, parameters, item, message) => {
		const { error } = await send({ clientWaNumber: A, ...parameters }, [item]);
		expect(error?.message).toBe(message);
		expect(await fixture.requests()).toEqual([]);
	});

	test('doubts about a format and a caption nobody will see become hints, once', async () => {
		const sound = withFile(file(Buffer.from('ID3'), 'audio/mpeg', 'a.mp3'));
		const table = withFile(file(Buffer.from('a,b'), 'text/csv', 'a.csv'));
		const { hints, json } = await send({ clientWaNumber: A, source: 'binary', caption: 'Listen' }, [
			sound,
			table,
			sound,
			table,
		]);
		expect(json).toHaveLength(4);
		expect(hints).toEqual([
			'WhatsApp shows no caption below audio, so it was left out',
			expect.stringMatching(/^WhatsApp may reject text\/csv as document\. It accepts PDF, DOC/),
		]);
	});

	test('a failed upload sends nothing', async () => {
		await fixture.fault({ kind: 'status', status: 500, body: '' }, { method: 'PUT' });
		const { error } = await send({ clientWaNumber: A, source: 'binary' }, [report()]);
		expect(error?.message).toBe('The storage refused the file: HTTP status 500');
		expect(await sent()).toBeUndefined();
	});
});
