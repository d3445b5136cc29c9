import { contactCard } from '../../../whatsapp/contacts';
import { countryCode } from '../../../whatsapp/country';

describe('a contact card', () => {
	const phones = [{ phone: '0044 (7700) 900-555' }];

	test('has the parts of the name it is given, and the full name as the first one when there are none', () => {
		const named = (name: Parameters<typeof contactCard>[0]['name']) =>
			contactCard({ formatted_name: 'Dana Field', phones, name });
		expect(named({ last_name: 'Field', prefix: '' })).toEqual({
			name: { formatted_name: 'Dana Field', last_name: 'Field' },
			phones: [{ phone: '0044 (7700) 900-555', wa_id: '447700900555' }],
		});
		for (const none of [undefined, {}, { prefix: '' }]) {
			expect(named(none).name).toEqual({ formatted_name: 'Dana Field', first_name: 'Dana Field' });
		}
	});

	test('keeps the prefix and the WhatsApp ID it is given', () => {
		const card = contactCard({
			formatted_name: 'Dana',
			phones: [{ phone: '112', wa_id: '447700900555', type: 'WORK' }],
			name: { prefix: 'Dr' },
		});
		expect(card).toEqual({
			name: { formatted_name: 'Dana', prefix: 'Dr' },
			phones: [{ phone: '112', wa_id: '447700900555', type: 'WORK' }],
		});
	});

	test('leaves out blocks that are empty', () => {
		const card = contactCard({
			formatted_name: 'Dana',
			phones,
			emails: [],
			urls: [],
			addresses: [{ city: '', type: undefined }],
			org: { company: '' },
			birthday: '',
		});
		expect(Object.keys(card)).toEqual(['name', 'phones']);
	});
});

test.each([
	['in', { value: 'IN' }],
	[' GB ', { value: 'GB' }],
	[
		'IND',
		{ problem: '"IND" is not a two-letter country code', advice: expect.stringContaining('two-letter') },
	],
	['1N', { problem: '"1N" is not a two-letter country code', advice: expect.stringContaining('two-letter') }],
])('%s as a country', (given, expected) => {
	expect(countryCode(given)).toEqual(expected);
});
