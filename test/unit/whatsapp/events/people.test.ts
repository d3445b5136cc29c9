import { cleanNumber, looksLikeUserId } from '../../../../whatsapp/events/number';
import { cloud, CUSTOMER, OWN_NUMBER, readOne } from './read';

describe('numbers', () => {
	it.each([
		[' +91 (0000) 000-123 ', '910000000123'],
		['0091.0000.000123', '00910000000123'],
		['IN.9000000001', 'IN.9000000001'],
		['group-1', 'group-1'],
		['+', '+'],
		['', null],
		[null, null],
	])('%j becomes %j', (sent, cleaned) => {
		expect(cleanNumber(sent)).toBe(cleaned);
	});

	it('are told from user ids', () => {
		expect(['IN.9000000001', 'GB.ENT.8a', 'US.x9'].every(looksLikeUserId)).toBe(true);
		expect(['910000000123', 'in.9', 'IN.', 'IND.9', 'IN.9-9', ''].some(looksLikeUserId)).toBe(false);
	});
});

describe('the sender', () => {
	const asha = { profile: { name: 'Asha Verma' }, wa_id: CUSTOMER, user_id: 'IN.9000000001' };
	const ravi = { profile: { name: 'Ravi Rao' }, wa_id: '910000000124', user_id: 'IN.9000000002' };
	const sent = (from: object, contacts: unknown[]) =>
		readOne(cloud({ contacts, messages: [{ id: 'wamid.X1', type: 'text', ...from }] }));

	it('is found among the contacts in whichever spelling', () => {
		const ana = { profile: { name: 'Ana' }, wa_id: '551187654321' };
		expect(sent({ from: '5511987654321' }, [asha, ana])).toMatchObject({
			from: '5511987654321',
			profileName: 'Ana',
		});
	});

	it.each<[string, object, unknown[], object]>([
		['a number', { from: '+91 0000 000123' }, [], { from: CUSTOMER, userId: null, profileName: null }],
		[
			'a user id',
			{ from_user_id: 'IN.9000000001' },
			[asha],
			{ from: 'IN.9000000001', profileName: 'Asha Verma' },
		],
		[
			'a panel spelling',
			{ from_bsuid: 'IN.9000000001' },
			[],
			{ from: 'IN.9000000001', userId: 'IN.9000000001' },
		],
		[
			'a user id as number',
			{ from: 'IN.9000000002' },
			[asha, ravi],
			{ userId: 'IN.9000000002', profileName: 'Ravi Rao' },
		],
		['the only contact', {}, [asha], { from: CUSTOMER, userId: 'IN.9000000001', profileName: 'Asha Verma' }],
		['the only contact without a number', {}, [{ user_id: 'IN.9' }], { from: 'IN.9', userId: 'IN.9' }],
		[
			'the matching of two contacts',
			{ from: '910000000124' },
			[asha, ravi],
			{ userId: 'IN.9000000002', profileName: 'Ravi Rao' },
		],
		['neither of two contacts', { from: '910000000125' }, [asha, ravi], { userId: null, profileName: null }],
		[
			'another than the only contact',
			{ from: '910000000125' },
			[asha],
			{ from: '910000000125', userId: null, profileName: 'Asha Verma' },
		],
		['nobody', {}, [{}, null], { from: null, userId: null, profileName: null }],
		['an empty text', { from: '' }, [asha], { from: CUSTOMER }],
	])('may be %s', (_, from, contacts, expected) => {
		expect(sent(from, contacts)).toMatchObject(expected);
	});

	it('of an echo is the business', () => {
		const echo = { to: CUSTOMER, id: 'wamid.X1', type: 'text', text: { body: 'On its way' } };
		expect(
			readOne(cloud({ contacts: [asha, ravi], message_echoes: [echo] }, 'smb_message_echoes')),
		).toMatchObject({
			event: 'message',
			direction: 'outbound',
			from: OWN_NUMBER,
			to: CUSTOMER,
			userId: 'IN.9000000001',
			profileName: 'Asha Verma',
		});
		const hidden = { to_user_id: 'IN.9000000002', id: 'wamid.X2', type: 'text' };
		expect(readOne({ message_echoes: [hidden] })).toMatchObject({
			to: 'IN.9000000002',
			userId: 'IN.9000000002',
		});
	});
});
