import type { Reply } from '../provider';
import { startProvider } from '../provider';
import { openFixture, runAt } from './fixture';

const download = { resource: 'media', operation: 'download', id: '77' };
const photo = { resource: 'profile', operation: 'getPhoto', binaryPropertyName: 'photo' };

let reply: Reply = {};
let provider: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
	provider = await startProvider(() => reply);
});
const run = async (parameters: typeof download | typeof photo) =>
	await runAt(provider.url)(parameters as never);

test.each<[what: string, reply: Reply, name: string, type: string]>([
	[
		'with a name',
		{
			headers: {
				'content-type': 'application/pdf',
				'content-disposition': 'attachment; filename="inv-17.pdf"',
			},
			body: '%PDF-1.4',
		},
		'inv-17.pdf',
		'application/pdf',
	],
	['without a name', { headers: { 'content-type': 'image/png' }, body: 'png' }, '77.png', 'image/png'],
	['of no known type', { body: 'bytes' }, '77', 'application/octet-stream'],
	[
		'that is a page',
		{ headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<h1>Report</h1>' },
		'77.html',
		'text/html',
	],
	[
		'that is JSON with a name',
		{
			headers: {
				'content-type': 'application/json',
				'content-disposition': 'attachment; filename=data.json',
			},
			body: '{"url":"https://example.com"}',
		},
		'data.json',
		'application/json',
	],
])('a file %s', async (_, given, fileName, mimeType) => {
	reply = given;
	const { outputs, error } = await run(download);
	expect(error).toBeUndefined();
	const [{ json, binary, pairedItem }] = outputs[0];
	expect(json).toEqual({ fileName, mimeType, fileSize: String(given.body).length });
	expect(binary?.data).toMatchObject({ fileName, mimeType });
	expect(Buffer.from(binary!.data.data, 'base64').toString()).toBe(given.body);
	expect(pairedItem).toEqual({ item: 0 });
});

test.each([
	[{ url: 'https://files.example.com/a.jpg' }],
	[{ link: 'https://files.example.com/a.jpg' }],
	[{ data: { url: 'https://files.example.com/a.jpg' } }],
])('a link in place of the file is handed on, not followed: %j', async (body) => {
	provider.calls();
	reply = { body };
	const { json } = await run(download);
	expect(json).toEqual([{ id: '77', link: 'https://files.example.com/a.jpg', raw: body }]);
	expect(provider.calls()).toHaveLength(1);
});

test('an error in a 2xx is none of it', async () => {
	reply = { body: { errors: [{ code: 1006, title: 'Resource not found' }] } };
	const { error } = await run(download);
	expect(error?.message).toBe('Resource not found');
});

test('the profile photo comes as a file', async () => {
	reply = { headers: { 'content-type': 'image/jpeg' }, body: 'jpeg' };
	const { outputs } = await run(photo);
	expect(outputs[0][0].binary?.photo).toMatchObject({
		fileName: 'profile-photo.jpg',
		mimeType: 'image/jpeg',
	});
});

test('no photo is no error', async () => {
	reply = { status: 404, body: { errors: [{ code: 1006, title: 'Not found' }] } };
	expect((await run(photo)).json).toEqual([{ photo: null, message: 'No profile photo is set' }]);
});

test('a photo given as JSON is handed on', async () => {
	reply = { body: { settings: { profile: { photo: { link: 'https://files.example.com/me.jpg' } } } } };
	expect((await run(photo)).json).toEqual([{ link: 'https://files.example.com/me.jpg' }]);
});

test('a page in place of the photo points at the base URL', async () => {
	reply = { headers: { 'content-type': 'text/html' }, body: '<h1>Login</h1>' };
	const { error } = await run(photo);
	expect(error?.message).toMatch(/unexpected page/);
	expect(error?.description).toMatch(/base URL/);
});

test('a customer’s file arrives as it was sent', async () => {
	const fixture = await openFixture();
	const bytes = Buffer.from('not really a picture');
	const { id } = await fixture.post<{ id: string }>('/hello-all/inbound', {
		from: '910000000123',
		message: { type: 'image', image: { base64: bytes.toString('base64') } },
	});
	const bubble = (await fixture.conversation('910000000123')).find((one) => one.id === id);
	const { outputs } = await fixture.run({ ...download, id: (bubble?.raw.image as { id: string }).id });
	await fixture.close();
	expect(Buffer.from(outputs[0][0].binary!.data.data, 'base64')).toEqual(bytes);
});
