import { contactId, personId, groupId, recipientId, whatsAppPersonId } from '../../../whatsapp/recipient';

const GROUP = 'Y2FwYWJsZS1ncm91cC1pZA==';

describe('recipients', () => {
	test.each([
		['447700900123', '447700900123'],
		['+44 7700-900 123', '447700900123'],
		['0044 (7700) 900123', '447700900123'],
		['GB.7315902846613057', 'GB.7315902846613057'],
		['GB.ENT.7315902846613057', 'GB.ENT.7315902846613057'],
		['\u200EGB.7315902846613057 ', 'GB.7315902846613057'],
		['447700900123@rcs', '447700900123@rcs'],
		['+44 7700 900123@rcs', '447700900123@rcs'],
		['abc123@web', 'abc123@web'],
		[GROUP, GROUP],
	])('%s goes out as %s', (typed, wire) => {
		expect(recipientId(typed)).toEqual({ value: wire });
	});

	test.each([
		['07700900123', 'must not start with 0'],
		['123456', 'a number has 7 to 15'],
		['1234567890123456', 'a number has 7 to 15'],
		['Dana', 'not a phone number'],
		['', 'nothing is filled in'],
		['   ', 'nothing is filled in'],
		['\u200B', 'nothing is filled in'],
		['12345678901234567890', 'a number has 7 to 15'],
		['dana@example.org', 'is not a valid recipient'],
		['447700900123@s.whatsapp.net', 'is not a valid recipient'],
		['447700900123@c.us', 'is not a valid recipient'],
		['dana@rcs', 'not a phone number'],
		['two words@web', 'is not a valid recipient'],
		[`GB.${'7'.repeat(129)}`, '"GB.7'],
	])('%j is refused', (typed, reason) => {
		expect(recipientId(typed)).toMatchObject({ problem: expect.stringContaining(reason) });
	});

	test('some messages do not go to groups', () => {
		expect(personId('+44 7700 900123')).toEqual({ value: '447700900123' });
		expect(personId(GROUP)).toMatchObject({
			problem: expect.stringContaining('this type of message cannot be sent to a group'),
		});
	});

	test('some are about people on WhatsApp, others about groups', () => {
		expect(whatsAppPersonId('+44 7700 900123')).toEqual({ value: '447700900123' });
		expect(whatsAppPersonId('447700900123@rcs')).toMatchObject({
			problem: expect.stringContaining('not of WhatsApp'),
		});
		expect(whatsAppPersonId(GROUP)).toMatchObject({
			problem: expect.stringContaining('this type of message cannot be sent to a group'),
		});
		expect(groupId(` ${GROUP} `)).toEqual({ value: GROUP });
		for (const other of ['447700900123', 'GB.7315902846613057', 'Kitchen project', '']) {
			expect(groupId(other)).toMatchObject({ problem: expect.stringContaining('not a group ID') });
		}
	});

	test('contacts may be of any channel, but not of any address', () => {
		expect(contactId('dana_17@instagram')).toEqual({ value: 'dana_17@instagram' });
		expect(contactId('+44 (0)7700 900123')).toEqual({ value: '447700900123' });
		expect(contactId('dana@example.org')).toMatchObject({ problem: expect.any(String) });
	});
});
