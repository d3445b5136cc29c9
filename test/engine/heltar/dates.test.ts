import type { IDataObject } from 'n8n-workflow';

import { useFixture } from './fixture';

const ASHA = '919800000101';

const fixture = useFixture();

/** Two hours from now, to the second. */
const SOON = Math.floor(Date.now() / 1000) * 1000 + 7_200_000;

const scheduled = async (scheduleTime: string, item: IDataObject = {}) => {
	const { error } = await fixture.run(
		{
			resource: 'schedule',
			operation: 'message',
			scheduleTime,
			messageType: 'text',
			clientWaNumber: ASHA,
			message: 'See you',
		},
		{ items: [item] },
	);
	expect(error).toBeUndefined();
	const [{ body }] = await fixture.wire();
	return (body as { scheduleTime: number }).scheduleTime;
};

describe('the time to send at', () => {
	test('may be n8n’s own now', async () => {
		const time = await scheduled('={{ $now.plus({ hours: 2 }) }}');
		expect(Math.abs(time - Date.now() / 1000 - 7200)).toBeLessThan(60);
	});

	test.each<[string, string, unknown]>([
		['a Date, as a Data Table gives it', '={{ $json.at }}', new Date(SOON)],
		['a Date made in an expression', '={{ new Date($json.at) }}', SOON],
		['a Luxon DateTime', '={{ DateTime.fromMillis($json.at, { zone: "Asia/Tokyo" }) }}', SOON],
		['an ISO text', '={{ $json.at }}', new Date(SOON).toISOString()],
		['milliseconds', '={{ $json.at }}', SOON],
		['seconds', '={{ $json.at }}', SOON / 1000],
	])('may be %s', async (_what, expression, at) => {
		expect(await scheduled(expression, { at } as IDataObject)).toBe(SOON / 1000);
	});

	test.each<[string, RegExp]>([
		['={{ $now.minus({ hours: 1 }) }}', /: \d{4}-.* is in the past$/],
		['={{ new Date("soon") }}', /^Time: this is not a date$/],
		['={{ ({ a: 1 }) }}', /^Time: "\{"a":1\}" is not a date and time$/],
		['2027-02-30T10:00:00', /is not a date and time$/],
	])('%s is refused', async (scheduleTime, problem) => {
		const { error } = await fixture.run({
			resource: 'schedule',
			operation: 'message',
			scheduleTime,
			messageType: 'text',
			clientWaNumber: ASHA,
			message: 'See you',
		});
		expect(error?.message).toMatch(problem);
		expect(await fixture.wire()).toEqual([]);
	});
});

test('dates in texts go out in their ISO form', async () => {
	const { error } = await fixture.run(
		{
			resource: 'message',
			operation: 'sendButtons',
			clientWaNumber: ASHA,
			body: '={{ $json.at }}',
			footer: '={{ DateTime.fromISO("2026-03-01T09:30", { zone: "Asia/Kolkata" }) }}',
			specifyButtons: 'json',
			buttonsJson:
				'={{ [{ title: "Keep", id: $json.at }, { title: "Move", id: DateTime.fromISO("2026-03-02T00:00Z", { zone: "utc" }) }] }}',
			options: { customField: '={{ $json.at }}' },
		},
		{ items: [{ at: new Date('2026-03-01T04:00:00Z') } as unknown as IDataObject] },
	);
	expect(error).toBeUndefined();
	expect(await fixture.sent()).toMatchObject({
		interactive: {
			body: { text: '2026-03-01T04:00:00.000Z' },
			footer: { text: '2026-03-01T09:30:00.000+05:30' },
			action: {
				buttons: [
					{ reply: { id: '2026-03-01T04:00:00.000Z' } },
					{ reply: { id: '2026-03-02T00:00:00.000Z' } },
				],
			},
		},
		integrations: [{ customField: '2026-03-01T04:00:00.000Z' }],
	});
});

test('dates of contacts are days, and values of attributes ISO texts', async () => {
	await fixture.run(
		{
			resource: 'message',
			operation: 'sendContacts',
			clientWaNumber: ASHA,
			specifyContacts: 'json',
			contactsJson: '={{ [{ formatted_name: "Dana", phones: ["447700900555"], birthday: $json.born }] }}',
		},
		{ items: [{ born: new Date('1990-04-27') } as unknown as IDataObject] },
	);
	expect(await fixture.sent()).toMatchObject({ contacts: [{ birthday: '1990-04-27' }] });
	await fixture.run(
		{
			resource: 'contact',
			operation: 'updateAttributesAndTags',
			clientWaNumber: ASHA,
			attributes: { values: [{ fieldKey: 'since', value: '={{ $json.at }}' }] },
		},
		{ items: [{ at: new Date('2026-03-01T04:00:00Z') } as unknown as IDataObject] },
	);
	expect((await fixture.wire())[0].body).toEqual([
		{ clientWaNumber: ASHA, attributes: { since: '2026-03-01T04:00:00.000Z' } },
	]);
});

test('the days between which campaigns were made may be dates', async () => {
	await fixture.run({
		resource: 'campaign',
		operation: 'getMany',
		filters: {
			startDate: '={{ DateTime.fromISO("2026-03-01T23:30", { zone: "Asia/Kolkata" }) }}',
			endDate: '={{ new Date("2026-03-31") }}',
		},
	});
	expect((await fixture.wire())[0].query).toMatchObject({ startDate: '2026-03-01', endDate: '2026-03-31' });
});
