import { cloud, CUSTOMER, OWN_NUMBER, read, readOne, status, withoutVoid } from './read';

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
