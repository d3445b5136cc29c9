import type { IDataObject } from 'n8n-workflow';

import { openFixture } from './fixture';

const TO = '910000000123';

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
	fixture = await openFixture();
});
afterAll(async () => await fixture.close());

/** What goes beyond the provider's document, in WhatsApp's own form. */
const MESSAGES: Array<[operation: string, parameters: IDataObject, body: IDataObject]> = [
	[
		'sendAudio',
		{ link: 'https://files.example.com/note.ogg' },
		{ type: 'audio', audio: { link: 'https://files.example.com/note.ogg' } },
	],
	[
		'sendSticker',
		{ link: 'https://files.example.com/wave.webp' },
		{ type: 'sticker', sticker: { link: 'https://files.example.com/wave.webp' } },
	],
	[
		'sendLocation',
		{ latitude: '28.4', longitude: 77, name: 'Office', address: 'Sector 29' },
		{ type: 'location', location: { latitude: 28.4, longitude: 77, name: 'Office', address: 'Sector 29' } },
	],
	[
		'sendText',
		{ body: 'See https://example.com', options: { preview_url: true } },
		{ type: 'text', text: { body: 'See https://example.com' }, preview_url: true },
	],
];

test.each(MESSAGES)('%s', async (operation, parameters, body) => {
	await fixture.requests();
	const { error } = await fixture.run({ resource: 'message', operation, to: TO, ...parameters });
	expect(error).toBeUndefined();
	const requests = await fixture.requests();
	expect(requests.map((call) => call.body)).toEqual([{ to: TO, recipient_type: 'individual', ...body }]);
});

test.each<[what: string, parts: IDataObject, name: IDataObject]>([
	['the parts of the name that are given', { first_name: 'Asha' }, { first_name: 'Asha' }],
	['the full name as the first one without any', {}, { first_name: 'Asha Verma' }],
	['a prefix only where there is one', { prefix: 'Dr' }, { prefix: 'Dr' }],
])('sendContacts: a card has %s', async (_what, parts, name) => {
	await fixture.requests();
	const { error } = await fixture.run({
		resource: 'message',
		operation: 'sendContacts',
		to: TO,
		contacts: {
			values: [
				{
					formatted_name: 'Asha Verma',
					name: parts,
					phones: { values: [{ phone: '+91 00000 00123', type: 'CELL' }] },
				},
			],
		},
	});
	expect(error).toBeUndefined();
	expect((await fixture.requests())[0]?.body).toMatchObject({
		type: 'contacts',
		contacts: [
			{
				name: { formatted_name: 'Asha Verma', ...name },
				phones: [{ phone: '+91 00000 00123', wa_id: '910000000123', type: 'CELL' }],
			},
		],
	});
	expect(Object.keys((await fixture.everyRequest()).at(-1)?.body.contacts[0].name)).toHaveLength(2);
});

test('a date in a text goes out in its ISO form', async () => {
	await fixture.requests();
	const { error } = await fixture.run(
		{ resource: 'message', operation: 'sendText', to: TO, body: '={{ $json.at }}' },
		[{ at: new Date('2026-03-01T04:00:00Z') } as unknown as IDataObject],
	);
	expect(error).toBeUndefined();
	expect((await fixture.requests())[0].body).toMatchObject({ text: { body: '2026-03-01T04:00:00.000Z' } });
});

test('a customer’s message is answered as a reply, and marked as read', async () => {
	const { id } = await fixture.post<{ id: string }>('/hello-all/inbound', {
		from: TO,
		message: { type: 'text', text: { body: 'Is it there yet?' } },
	});
	await fixture.requests();
	const reply = await fixture.run({
		resource: 'message',
		operation: 'sendText',
		to: TO,
		body: 'It is.',
		options: { message_id: id },
	});
	const read = await fixture.run({ resource: 'message', operation: 'markRead', message_id: id });
	expect([reply.error, read.error]).toEqual([undefined, undefined]);
	expect(await fixture.requests()).toMatchObject([
		{ method: 'POST', path: '/v1/messages', body: { context: { message_id: id } } },
		{ method: 'PUT', path: `/v1/messages/${encodeURIComponent(id)}`, body: { status: 'read' } },
	]);
});

test('a file WhatsApp holds is sent by its id', async () => {
	const { id } = await fixture.post<{ id: string }>('/hello-all/inbound', {
		from: TO,
		message: { type: 'image', image: { bytes: 100 } },
	});
	const bubble = (await fixture.conversation(TO)).find((one) => one.id === id);
	const media = (bubble?.raw.image as { id: string }).id;
	await fixture.requests();
	await fixture.run({
		resource: 'message',
		operation: 'sendImage',
		to: '910000000124',
		source: 'id',
		id: media,
		caption: 'From Asha',
	});
	expect((await fixture.requests())[0].body).toEqual({
		to: '910000000124',
		recipient_type: 'individual',
		type: 'image',
		image: { id: media, caption: 'From Asha' },
	});
});

test.each<[what: string, parameters: IDataObject, problem: RegExp]>([
	[
		'a text that is too long',
		{ operation: 'sendText', body: 'ü'.repeat(4097) },
		/^Text: 4097 characters, the maximum is 4096/,
	],
	['an empty text', { operation: 'sendText', body: ' ' }, /^Text: nothing is filled in/],
	[
		'a caption that is too long',
		{ operation: 'sendImage', link: 'https://a.example.com/a.png', caption: 'x'.repeat(1025) },
		/^Caption: 1025 characters, the maximum is 1024/,
	],
	[
		'a link without encryption',
		{ operation: 'sendImage', link: 'http://a.example.com/a.png' },
		/^Link: must start with https/,
	],
	[
		'a file name that is too long',
		{ operation: 'sendDocument', link: 'https://a.example.com/a.pdf', filename: 'x'.repeat(241) },
		/^File Name: 241 characters, the maximum is 240/,
	],
	[
		'eleven rows',
		{
			operation: 'sendList',
			body: 'b',
			button: 'b',
			specifySections: 'json',
			sectionsJson: JSON.stringify([
				{ title: 'A', rows: 'abcdef'.split('') },
				{ title: 'B', rows: 'ghijk'.split('') },
			]),
		},
		/the maximum is 10/,
	],
	[
		'rows with one id',
		{
			operation: 'sendList',
			body: 'b',
			button: 'b',
			specifySections: 'json',
			sectionsJson: JSON.stringify([
				{ id: 'x', title: 'A' },
				{ id: 'x', title: 'B' },
			]),
		},
		/used twice/,
	],
	[
		'four buttons',
		{ operation: 'sendReplyButtons', body: 'b', specifyButtons: 'json', buttonsJson: '["a","b","c","d"]' },
		/the maximum is 3/,
	],
])('%s is refused before anything is sent', async (_, parameters, problem) => {
	await fixture.requests();
	const { error } = await fixture.run({ resource: 'message', to: TO, ...parameters });
	expect(error?.message).toMatch(problem);
	expect(await fixture.requests()).toEqual([]);
});

test.each([
	['customField', 'delete', { id: '={{ "" }}' }],
	['customField', 'delete', { id: '..' }],
	['chatCustomField', 'delete', { chatId: '={{ " " }}', id: '1' }],
	['chatCustomField', 'getMany', { chatId: '.' }],
	['media', 'delete', { id: '={{ "" }}' }],
	['profile', 'updateAbout', { text: 'x'.repeat(140) }],
	['chatCustomField', 'upsert', { chatId: '7', data: {} }],
])('%s.%s with %j is refused before anything is sent', async (resource, operation, parameters) => {
	await fixture.requests();
	const { error } = await fixture.run({ resource, operation, ...parameters });
	expect(error?.name).toBe('NodeOperationError');
	expect(await fixture.requests()).toEqual([]);
});

test('an id with a slash stays one segment', async () => {
	await fixture.requests();
	await fixture.run({ resource: 'customField', operation: 'delete', id: 'a/b c' });
	expect((await fixture.requests())[0].path).toBe('/crm/setting/custom-field/a%2Fb%20c');
});
