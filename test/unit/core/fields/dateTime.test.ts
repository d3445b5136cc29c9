import { createRequire } from 'node:module';

import { asText } from '../../../../core/fields/basic';
import { dateTime, day } from '../../../../core/fields/dateTime';
import { momentOf } from '../../../../core/fields/moment';

/** n8n's own copy, whose DateTimes expressions give. */
const { DateTime } = createRequire(require.resolve('n8n-workflow'))('luxon') as typeof import('luxon');

const at = (iso: string) => Date.parse(iso);

test.each([
	['2026-07-01T09:30:00', 'Europe/London', '2026-07-01T08:30:00Z'],
	['2026-01-15T09:30:00', 'Europe/London', '2026-01-15T09:30:00Z'],
	['2026-03-01T09:30:00', 'Asia/Kolkata', '2026-03-01T04:00:00Z'],
	['2026-03-01 09:30', 'UTC', '2026-03-01T09:30:00Z'],
	['2026-03-01 9:30', 'UTC', '2026-03-01T09:30:00Z'],
	['2026-03-01', 'America/New_York', '2026-03-01T05:00:00Z'],
])('%s, a time from the picker, is meant in the time zone of the workflow: %s', (given, zone, moment) => {
	expect(momentOf(given, zone)).toBe(at(moment));
});

test('days on which the clocks change have both of their offsets', () => {
	// Clocks go forward on 29 March 2026 at 01:00 and back on 25 October at 02:00.
	expect(momentOf('2026-03-29T00:30:00', 'Europe/London')).toBe(at('2026-03-29T00:30:00Z'));
	expect(momentOf('2026-03-29T02:30:00', 'Europe/London')).toBe(at('2026-03-29T01:30:00Z'));
	expect(momentOf('2026-10-25T03:30:00', 'Europe/London')).toBe(at('2026-10-25T03:30:00Z'));
});

const NOON = at('2026-03-01T12:00:00Z');

test.each<[string, unknown]>([
	['a Luxon DateTime', DateTime.fromMillis(NOON, { zone: 'Asia/Kolkata' })],
	['a DateTime of another copy of Luxon', foreign(DateTime.fromMillis(NOON))],
	['a Date', new Date(NOON)],
	['a time with an offset', '2026-03-01T17:30:00+05:30'],
	['an offset without a colon', '2026-03-01T17:30:00.000+0530'],
	['a time in UTC', '2026-03-01T12:00:00.000Z'],
	['a time in UTC as databases write it', '2026-03-01 12:00:00Z'],
	['a copied time', '\u200E2026-03-01T12:00:00Z\u200E'],
	['Unix seconds', NOON / 1000],
	['Unix seconds as text', String(NOON / 1000)],
	['Unix milliseconds', NOON],
	['Unix milliseconds as text', ` ${NOON} `],
	['Unix seconds from a spreadsheet', `${NOON / 1000}.0`],
])('%s means itself, whatever the zone', (_what, given) => {
	expect(momentOf(given, 'America/New_York')).toBe(NOON);
	expect(dateTime({ displayName: 'Time' }).read(given, { timezone: 'Asia/Tokyo' })).toBe(NOON / 1000);
});

/** As it comes from another realm: of the same parts, of no class known here. */
function foreign(moment: { toISO(): unknown; toISODate(): unknown; toMillis(): number }): unknown {
	return {
		isLuxonDateTime: true,
		toISO: () => moment.toISO(),
		toISODate: () => moment.toISODate(),
	};
}

test('the numbers of seconds and of milliseconds do not overlap', () => {
	expect(momentOf(99_999_999_999, 'UTC')).toBe(99_999_999_999_000);
	expect(momentOf(100_000_000_000, 'UTC')).toBe(100_000_000_000);
	expect(momentOf(1_790_000_000.75, 'UTC')).toBe(1_790_000_000_750);
});

test.each([
	'tomorrow',
	'2026-13-01T00:00:00',
	'2026-02-30T10:00:00',
	'2026-03-01T25:00:00',
	'01.03.2026',
	'2026-3-1',
	'12345',
	NaN,
	true,
	{},
	[],
])('%j is no time', (given) => {
	expect(() => dateTime({ displayName: 'Time' }).read(given)).toThrow('is not a date and time');
});

test('a date that is invalid is told so', () => {
	const { read } = dateTime({ displayName: 'Time' });
	expect(() => read(new Date('soon'))).toThrow('this is not a date');
	expect(() => read(DateTime.fromISO('soon'))).toThrow('this is not a date');
	expect(() => asText(new Date('soon'))).toThrow('this is not a date');
});

test('nothing is nothing', () => {
	expect(() => dateTime({ displayName: 'Time' }).read('')).toThrow('nothing is filled in');
	expect(() => day({ displayName: 'Day' }).read(undefined)).toThrow('nothing is filled in');
});

describe('a day', () => {
	const { read } = day({ displayName: 'Day' });

	test.each<[string, unknown, string]>([
		['is as written', '2026-03-01', '2026-03-01'],
		['may carry a time', '2026-03-01T23:30:00', '2026-03-01'],
		['is that of the offset it is written with', '2026-03-01T23:30:00-05:00', '2026-03-01'],
		[
			'is that of a DateTime’s own zone',
			DateTime.fromISO('2026-03-01T23:30', { zone: 'Asia/Tokyo' }),
			'2026-03-01',
		],
		['of a database has no time', new Date('2026-03-01'), '2026-03-01'],
		['of a database stays when it became text', '2026-03-01T00:00:00.000Z', '2026-03-01'],
		['of a moment is that of the workflow', new Date('2026-03-01T02:00:00Z'), '2026-02-28'],
		['of a moment as text, too', '2026-03-01T02:00:00Z', '2026-02-28'],
		['of Unix seconds, too', at('2026-03-01T02:00:00Z') / 1000, '2026-02-28'],
		['may be a leap day', '2000-02-29', '2000-02-29'],
	])('%s', (_what, given, expected) => {
		expect(read(given, { timezone: 'America/New_York' })).toBe(expected);
	});

	test.each(['1900-02-29', '1990-13-01', '27.04.1990', 'soon', {}])('%j is none', (given) => {
		expect(() => read(given)).toThrow('is not a date');
	});
});

test('a date in a text is its ISO form: in its own zone, or in UTC', () => {
	expect(asText(DateTime.fromISO('2026-03-01T17:30', { zone: 'Asia/Kolkata' }))).toBe(
		'2026-03-01T17:30:00.000+05:30',
	);
	expect(asText(new Date(NOON))).toBe('2026-03-01T12:00:00.000Z');
	expect(() => asText({ toISO: () => 'never' })).toThrow('must be text, but is an object');
});
