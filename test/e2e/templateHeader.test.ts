import axios from 'axios';
import { createHash } from 'node:crypto';
import { eventually } from '../waiting';
import type { Fixture } from './environment';
import { byHand, openFixture } from './environment';

const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
	'base64',
);
const HELTAR = 'n8n-nodes-whatsapp-bsp.heltar';
const TO = '919820009001';

let fixture: Fixture;
beforeAll(async () => {
	fixture = await openFixture('heltar');
});

it('a template whose header is a file of the item is approved, and sent with a picture', async () => {
	const { api, control, credential, sandboxUrl } = fixture;
	const create = byHand('Template with a picture', {
		type: HELTAR,
		parameters: {
			resource: 'template',
			operation: 'create',
			name: 'season_opening',
			category: 'MARKETING',
			language: 'en',
			headerFormat: 'IMAGE',
			headerBinaryPropertyName: 'data',
			bodyText: 'We are open again.',
		},
		credentials: { heltarApi: credential },
	});
	const [start, act] = create.nodes;
	const workflow = await api.createWorkflow({
		...create,
		nodes: [
			start,
			{
				name: 'Text',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				position: [110, 0],
				parameters: {
					assignments: {
						assignments: [{ id: 'p', name: 'picture', value: PNG.toString('base64'), type: 'string' }],
					},
					options: {},
				},
			},
			{
				name: 'Picture',
				type: 'n8n-nodes-base.convertToFile',
				typeVersion: 1.1,
				position: [220, 0],
				parameters: {
					operation: 'toBinary',
					sourceProperty: 'picture',
					options: { fileName: 'season.png', mimeType: 'image/png' },
				},
			},
			{ ...act, position: [440, 0] },
		],
		connections: Object.fromEntries(
			[
				['Start', 'Text'],
				['Text', 'Picture'],
				['Picture', 'Act'],
			].map(([from, node]) => [from, { main: [[{ node, type: 'main', index: 0 }]] }]),
		),
	});
	const { status, data } = await api.run(workflow, 'Start');
	expect([status, data.resultData.error?.message]).toEqual(['success', undefined]);
	expect(data.resultData.runData.Act[0].data?.main[0][0].json).toMatchObject({
		name: 'season_opening',
		status: 'PENDING',
	});

	const [upload, submission] = (await control.requests()).filter(({ method }) => method === 'POST');
	expect(upload).toMatchObject({
		path: '/v1/business/resumable-upload',
		status: 200,
		body: {
			file: {
				name: 'season.png',
				type: 'image/png',
				bytes: PNG.length,
				sha256: createHash('sha256').update(PNG).digest('hex'),
			},
		},
	});
	expect(submission).toMatchObject({
		path: '/v1/templates',
		status: 200,
		body: {
			components: [
				{
					type: 'HEADER',
					format: 'IMAGE',
					example: { header_handle: [expect.stringMatching(/^4::/)] },
				},
				{ type: 'BODY', text: 'We are open again.' },
			],
		},
	});

	await axios.patch(`${sandboxUrl}/_sandbox/heltar/templates/season_opening`, { status: 'APPROVED' });
	const send = await api.createWorkflow(
		byHand('Send it', {
			type: HELTAR,
			parameters: {
				resource: 'message',
				operation: 'sendTemplate',
				clientWaNumber: TO,
				templateName: { __rl: true, mode: 'list', value: 'season_opening' },
				languageCode: 'en',
				variables: {
					mappingMode: 'defineBelow',
					value: { 'header.image': 'https://files.example.org/season.png' },
				},
			},
			credentials: { heltarApi: credential },
		}),
	);
	expect((await api.run(send, 'Start')).status).toBe('success');
	const message = await eventually(async () => {
		const [one] = await control.conversation(TO);
		return one?.status === 'delivered' && one;
	}, 'the message');
	expect(message).toMatchObject({ type: 'template', text: 'We are open again.' });
});
