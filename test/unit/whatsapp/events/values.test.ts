import { cleanNumber, looksLikeUserId } from '../../../../whatsapp/events/number';
import { readTime } from '../../../../whatsapp/events/time';
import { cloud, CUSTOMER, message, OWN_NUMBER, read, readOne, status, withoutVoid } from './read';

describe('times', () => {
	it.each([
		['1717500000', '2024-06-04T11:20:00.000Z'],
		[' 1717500000\n', '2024-06-04T11:20:00.000Z'],
		[1717500000, '2024-06-04T11:20:00.000Z'],
		['1717500000123', '2024-06-04T11:20:00.123Z'],
		[1717500000123, '2024-06-04T11:20:00.123Z'],
		['2024-06-04T11:20:00Z', '2024-06-04T11:20:00.000Z'],
		['2024-06-04T16:50:00.5+05:30', '2024-06-04T11:20:00.500Z'],
		['2024-06-04T16:50:00+0530', '2024-06-04T11:20:00.000Z'],
		['2024-06-04T11:20', '2024-06-04T11:20:00.000Z'],
		['2024-06-04', '2024-06-04T00:00:00.000Z'],
	])('%j is %s', (sent, time) => {
		expect(readTime(sent)).toBe(time);
	});

	it.each([
		[''],
		['soon'],
		['171750000'],
		[171750000],
		[1717500000.5],
		['2024-13-01T00:00:00Z'],
		[true],
		[null],
		[{}],
	])('%j is no time', (sent) => {
		expect(readTime(sent)).toBeNull();
	});

	it('come from the piece, else from its wrapper, never from the clock', () => {
		const data = { id: 'wamid.X1', type: 'text' };
		const wrapped = (more: object) =>
			readOne({ event: 'message.received', timestamp: 1717500001, data: { ...data, ...more } });
		expect(wrapped({ timestamp: 1717500000 }).timestamp).toBe('2024-06-04T11:20:00.000Z');
		expect(wrapped({}).timestamp).toBe('2024-06-04T11:20:01.000Z');
		expect(wrapped({ timestamp: 'soon' }).timestamp).toBeNull();
		expect(readOne({ messages: [data] }).timestamp).toBeNull();
	});
});

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

describe('a status', () => {
	it.each([
		[{ recipient_id: '+91 0000 000123' }, CUSTOMER],
		[{ recipient_id: undefined, message: { recipient_id: '+910000000123' } }, CUSTOMER],
		[{ recipient_id: undefined, recipient_user_id: 'IN.9' }, 'IN.9'],
	])('%j names its receiver', (content, recipient) => {
		expect(readOne(status(content))).toMatchObject({ to: recipient, status: { recipient } });
	});

	it('in a group is about the member', () => {
		const contacts = [{ wa_id: '910000000124', user_id: 'IN.9000000002' }];
		const receipt = {
			id: 'wamid.X0',
			status: 'read',
			recipient_id: 'g1',
			recipient_type: 'group',
			recipient_participant_id: '+91 0000 000124',
		};
		expect(readOne(cloud({ contacts, statuses: [receipt] }))).toMatchObject({
			to: 'g1',
			groupId: 'g1',
			userId: 'IN.9000000002',
			profileName: null,
			status: { recipient: 'g1', participant: '910000000124' },
		});
	});

	it('of a call or a payment is no delivery status', () => {
		expect(readOne(status({ type: 'call', status: 'RINGING' }))).toMatchObject({
			event: 'unknown',
			type: 'call',
		});
		expect(readOne(status({ payment: {}, status: 'failed' }))).toMatchObject({
			event: 'unknown',
			type: 'payment',
		});
		expect(readOne(status({ type: 'payment' }))).toMatchObject({ from: CUSTOMER, to: OWN_NUMBER });
	});

	it('keeps zeros and falsehoods', () => {
		const event = readOne(
			status({
				pricing: { billable: false },
				errors: [{ code: 0, title: 'Zero' }],
				biz_opaque_callback_data: 0,
			}),
		);
		expect(event.status).toMatchObject({
			pricing: { billable: false },
			errors: [{ code: 0 }],
			callbackData: 0,
		});
	});
});

describe('errors', () => {
	const error = (sent: object) => withoutVoid(readOne({ errors: [sent] }).errors?.[0]);

	it.each<[object, object]>([
		[
			{ code: 1, title: 'A', message: 'A' },
			{ code: 1, title: 'A' },
		],
		[
			{ code: 1, title: 'A', message: 'B' },
			{ code: 1, title: 'A', details: 'B' },
		],
		[
			{ code: 1, message: 'B', error_data: { details: 'C' } },
			{ code: 1, title: 'B', details: 'C' },
		],
		[
			{ code: 1, title: 'A', details: 'D', error_data: { details: 'C' } },
			{ code: 1, title: 'A', details: 'D' },
		],
		[
			{ code: 'X', href: 'https://docs.example.org' },
			{ code: 'X', href: 'https://docs.example.org' },
		],
	])('%j reads as %j', (sent, expected) => {
		expect(error(sent)).toEqual(expected);
	});

	it('beside pieces go to those that have none', () => {
		const own = [{ code: 2, title: 'Own' }];
		const [first, second, third] = read(
			cloud({
				messages: [
					{ id: 'a', type: 'text' },
					{ id: 'b', type: 'text', errors: own },
				],
				statuses: [{ id: 'c', status: 'failed' }],
				errors: [{ code: 1, title: 'Shared' }],
			}),
		);
		expect([first.errors?.[0].title, second.errors?.[0].title]).toEqual(['Shared', 'Own']);
		expect(third.status?.errors[0].title).toBe('Shared');
	});

	it('alone are one event', () => {
		expect(readOne({ errors: [{ code: 0 }, { code: 2 }] })).toMatchObject({
			event: 'error',
			text: 'error 0',
		});
	});
});

describe('changes about the business', () => {
	it.each([
		['account_alerts', 'account'],
		['phone_number_name_update', 'account'],
		['business_capability_update', 'account'],
		['security', 'account'],
		['user_id_update', 'account'],
		['smb_app_state_sync', 'account'],
		['history', 'account'],
		['partner_solutions', 'account'],
		['message_template_status_update', 'template'],
		['template_category_update', 'template'],
		['flows', 'unknown'],
		['securityish', 'unknown'],
	])('%s is of the kind %s', (field, event) => {
		const body = { entry: [{ id: 'W', time: 1717500000, changes: [{ field, value: { any: 'thing' } }] }] };
		expect(readOne(body)).toMatchObject({
			event,
			type: field,
			field,
			wabaId: 'W',
			timestamp: '2024-06-04T11:20:00.000Z',
			raw: { any: 'thing' },
		});
	});

	it('with groups or preferences are one event each', () => {
		const groups = [
			{ group_id: 'g1', type: 'group_create' },
			{ group_id: 'g2', type: 'group_delete' },
		];
		expect(
			read(cloud({ groups }, 'group_lifecycle_update')).map(({ groupId, text }) => [groupId, text]),
		).toEqual([
			['g1', 'group_lifecycle_update: group_create'],
			['g2', 'group_lifecycle_update: group_delete'],
		]);
		const user_preferences = [
			{ wa_id: CUSTOMER, value: 'stop' },
			{ user_id: 'IN.9', value: 'resume' },
		];
		expect(read(cloud({ user_preferences }, 'user_preferences'))).toMatchObject([
			{ from: CUSTOMER, account: { event: 'stop' } },
			{ from: 'IN.9', userId: 'IN.9', account: { event: 'resume' } },
		]);
	});

	it('hide no message that comes with them', () => {
		const events = read(
			cloud({ messages: [{ id: 'wamid.X1', type: 'image', image: { id: 'm' } }] }, 'history'),
		);
		expect(events).toMatchObject([{ event: 'message', field: 'history' }]);
	});
});

describe('dedupe keys', () => {
	it.each<[string, unknown]>([
		['message:wamid.X1', message({ type: 'text' })],
		[`status:wamid.X0:read:${CUSTOMER}`, status({ status: 'read' })],
		[
			'status:wamid.X0:read:910000000124',
			status({ status: 'read', recipient_participant_id: '910000000124' }),
		],
		[`status:wamid.X0:sent:${CUSTOMER}:cf`, { ...status({}), customField: 'x' }],
		[`status:wamid.X0:sent:${CUSTOMER}`, { ...status({}), customField: null }],
	])('%s', (key, body) => {
		expect(readOne(body).dedupeKey).toBe(key);
	});

	it('of templates and of the rest rest on the content', () => {
		const template = (event: string) =>
			readOne(cloud({ message_template_id: 3, event }, 'message_template_status_update')).dedupeKey;
		expect(template('APPROVED')).toMatch(/^template:3:message_template_status_update:[0-9a-f]{64}$/);
		expect(template('APPROVED')).not.toBe(template('PAUSED'));
		expect(readOne({ b: 1, a: 2 }).dedupeKey).toBe(readOne('{"a": 2, "b": 1}').dedupeKey);
		expect(readOne({ messages: [{ type: 'text' }] }).dedupeKey).toMatch(/^message:[0-9a-f]{64}$/);
	});

	it('are the SHA-256 of the canonical JSON', () => {
		// printf '{"a":2,"b":[1,null]}' | sha256sum
		expect(readOne({ b: [1, null], a: 2 }).dedupeKey).toBe(
			'unknown:e7ba6536eb540b26dfe162126b0ac87d5508a5d00fcfb15316e4ce799f51d749',
		);
	});
});
