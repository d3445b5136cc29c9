import { requestAddress } from '../../../../nodes/Heltar/operations/message/requestAddress';
import { sendButtons } from '../../../../nodes/Heltar/operations/message/sendButtons';
import { sendCtaUrl } from '../../../../nodes/Heltar/operations/message/sendCtaUrl';
import { sendList } from '../../../../nodes/Heltar/operations/message/sendList';
import type { Parameters } from './limits';
import { chars, many, testLimits } from './limits';

const button = (parts: Parameters) => ({ body: 'Q', buttons: { values: [{ title: 'A', ...parts }] } });
const section = (rows: Parameters[], title = 'S') => ({ title, rows: { values: rows } });
const list = (sections: Parameters[]) => ({ body: 'Q', button: 'Open', sections: { values: sections } });
const row = (parts: Parameters) => list([section([{ title: 'A', ...parts }])]);
const page = { body: 'B', display_text: 'Open', url: 'https://example.org' };
const oneButton = button({});
const oneRow = row({});

testLimits([
	[
		'no body where it is needed',
		sendButtons,
		oneButton,
		{ ...oneButton, body: '' },
		'Body: nothing is filled in',
	],
	[
		'header link over https',
		sendButtons,
		{ ...oneButton, headerType: 'image', headerLink: 'https://files.example.org/a%2520b.png' },
		{ ...oneButton, headerType: 'image', headerLink: 'http://files.example.org/a.png' },
		'Header Link: must start with https://',
	],
	[
		'header link on this machine',
		sendButtons,
		{ ...oneButton, headerType: 'video', headerLink: 'http://127.0.0.1:5701/a.mp4' },
		{ ...oneButton, headerType: 'video', headerLink: 'http://128.0.0.1/a.mp4' },
		'Header Link: must start with https://',
	],
	[
		'header link that is an address',
		sendCtaUrl,
		{ ...page, headerType: 'document', headerLink: 'https://localhost/a.pdf' },
		{ ...page, headerType: 'document', headerLink: 'a.pdf' },
		'Header Link: "a.pdf" is not a web address',
	],
	[
		'number of buttons',
		sendButtons,
		{ body: 'Q', buttons: { values: many(3, (at) => ({ title: `${at}` })) } },
		{ body: 'Q', buttons: { values: many(4, (at) => ({ title: `${at}` })) } },
		'Buttons: 4 added, the maximum is 3',
	],
	[
		'a button at least',
		sendButtons,
		oneButton,
		{ body: 'Q', buttons: {} },
		'Buttons: none added, the minimum is 1',
	],
	[
		'button title',
		sendButtons,
		button({ title: chars(20) }),
		button({ title: chars(21) }),
		'Buttons → Button 1 → Title: 21 characters, the maximum is 20',
	],
	[
		'button title empty',
		sendButtons,
		button({ title: 'A' }),
		button({ title: ' ' }),
		'Buttons → Button 1 → Title: nothing is filled in',
	],
	[
		'button ID',
		sendButtons,
		button({ id: chars(256) }),
		button({ id: chars(257) }),
		'Buttons → Button 1 → ID: 257 characters, the maximum is 256',
	],
	[
		'button IDs differ',
		sendButtons,
		{
			body: 'Q',
			buttons: {
				values: [
					{ title: 'A', id: 'x' },
					{ title: 'B', id: 'X' },
				],
			},
		},
		{
			body: 'Q',
			buttons: {
				values: [
					{ title: 'A', id: 'x' },
					{ title: 'B', id: 'x' },
				],
			},
		},
		'Buttons → Button 2 → ID: must be unique among the buttons ("x" is used twice)',
	],
	[
		'button titles differ',
		sendButtons,
		{ body: 'Q', buttons: { values: [{ title: 'A' }, { title: 'a' }] } },
		{
			body: 'Q',
			buttons: {
				values: [
					{ title: 'A', id: '1' },
					{ title: 'A', id: '2' },
				],
			},
		},
		'Buttons → Button 2 → Title: must be unique among the buttons ("A" is used twice)',
	],
	[
		'list button',
		sendList,
		{ ...oneRow, button: chars(20) },
		{ ...oneRow, button: chars(21) },
		'Button Text: 21 characters, the maximum is 20',
	],
	[
		'sections of a list',
		sendList,
		list(many(10, (at) => section([{ title: `${at}` }]))),
		list(many(11, (at) => section([{ title: `${at}` }]))),
		'Sections: 11 added, the maximum is 10',
	],
	[
		'rows of a section; more in total are WhatsApp’s to judge',
		sendList,
		list(many(2, (part) => section(many(10, (at) => ({ title: `${part}-${at}` }))))),
		list([section(many(11, (at) => ({ title: `${at}` })))]),
		'Sections → Section 1 → Rows: 11 added, the maximum is 10',
	],
	[
		'a row at least',
		sendList,
		oneRow,
		list([section([])]),
		'Sections → Section 1 → Rows: none added, the minimum is 1',
	],
	[
		'section title',
		sendList,
		list([section([{ title: 'A' }], chars(24))]),
		list([section([{ title: 'A' }], chars(25))]),
		'Sections → Section 1 → Title: 25 characters, the maximum is 24',
	],
	[
		'section title among several',
		sendList,
		list([section([{ title: 'A' }], '')]),
		list([section([{ title: 'A' }]), section([{ title: 'B' }], '')]),
		'Sections → Section 2 → Title: must not be empty when there are several sections',
	],
	[
		'row title',
		sendList,
		row({ title: chars(24) }),
		row({ title: chars(25) }),
		'Sections → Section 1 → Rows → Row 1 → Title: 25 characters, the maximum is 24',
	],
	[
		'row description',
		sendList,
		row({ description: chars(72) }),
		row({ description: chars(73) }),
		'Sections → Section 1 → Rows → Row 1 → Description: 73 characters, the maximum is 72',
	],
	[
		'row ID',
		sendList,
		row({ id: chars(200) }),
		row({ id: chars(201) }),
		'Sections → Section 1 → Rows → Row 1 → ID: 201 characters, the maximum is 200',
	],
	[
		'row IDs differ over all sections',
		sendList,
		list([section([{ title: 'A', id: '1' }]), section([{ title: 'A', id: '2' }])]),
		list([section([{ title: 'A', id: '1' }]), section([{ title: 'B', id: '1' }])]),
		'Sections → Section 2 → Rows → Row 1 → ID: must be unique among the rows of a list ("1" is used twice)',
	],
	[
		'text of a URL button',
		sendCtaUrl,
		{ ...page, display_text: chars(20) },
		{ ...page, display_text: chars(21) },
		'Button Text: 21 characters, the maximum is 20',
	],
	[
		'page of a URL button',
		sendCtaUrl,
		{ ...page, url: 'http://example.org/a' },
		{ ...page, url: 'mailto:dana@example.org' },
		'URL: "mailto:dana@example.org" is not a web address',
	],
	[
		'country',
		requestAddress,
		{ body: 'B', country: ' in ' },
		{ body: 'B', country: 'IND' },
		'Country: "IND" is not',
	],
	[
		'options of an address request',
		requestAddress,
		{ body: 'B', country: 'IN', addressOptions: { values: '{"city": "Pune"}' } },
		{ body: 'B', country: 'IN', addressOptions: { values: '["Pune"]' } },
		'Address Options → Values: must be an object',
	],
	[
		'saved addresses',
		requestAddress,
		{ body: 'B', country: 'IN', addressOptions: { saved_addresses: '[]' } },
		{ body: 'B', country: 'IN', addressOptions: { saved_addresses: '["home"]' } },
		'Address Options → Saved Addresses → Address 1: must be an object',
	],
]);
