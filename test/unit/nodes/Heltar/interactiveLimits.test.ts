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
	['no body where it is needed', sendButtons, oneButton, { ...oneButton, body: '' }, 'Body is empty'],
	[
		'header link over https',
		sendButtons,
		{ ...oneButton, headerType: 'image', headerLink: 'https://files.example.org/a%2520b.png' },
		{ ...oneButton, headerType: 'image', headerLink: 'http://files.example.org/a.png' },
		'Header Link must start with https://',
	],
	[
		'header link on this machine',
		sendButtons,
		{ ...oneButton, headerType: 'video', headerLink: 'http://127.0.0.1:5701/a.mp4' },
		{ ...oneButton, headerType: 'video', headerLink: 'http://128.0.0.1/a.mp4' },
		'Header Link must start with https://',
	],
	[
		'header link that is an address',
		sendCtaUrl,
		{ ...page, headerType: 'document', headerLink: 'https://localhost/a.pdf' },
		{ ...page, headerType: 'document', headerLink: 'a.pdf' },
		'Header Link is "a.pdf", which is not a web address',
	],
	[
		'number of buttons',
		sendButtons,
		{ body: 'Q', buttons: { values: many(3, (at) => ({ title: `${at}` })) } },
		{ body: 'Q', buttons: { values: many(4, (at) => ({ title: `${at}` })) } },
		'Buttons must have at most 3 entries (got 4)',
	],
	[
		'a button at least',
		sendButtons,
		oneButton,
		{ body: 'Q', buttons: {} },
		'Buttons must have at least one entry',
	],
	[
		'button title',
		sendButtons,
		button({ title: chars(20) }),
		button({ title: chars(21) }),
		'Buttons → Button 1 → Title must have at most 20 characters (got 21)',
	],
	[
		'button title empty',
		sendButtons,
		button({ title: 'A' }),
		button({ title: ' ' }),
		'Buttons → Button 1 → Title is empty',
	],
	[
		'button ID',
		sendButtons,
		button({ id: chars(256) }),
		button({ id: chars(257) }),
		'Buttons → Button 1 → ID must have at most 256 characters (got 257)',
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
		'Buttons → Button 2 → ID must be unique among the buttons ("x" is used twice)',
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
		'Buttons → Button 2 → Title must be unique among the buttons ("A" is used twice)',
	],
	[
		'list button',
		sendList,
		{ ...oneRow, button: chars(20) },
		{ ...oneRow, button: chars(21) },
		'Button Text must have at most 20 characters (got 21)',
	],
	[
		'sections of a list',
		sendList,
		list(many(10, (at) => section([{ title: `${at}` }]))),
		list(many(11, (at) => section([{ title: `${at}` }]))),
		'Sections must have at most 10 entries (got 11)',
	],
	[
		'rows of a section; more in total are WhatsApp’s to judge',
		sendList,
		list(many(2, (part) => section(many(10, (at) => ({ title: `${part}-${at}` }))))),
		list([section(many(11, (at) => ({ title: `${at}` })))]),
		'Sections → Section 1 → Rows must have at most 10 entries (got 11)',
	],
	[
		'a row at least',
		sendList,
		oneRow,
		list([section([])]),
		'Sections → Section 1 → Rows must have at least one entry',
	],
	[
		'section title',
		sendList,
		list([section([{ title: 'A' }], chars(24))]),
		list([section([{ title: 'A' }], chars(25))]),
		'Sections → Section 1 → Title must have at most 24 characters (got 25)',
	],
	[
		'section title among several',
		sendList,
		list([section([{ title: 'A' }], '')]),
		list([section([{ title: 'A' }]), section([{ title: 'B' }], '')]),
		'Sections → Section 2 → Title must not be empty when there are several sections',
	],
	[
		'row title',
		sendList,
		row({ title: chars(24) }),
		row({ title: chars(25) }),
		'Sections → Section 1 → Rows → Row 1 → Title must have at most 24 characters (got 25)',
	],
	[
		'row description',
		sendList,
		row({ description: chars(72) }),
		row({ description: chars(73) }),
		'Sections → Section 1 → Rows → Row 1 → Description must have at most 72 characters (got 73)',
	],
	[
		'row ID',
		sendList,
		row({ id: chars(200) }),
		row({ id: chars(201) }),
		'Sections → Section 1 → Rows → Row 1 → ID must have at most 200 characters (got 201)',
	],
	[
		'row IDs differ over all sections',
		sendList,
		list([section([{ title: 'A', id: '1' }]), section([{ title: 'A', id: '2' }])]),
		list([section([{ title: 'A', id: '1' }]), section([{ title: 'B', id: '1' }])]),
		'Sections → Section 2 → Rows → Row 1 → ID must be unique among the rows of a list ("1" is used twice)',
	],
	[
		'text of a URL button',
		sendCtaUrl,
		{ ...page, display_text: chars(20) },
		{ ...page, display_text: chars(21) },
		'Button Text must have at most 20 characters (got 21)',
	],
	[
		'page of a URL button',
		sendCtaUrl,
		{ ...page, url: 'http://example.org/a' },
		{ ...page, url: 'mailto:dana@example.org' },
		'URL is "mailto:dana@example.org", but must be a web address',
	],
	[
		'country',
		requestAddress,
		{ body: 'B', country: ' in ' },
		{ body: 'B', country: 'IND' },
		'Country is "IND"',
	],
	[
		'options of an address request',
		requestAddress,
		{ body: 'B', country: 'IN', addressOptions: { values: '{"city": "Pune"}' } },
		{ body: 'B', country: 'IN', addressOptions: { values: '["Pune"]' } },
		'Address Options → Values must be an object',
	],
	[
		'saved addresses',
		requestAddress,
		{ body: 'B', country: 'IN', addressOptions: { saved_addresses: '[]' } },
		{ body: 'B', country: 'IN', addressOptions: { saved_addresses: '["home"]' } },
		'Address Options → Saved Addresses → Address 1 must be an object',
	],
]);
