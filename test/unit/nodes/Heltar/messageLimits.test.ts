import { sendContacts } from '../../../../nodes/Heltar/operations/message/sendContacts';
import { sendLocation } from '../../../../nodes/Heltar/operations/message/sendLocation';
import { sendText } from '../../../../nodes/Heltar/operations/message/sendText';
import type { Parameters } from './limits';
import { chars, testLimits } from './limits';

const place = { latitude: 0, longitude: 0 };
const card = (parts: Parameters) => ({
	contacts: {
		values: [{ formatted_name: 'Dana', phones: { values: [{ phone: '447700900555' }] }, ...parts }],
	},
});

testLimits([
	[
		'text',
		sendText,
		{ message: chars(4096) },
		{ message: chars(4097) },
		'Message: 4097 characters, the maximum is 4096',
	],
	[
		'messages of a call',
		sendText,
		{ message: 'Hi', options: { batchSize: 1000 } },
		{ message: 'Hi', options: { batchSize: 1001 } },
		'Options → Batch Size: 1001, the maximum is 1000',
	],
	[
		'a message of a call at least',
		sendText,
		{ message: 'Hi', options: { batchSize: 1 } },
		{ message: 'Hi', options: { batchSize: 0 } },
		'Options → Batch Size: 0, the minimum is 1',
	],
	[
		'a character of text at least',
		sendText,
		{ message: 'x' },
		{ message: '' },
		'Message: nothing is filled in',
	],
	[
		'a name on a contact card',
		sendContacts,
		card({}),
		card({ formatted_name: '' }),
		'Contacts → Contact 1 → Full Name: nothing is filled in',
	],
	[
		'a contact card at least',
		sendContacts,
		card({}),
		{ contacts: {} },
		'Contacts: none added, the minimum is 1',
	],
	[
		'a number on a contact card',
		sendContacts,
		card({}),
		card({ phones: {} }),
		'Contacts → Contact 1 → Phones: none added, the minimum is 1',
	],
	[
		'digits in the number of a contact card',
		sendContacts,
		card({ phones: { values: [{ phone: '112' }] } }),
		card({ phones: { values: [{ phone: 'office' }] } }),
		'Contacts → Contact 1 → Phones → Phone 1 → Phone: "office" has no digits',
	],
	[
		'country code of an address',
		sendContacts,
		card({ addresses: { values: [{ country_code: 'gb' }] } }),
		card({ addresses: { values: [{ country_code: 'GBR' }] } }),
		'Contacts → Contact 1 → Addresses → Address 1 → Country Code: "GBR" is not',
	],
	[
		'birthday',
		sendContacts,
		card({ birthday: '2000-02-29' }),
		card({ birthday: '2001-02-29' }),
		'Contacts → Contact 1 → Birthday: "2001-02-29" is not a date',
	],
	[
		'northernmost',
		sendLocation,
		{ ...place, latitude: 90 },
		{ ...place, latitude: 90.0001 },
		'Latitude: 90.0001, the maximum is 90',
	],
	[
		'southernmost',
		sendLocation,
		{ ...place, latitude: '-90' },
		{ ...place, latitude: -91 },
		'Latitude: -91, the minimum is -90',
	],
	[
		'easternmost',
		sendLocation,
		{ ...place, longitude: 180 },
		{ ...place, longitude: 180.5 },
		'Longitude: 180.5, the maximum is 180',
	],
	[
		'westernmost',
		sendLocation,
		{ ...place, longitude: -180 },
		{ ...place, longitude: -181 },
		'Longitude: -181, the minimum is -180',
	],
	['no latitude', sendLocation, place, { longitude: 0 }, 'Latitude: nothing is filled in'],
]);
