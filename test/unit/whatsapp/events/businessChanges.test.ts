import { cloud, CUSTOMER, read, readOne } from './read';

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
