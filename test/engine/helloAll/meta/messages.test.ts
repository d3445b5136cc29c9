import type { IDataObject } from 'n8n-workflow';

import { onTheWire, openFixture, sent, TO } from './fixture';

/** Every kind of message as `/api/meta` takes it: WhatsApp's Cloud API. */

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
	fixture = await openFixture();
});
afterAll(async () => await fixture.close());
beforeEach(async () => await fixture.reset());

const LINK = 'https://files.example.com/a';

/** Operation, its parameters, and what goes out for it. */
const MESSAGES: Record<string, [parameters: IDataObject, type: string, part: unknown, more?: IDataObject]> = {
	sendText: [{ body: 'Hello' }, 'text', { body: 'Hello' }],
	'sendText, with a preview': [
		{ body: 'See https://example.com', options: { preview_url: true } },
		'text',
		{ body: 'See https://example.com', preview_url: true },
	],
	'sendText, as a reply': [
		{ body: 'Yes', options: { message_id: 'wamid.A1' } },
		'text',
		{ body: 'Yes' },
		{ context: { message_id: 'wamid.A1' } },
	],
	sendImage: [{ link: LINK, caption: 'Parcel' }, 'image', { link: LINK, caption: 'Parcel' }],
	sendVideo: [{ source: 'id', id: '700000000000007' }, 'video', { id: '700000000000007' }],
	sendAudio: [{ link: LINK }, 'audio', { link: LINK }],
	sendSticker: [{ link: LINK }, 'sticker', { link: LINK }],
	sendDocument: [
		{ link: LINK, filename: 'inv-17.pdf', caption: 'Invoice' },
		'document',
		{ link: LINK, filename: 'inv-17.pdf', caption: 'Invoice' },
	],
	sendLocation: [
		{ latitude: 28.4, longitude: 77, name: 'Shop', address: '1 Market Road' },
		'location',
		{ latitude: 28.4, longitude: 77, name: 'Shop', address: '1 Market Road' },
	],
	sendContacts: [
		{
			contacts: {
				values: [{ formatted_name: 'Asha Verma', phones: { values: [{ phone: '910000000124' }] } }],
			},
		},
		'contacts',
		[expect.objectContaining({ phones: [expect.objectContaining({ phone: '910000000124' })] })],
	],
	sendReplyButtons: [
		{ body: 'Deliver today?', buttons: { values: [{ id: 'y', title: 'Yes' }] } },
		'interactive',
		{
			type: 'button',
			body: { text: 'Deliver today?' },
			action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] },
		},
	],
	sendTemplate: [
		{
			templateName: { mode: 'id', value: 'order_update' },
			languageCode: 'en',
			options: { namespace: 'c8ae5f90_307a' },
		},
		'template',
		{ name: 'order_update', language: { policy: 'deterministic', code: 'en' } },
	],
};

test.each(Object.entries(MESSAGES))('%s', async (name, [parameters, type, part, more]) => {
	const [operation] = name.split(',');
	await fixture.run({ resource: 'message', operation, to: TO, ...parameters });
	const calls = (await fixture.requests()).map(onTheWire);
	expect(calls).toEqual([sent(type, part, more)]);
});
