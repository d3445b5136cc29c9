import { dateTime, unixSeconds } from '../../../../core/fields/dateTime';

const at = (iso: string) => Date.parse(iso) / 1000;

test('a time from the picker is meant in the time zone of the workflow', () => {
	expect(unixSeconds('2026-07-01T09:30:00', 'Europe/London')).toBe(at('2026-07-01T08:30:00Z'));
	expect(unixSeconds('2026-01-15T09:30:00', 'Europe/London')).toBe(at('2026-01-15T09:30:00Z'));
	expect(unixSeconds('2026-03-01T09:30:00', 'Asia/Kolkata')).toBe(at('2026-03-01T04:00:00Z'));
	expect(unixSeconds('2026-03-01 09:30', 'UTC')).toBe(at('2026-03-01T09:30:00Z'));
	expect(unixSeconds('2026-03-01', 'America/New_York')).toBe(at('2026-03-01T05:00:00Z'));
});

test('days on which the clocks change have both of their offsets', () => {
	// Clocks go forward on 29 March 2026 at 01:00 and back on 25 October at 02:00.
	expect(unixSeconds('2026-03-29T00:30:00', 'Europe/London')).toBe(at('2026-03-29T00:30:00Z'));
	expect(unixSeconds('2026-03-29T02:30:00', 'Europe/London')).toBe(at('2026-03-29T01:30:00Z'));
	expect(unixSeconds('2026-10-25T03:30:00', 'Europe/London')).toBe(at('2026-10-25T03:30:00Z'));
});

test('a time with an offset means itself', () => {
	expect(unixSeconds('2026-03-01T09:30:00+05:30', 'UTC')).toBe(at('2026-03-01T04:00:00Z'));
	expect(unixSeconds('2026-03-01T09:30:00.000Z', 'Asia/Kolkata')).toBe(at('2026-03-01T09:30:00Z'));
});

test('Unix seconds mean themselves, as a number or as text', () => {
	const { read } = dateTime({ displayName: 'Time' });
	expect(read(1_790_000_000)).toBe(1_790_000_000);
	expect(read('1790000000')).toBe(1_790_000_000);
});

test.each(['tomorrow', '2026-13-01T00:00:00', '2026-03-01T25:00:00', {}])('%j is no time', (given) => {
	expect(() => dateTime({ displayName: 'Time' }).read(given)).toThrow('which is not a date and time');
});

test('nothing is nothing', () => {
	expect(() => dateTime({ displayName: 'Time' }).read('')).toThrow('is empty');
});
