import type { IDataObject } from 'n8n-workflow';

import { recordText } from '../../../../nodes/Heltar/chatMemory/recordText';

test.each<[string, IDataObject, string]>([
	['a text', { type: 'text', body: 'Are you open?' }, 'Are you open?'],
	['a text of older servers', { type: 'text', content: 'Are you open?' }, 'Are you open?'],
	['an image with a caption', { type: 'media', mimeType: 'image/jpeg', caption: 'Broken' }, '[image] Broken'],
	['an image without one', { type: 'media', mimeType: 'image/jpeg', caption: '', name: 'x.jpg' }, '[image]'],
	['a file of a known kind', { type: 'sticker', mimeType: 'image/webp' }, '[sticker]'],
	['a voice note', { type: 'media', mimeType: 'audio/ogg; codecs=opus' }, '[audio]'],
	['a film', { type: 'media', mimeType: 'video/mp4', body: 'Look' }, '[video] Look'],
	[
		'a document',
		{ type: 'media', mimeType: 'application/pdf', name: 'invoice.pdf', caption: 'Paid' },
		'[document: invoice.pdf] Paid',
	],
	['a document without a name', { type: 'media', mimeType: null, name: null }, '[document]'],
	['a template', { type: 'template', templateName: 'offer', body: '20 % off today' }, '20 % off today'],
	[
		'a template with a picture',
		{
			type: 'template',
			templateName: 'offer',
			body: '20 % off',
			awsLink: 'https://a/b',
			mimeType: 'image/png',
		},
		'20 % off',
	],
	[
		'a template without its text',
		{ type: 'template', templateName: 'offer', body: null },
		'[template offer]',
	],
	['a template of older servers', { type: 'template', name: 'offer' }, '[template offer]'],
	[
		'a tapped button',
		{
			type: 'interactive',
			body: null,
			interactive: { type: 'button_reply', button_reply: { id: 'y', title: 'Yes' } },
		},
		'Yes',
	],
	[
		'a chosen row',
		{ type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: '1', title: 'Monday' } } },
		'Monday',
	],
	[
		'a filled-in form',
		{
			type: 'interactive',
			interactive: {
				type: 'nfm_reply',
				nfm_reply: { body: 'Sent', response_json: '{"size":"L","flow_token":"t"}' },
			},
		},
		'size: L',
	],
	['a tapped button of a template', { type: 'button', button: { text: 'Stop', payload: 'stop' } }, 'Stop'],
	[
		'a question with buttons',
		{
			type: 'interactive',
			body: 'Shall we come?',
			interactive: { type: 'button', body: { text: 'Shall we come?' } },
		},
		'Shall we come?',
	],
	['a question without words', { type: 'interactive', interactive: { type: 'button' } }, '[interactive]'],
	[
		'a place',
		{ type: 'location', location: { latitude: 1, longitude: 2, name: 'Our shop' } },
		'[location] Our shop (1, 2)',
	],
	['a place with nothing in it', { type: 'location' }, '[location]'],
	['a type nobody knows', { type: 'poll' }, '[poll]'],
	['a text of nothing but spaces', { type: 'text', body: '  ' }, '[text]'],
	['nothing at all', {}, '[unsupported message]'],
])('%s', (_, record, expected) => {
	expect(recordText(record)).toBe(expected);
});
