import { cloud, CUSTOMER, message, readOne, status } from './read';

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
