import { WebhookContext } from 'n8n-core';
import type { IDataObject, INode, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { downloadMedia } from '../../../nodes/Heltar/mediaDownload';
import { additionalData, keepBinaryData, workflowWith } from '../harness';
import { useJumpingClock } from '../../jumpingClock';
import { website } from './files';
import { GENERATIONS, KEY, useFixture } from './fixture';

const A = '919800000101';

const clock = useJumpingClock();
const fixture = useFixture();
beforeEach(async () => void (await keepBinaryData()));

const download = async (parameters: IDataObject, inputs: INodeExecutionData[] = [{ json: {} }]) =>
	await fixture.run({ resource: 'media', operation: 'download', ...parameters }, { inputs });

const PHOTO = Buffer.alloc(300_000, 'jpeg ');

/** A customer sends a file; gives back what the webhook said about it. */
async function receive(type: string, content: IDataObject) {
	const { id } = await fixture.post<{ id: string }>('/heltar/inbound', {
		from: A,
		message: { type, [type]: { base64: PHOTO.toString('base64'), ...content } },
	});
	const [{ raw }] = await fixture.conversation(A);
	return { id, media: raw[type] as { url: string; mime_type: string; filename?: string } };
}

/** As the trigger gives it. */
const event = (id: string, media: IDataObject, timestamp = new Date().toISOString()): INodeExecutionData => ({
	json: { id, timestamp, media },
});

const content = (item: INodeExecutionData, property = 'data') =>
	Buffer.from(item.binary![property].data, 'base64');

describe.each(GENERATIONS)('downloading, generation %i', (generation) => {
	beforeEach(async () => void (await fixture.settings({ generation })));

	test('the item of a trigger is enough: the file comes over the temporary address', async () => {
		const { id, media } = await receive('document', { mime_type: 'application/pdf', filename: 'bill 7.pdf' });
		await fixture.requests();
		const { json, outputs, error } = await download({}, [
			event(id, { url: media.url, filename: 'bill 7.pdf', mimeType: 'application/pdf' }),
		]);
		expect(error).toBeUndefined();
		const requests = await fixture.requests();
		expect(requests).toMatchObject([
			{ method: 'GET', path: '/v1/messages/fetch-media', query: { url: media.url }, status: 200 },
		]);
		expect(json).toEqual([
			{ wamid: id, name: 'bill 7.pdf', mimeType: 'application/pdf', size: PHOTO.length },
		]);
		expect(outputs[0][0].binary?.data).toMatchObject({ fileName: 'bill 7.pdf', mimeType: 'application/pdf' });
		expect(content(outputs[0][0]).equals(PHOTO)).toBe(true);
	});

	test('an address known to be old is not even tried', async () => {
		await fixture.settings({ mediaDelayMs: 0 });
		const { id, media } = await receive('image', { mime_type: 'image/jpeg' });
		await fixture.requests();
		const old = new Date(Date.now() - 6 * 60_000).toISOString();
		const { json } = await download({}, [event(id, { url: media.url }, old)]);
		expect(json).toMatchObject([{ size: PHOTO.length }]);
		expect((await fixture.requests()).map(({ path }) => path.split('/').slice(0, 3).join('/'))).toEqual([
			'/v1/messages',
			expect.stringMatching('^/heltar-cdn/'),
		]);
	});

	test.each([
		['image/jpeg', 'image', 'image.jpg'],
		['audio/ogg; codecs=opus', 'audio', 'audio.ogg'],
		['image/webp', 'sticker', 'sticker.webp'],
	])('a file without a name gets one from its type (%s)', async (mimeType, type, name) => {
		const { media } = await receive(type, { mime_type: mimeType });
		const { outputs, json } = await download({}, [event('', { url: media.url })]);
		expect(json).toMatchObject([{ name, mimeType }]);
		expect(outputs[0][0].binary?.data).toMatchObject({ fileName: name, mimeType });
	});

	test('a type the answer does not tell is taken from the name, and folders in a name are dropped', async () => {
		const { media } = await receive('document', { mime_type: 'application/octet-stream' });
		const { json } = await download({
			wamid: '',
			url: media.url,
			name: '../../etc/sheet.xlsx',
		});
		expect(json[0]).toMatchObject({
			name: 'sheet.xlsx',
			mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		});
	});

	test('goes to the disk as it arrives where n8n keeps files', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'media-store-'));
		try {
			await fixture.settings({ mediaDelayMs: 0 });
			const { id } = await receive('image', { mime_type: 'image/jpeg' });
			const store = await keepBinaryData(folder);
			const { outputs } = await download({ wamid: id, url: '', name: 'a.jpg' });
			const kept = outputs[0][0].binary!.data;
			expect(kept.id).toMatch(/^filesystem-v2:/);
			expect((await store.getAsBuffer(kept)).equals(PHOTO)).toBe(true);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});

	test('without address and ID there is nothing to look for', async () => {
		const { error } = await download({});
		expect(error?.message).toBe('Message ID: nothing is filled in, neither here nor in the media URL');
		expect(await fixture.requests()).toEqual([]);
	});

	test('an expired address alone says what would help', async () => {
		const url = `${fixture.url}/heltar-media/gone?hash=old`;
		const { error } = await download({ wamid: '', url, timestamp: '' });
		expect(error?.message).toMatch(/expired/);
	});

	test('a message of text holds no file', async () => {
		const { id } = await fixture.post<{ id: string }>('/heltar/inbound', {
			from: A,
			message: { type: 'text', text: { body: 'Hi' } },
		});
		const { error } = await download({ wamid: id, url: '' });
		expect(error?.message).toBe('The message holds no file: it is of type text');
	});
});

describe('waiting until a file can be had', () => {
	test('an expired address gives way to the permanent link, which never sees the key', async () => {
		const { id } = await receive('image', { mime_type: 'image/jpeg', caption: 'Broken cup' });
		await fixture.requests();
		const { json, outputs, error } = await download({
			wamid: id,
			url: `${fixture.url}/heltar-media/gone?hash=old`,
			timestamp: '',
			name: '',
			binaryPropertyName: 'photo',
		});
		expect(error).toBeUndefined();
		const requests = await fixture.requests();
		expect(requests[0]).toMatchObject({ path: '/v1/messages/fetch-media', status: 404 });
		const lookUps = requests.filter(({ path }) => path === '/v1/messages');
		expect(lookUps.length).toBeGreaterThan(1);
		expect(lookUps[0].query).toEqual({ wamid: id });
		const last = requests.at(-1)!;
		expect(last).toMatchObject({
			method: 'GET',
			path: expect.stringMatching(/^\/heltar-cdn\//),
			status: 200,
		});
		expect(last.headers).not.toHaveProperty('authorization');
		expect(json).toMatchObject([
			{
				wamid: id,
				mimeType: 'image/jpeg',
				size: PHOTO.length,
				caption: 'Broken cup',
				awsLink: expect.any(String),
			},
		]);
		expect(content(outputs[0][0], 'photo').equals(PHOTO)).toBe(true);
	});

	test('a message nobody knows is looked for three more times, seconds apart', async () => {
		const skipped = clock.skipped();
		const { error } = await download({ wamid: 'wamid.NOBODY', url: '' });
		expect(error?.message).toMatch(/not found/i);
		expect(Math.round((clock.skipped() - skipped) / 1000)).toBe(3 + 4 + 5);
		expect((await fixture.requests()).map(({ path }) => path)).toEqual(Array(4).fill('/v1/messages'));
	});
});

describe('downloading for a trigger', () => {
	/** What a trigger has at hand while it takes in a delivery. */
	function delivery(baseUrl: string) {
		const workflow = workflowWith('heltarTrigger', {});
		return new WebhookContext(
			workflow,
			workflow.getNode('Node') as INode,
			additionalData({ heltarApi: { apiKey: KEY, baseUrl } }),
			'webhook',
			{ webhookDescription: {} } as never,
			[],
			null,
		) as unknown as IWebhookFunctions;
	}

	test('gives the file with its facts', async () => {
		await fixture.settings({ mediaDelayMs: 0 });
		const { id } = await fixture.post<{ id: string }>('/heltar/inbound', {
			from: A,
			message: { type: 'audio', audio: { base64: 'T2dnUw==', mime_type: 'audio/ogg; codecs=opus' } },
		});
		const [{ raw }] = await fixture.conversation(A);
		const { url } = raw.audio as { url: string };
		const { binary, ...facts } = await downloadMedia(delivery(fixture.baseUrl), { wamid: id, url }, 6000);
		expect(facts).toEqual({ name: 'audio.ogg', mimeType: 'audio/ogg; codecs=opus', size: 4 });
		expect(binary).toMatchObject({ data: 'T2dnUw==', fileName: 'audio.ogg' });
	});

	test('does not begin a wait that would outlast its time', async () => {
		const skipped = clock.skipped();
		await expect(downloadMedia(delivery(fixture.baseUrl), { wamid: 'wamid.NOBODY' }, 2000)).rejects.toThrow(
			/not found/i,
		);
		expect(clock.skipped()).toBe(skipped);
	});

	test('ends in time, and hangs up, when the bytes stop coming', async () => {
		const hungUp = Promise.withResolvers<true>();
		const isHalfSent = Promise.withResolvers<void>();
		const site = await website((_request, response) => {
			response.on('close', () => hungUp.resolve(true));
			response.writeHead(200, { 'content-type': 'image/jpeg' });
			response.write('half a picture', () => isHalfSent.resolve());
		});
		try {
			const url = 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1';
			const downloading = downloadMedia(delivery(site.url), { url }, 6_000);
			void isHalfSent.promise.then(() => clock.pass(6_000));
			await expect(downloading).rejects.toThrow(/did not (finish within 6 seconds|arrive whole)/);
			expect(await hungUp.promise).toBe(true);
		} finally {
			await site.close();
		}
	});
});
