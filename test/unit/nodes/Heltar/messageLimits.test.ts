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
		'Message must have at most 4096 characters (got 4097)',
	],
	[
		'messages of a call',
		sendText,
		{ message: 'Hi', options: { batchSize: 1000 } },
		{ message: 'Hi', options: { batchSize: 1001 } },
		'Options → Batch Size must be at most 1000 (got 1001)',
	],
	[
		'a message of a call at least',
		sendText,
		{ message: 'Hi', options: { batchSize: 1 } },
		{ message: 'Hi', options: { batchSize: 0 } },
		'Options → Batch Size must be at least 1 (got 0)',
	],
	['a character of text at least', sendText, { message: 'x' }, { message: '' }, 'Message is empty'],
	[
		'a name on a contact card',
		sendContacts,
		card({}),
		card({ formatted_name: '' }),
		'Contacts → Contact 1 → Full Name is empty',
	],
	[
		'a contact card at least',
		sendContacts,
		card({}),
		{ contacts: {} },
		'Contacts must have at least one entry',
	],
	[
		'a number on a contact card',
		sendContacts,
		card({}),
		card({ phones: {} }),
		'Contacts → Contact 1 → Phones must have at least one entry',
	],
	[
		'digits in the number of a contact card',
		sendContacts,
		card({ phones: { values: [{ phone: '112' }] } }),
		card({ phones: { values: [{ phone: 'office' }] } }),
		'Contacts → Contact 1 → Phones → Phone 1 → Phone is "office", which has no digits',
	],
	[
		'country code of an address',
		sendContacts,
		card({ addresses: { values: [{ country_code: 'gb' }] } }),
		card({ addresses: { values: [{ country_code: 'GBR' }] } }),
		'Contacts → Contact 1 → Addresses → Address 1 → Country Code is "GBR"',
	],
	[
		'birthday',
		sendContacts,
		card({ birthday: '2000-02-29' }),
		card({ birthday: '2001-02-29' }),
		'Contacts → Contact 1 → Birthday is "2001-02-29", which is not a date',
	],
	[
		'northernmost',
		sendLocation,
		{ ...place, latitude: 90 },
		{ ...place, latitude: 90.0001 },
		'Latitude must be at most 90 (got 90.0001)',
	],
	[
		'southernmost',
		sendLocation,
		{ ...place, latitude: '-90' },
		{ ...place, latitude: -91 },
		'Latitude must be at least -90 (got -91)',
	],
	[
		'easternmost',
		sendLocation,
		{ ...place, longitude: 180 },
		{ ...place, longitude: 180.5 },
		'Longitude must be at most 180 (got 180.5)',
	],
	[
		'westernmost',
		sendLocation,
		{ ...place, longitude: -180 },
		{ ...place, longitude: -181 },
		'Longitude must be at least -180 (got -181)',
	],
	['no latitude', sendLocation, place, { longitude: 0 }, 'Latitude is empty'],
]);
