import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { useJumpingClock } from '../../jumpingClock';
import { keepBinaryData } from '../harness';
import { file, MB, PDF, report, sha256, website, withFile } from './files';
import { chosen, useFixture } from './fixture';

const fixture = useFixture();
beforeEach(async () => void (await keepBinaryData()));

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const picture = (property?: string, json?: IDataObject) =>
	withFile(file(PNG, 'image/png', 'season.png'), property, json);

const run = async (
	operation: string,
	parameters: IDataObject,
	inputs: INodeExecutionData[],
	onError?: 'continueRegularOutput',
) => await fixture.run({ resource: 'template', operation, ...parameters }, { inputs, node: { onError } });

const create = { name: 'season_opening', category: 'MARKETING', bodyText: 'We are open.' };
const withImage = { ...create, headerFormat: 'IMAGE', headerBinaryPropertyName: 'data' };
const UPLOAD = '/v1/business/resumable-upload';
const uploaded = {
	method: 'POST',
	path: UPLOAD,
	query: {},
	body: { file: { name: 'season.png', type: 'image/png', bytes: PNG.length, sha256: sha256(PNG) } },
};
const submitted = (handle: unknown) => ({
	name: 'season_opening',
	category: 'MARKETING',
	language: 'en',
	components: [
		{ type: 'HEADER', format: 'IMAGE', example: { header_handle: [handle] } },
		{ type: 'BODY', text: 'We are open.' },
	],
});
const HANDLE = expect.stringMatching(/^4::/);

describe('uploading a sample', () => {
	test('sends one file as a form, and gives the handle', async () => {
		const { json, error } = await run('uploadSample', {}, [picture()]);
		expect(error).toBeUndefined();
		expect(json).toEqual([{ h: HANDLE, name: 'season.png', mimeType: 'image/png', size: PNG.length }]);
		const [{ headers }] = await fixture.everyRequest();
		expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
		expect(headers).not.toHaveProperty('transfer-encoding');
		expect(await fixture.wire()).toEqual([uploaded]);
	});

	test('takes the file behind a link, under a name that Heltar allows', async () => {
		const site = await website((_, answer) => {
			answer.writeHead(200, { 'content-type': 'application/pdf', 'content-length': PDF.length }).end(PDF);
		});
		const url = `${site.url}/q3.pdf`;
		const options = { name: '.q3: "final".pdf' };
		const { json, error } = await run('uploadSample', { source: 'url', url, options }, [{ json: {} }]);
		await site.close();
		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ h: HANDLE, name: 'q3_ _final_.pdf', mimeType: 'application/pdf', size: PDF.length },
		]);
	});

	test.each([
		[
			'a type that cannot be a sample',
			file(Buffer.from('{}'), 'application/json', 'a.json'),
			/cannot be a sample/,
		],
		['an empty file', file(Buffer.alloc(0), 'image/png', 'a.png'), /is empty \(0 bytes\)/],
		[
			'a file of more than 100 MB',
			file(Buffer.alloc(100 * MB + 1), 'application/pdf', 'a.pdf'),
			/the maximum for a document is 100 MB/,
		],
	])('%s is refused before anything is sent', async (_name, given, message) => {
		const { error } = await run('uploadSample', {}, [withFile(given)]);
		expect(error?.message).toMatch(message);
		expect(await fixture.requests()).toEqual([]);
	});

	test('a file of 100 MB goes out, as a stream from n8n’s file store', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'sample-store-'));
		try {
			const store = await keepBinaryData(folder);
			const part = Buffer.alloc(MB, '%PDF-1.7 ');
			const kept = await store.store(
				{ type: 'execution', workflowId: 'wf1', executionId: '1' },
				Readable.from(Array.from({ length: 100 }, () => part)),
				{ data: '', mimeType: 'application/pdf', fileName: 'long.pdf' },
			);
			const { json, error } = await run('uploadSample', {}, [withFile(kept)]);
			expect(error).toBeUndefined();
			expect(json[0].size).toBe(100 * MB);
			expect((await fixture.wire())[0].body).toMatchObject({ file: { bytes: 100 * MB } });
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});

	test('a key that may manage templates only is told which scope it lacks', async () => {
		const apiKey = await fixture.key({ scopes: ['templates:*'] });
		const { error } = await fixture.run(
			{ resource: 'template', operation: 'uploadSample' },
			{ inputs: [picture()], apiKey },
		);
		expect(error?.message).toBe('API key does not have the required scope (business:write)');
		expect(error?.description).toMatch(/Use a Full-access key/);
	});

	test('an answer without a handle is no upload', async () => {
		await fixture.answerNext(UPLOAD, {});
		const { error } = await run('uploadSample', {}, [picture()]);
		expect(error?.message).toBe('Heltar accepted the file, but returned no handle for it');
	});
});

describe('a template with a file as its header', () => {
	test('is submitted with the handle of the uploaded file, approved and sent', async () => {
		const { json, error } = await run('create', withImage, [picture()]);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ name: 'season_opening', status: 'PENDING' }]);
		const [upload, submission, ...others] = await fixture.wire();
		expect([upload, submission]).toEqual([
			uploaded,
			{ method: 'POST', path: '/v1/templates', query: {}, body: submitted(HANDLE) },
		]);
		expect(others).toEqual([]);

		await fixture.approve('season_opening');
		const sent = await fixture.run({
			resource: 'message',
			operation: 'sendTemplate',
			clientWaNumber: '919800000101',
			templateName: chosen('season_opening'),
			languageCode: 'en',
			variables: {
				mappingMode: 'defineBelow',
				value: { 'header.image': 'https://files.example.org/season.png' },
			},
		});
		expect(sent.error).toBeUndefined();
		expect(sent.json).toMatchObject([{ success: true }]);
	});

	test('the same file for several templates is uploaded once', async () => {
		const named = { ...withImage, name: '={{ $json.name }}' };
		const inputs = ['opening_a', 'opening_b', 'opening_c'].map((name) => picture('data', { name }));
		const { json, error } = await run('create', named, inputs);
		expect(error).toBeUndefined();
		expect(json).toHaveLength(3);
		const wire = await fixture.wire();
		expect(wire.map(({ path }) => path)).toEqual([UPLOAD, '/v1/templates', '/v1/templates', '/v1/templates']);
		const handles = wire.slice(1).map(({ body }) => body.components[0].example.header_handle[0]);
		expect(new Set(handles).size).toBe(1);
	});

	test('a link that an older workflow holds as its sample is fetched and uploaded', async () => {
		const site = await website((_, answer) => {
			answer.writeHead(200, { 'content-type': 'image/png', 'content-length': PNG.length }).end(PNG);
		});
		const parameters = { ...create, headerFormat: 'IMAGE', headerExample: `${site.url}/season.png` };
		const { json, error } = await run('create', parameters, [{ json: {} }]);
		await site.close();
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ status: 'PENDING' }]);
		expect(await fixture.wire()).toEqual([
			uploaded,
			{ method: 'POST', path: '/v1/templates', query: {}, body: submitted(HANDLE) },
		]);
	});

	test('a handle that is entered goes out as it is', async () => {
		const [{ h }] = (await run('uploadSample', {}, [picture()])).json;
		const parameters = { ...create, headerFormat: 'IMAGE', headerExample: h };
		const { error } = await run('create', parameters, [{ json: {} }]);
		expect(error).toBeUndefined();
		expect((await fixture.wire())[1].body).toEqual(submitted(h));
	});

	test.each([
		['IMAGE', report(), 'The file: application/pdf does not fit the header, which is an image'],
		['VIDEO', picture(), 'The file: image/png does not fit the header, which is a video'],
		['DOCUMENT', picture(), 'The file: image/png does not fit the header, which is a document'],
		[
			'IMAGE',
			withFile(file(Buffer.concat([PNG, Buffer.alloc(5 * MB)]), 'image/png', 'a.png')),
			expect.stringMatching(/^The file: 5\.1 MB, the maximum for an image is 5 MB/),
		],
	])(
		'a header %s that the file cannot be is refused before anything is sent',
		async (headerFormat, input, message) => {
			const { error } = await run('create', { ...withImage, headerFormat }, [input]);
			expect(error?.message).toEqual(message);
			expect(await fixture.requests()).toEqual([]);
		},
	);

	test('a file beside an entered sample is refused', async () => {
		const { error } = await run('create', { ...withImage, headerExample: '4::abc' }, [picture()]);
		expect(error?.message).toBe('Header File: cannot be used together with Header Sample');
		expect(await fixture.requests()).toEqual([]);
	});

	test('what is wrong with another part is said before the file is uploaded', async () => {
		const { error } = await run('create', { ...withImage, bodyText: 'Hello {{1}}, we are open.' }, [
			picture(),
		]);
		expect(error?.message).toBe('Body Samples: 0 added, but the body has 1 variable');
		expect(await fixture.requests()).toEqual([]);
	});

	test('a header that is a place needs no sample', async () => {
		const { error } = await run('create', { ...create, headerFormat: 'LOCATION' }, [{ json: {} }]);
		expect(error).toBeUndefined();
		expect((await fixture.wire())[0].body.components).toEqual([
			{ type: 'HEADER', format: 'LOCATION' },
			{ type: 'BODY', text: 'We are open.' },
		]);
	});
});

describe('a template whose file cannot be uploaded', () => {
	useJumpingClock();

	test('is not submitted, and failed for certain', async () => {
		await fixture.fault({ kind: 'resetAfter' }, { path: UPLOAD });
		const { json } = await run('create', withImage, [picture()], 'continueRegularOutput');
		expect(json).toMatchObject([{ outcome: 'failed' }]);
		expect((await fixture.wire()).every(({ path }) => path === UPLOAD)).toBe(true);
	});
});
