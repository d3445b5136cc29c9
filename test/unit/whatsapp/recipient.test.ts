import { phoneNumber, recipientId } from '../../../whatsapp/recipient';

describe('recipients', () => {
	test.each([
		['447700900123', '447700900123'],
		['+44 7700-900 123', '447700900123'],
		['0044 (7700) 900123', '447700900123'],
		['GB.7315902846613057', 'GB.7315902846613057'],
		['GB.ENT.7315902846613057', 'GB.ENT.7315902846613057'],
		['447700900123@rcs', '447700900123@rcs'],
		['abc123@web', 'abc123@web'],
		['Y2FwYWJsZS1ncm91cC1pZA==', 'Y2FwYWJsZS1ncm91cC1pZA=='],
	])('%s goes out as %s', (typed, wire) => {
		expect(recipientId(typed)).toEqual({ value: wire });
	});

	test.each([
		['07700900123', 'must not start with 0'],
		['123456', '7 to 15 digits'],
		['1234567890123456', '7 to 15 digits'],
		['Dana', 'not a phone number'],
		['', 'is empty'],
		['   ', 'is empty'],
		['12345678901234567890', '7 to 15 digits'],
	])('%s is refused', (typed, reason) => {
		expect(recipientId(typed)).toMatchObject({ problem: expect.stringContaining(reason) });
	});

	test('the least number of digits is the provider’s', () => {
		expect(phoneNumber('1234567', 7)).toEqual({ value: '1234567' });
		expect(phoneNumber('1234567', 8)).toMatchObject({ problem: expect.stringContaining('8 to 15') });
	});
});
