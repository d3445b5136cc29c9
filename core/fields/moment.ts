import { BadInput } from '../http/errors';

/** What n8n's `$now` and `$today` are, as far as it is used here. */
interface LuxonDateTime {
	isLuxonDateTime: true;
	/** Null for an invalid one. */
	toISO(): string | null;
	toISODate(): string | null;
}

/** Known by its parts: every copy of Luxon, and every realm, has a class of its own. */
const isLuxonDateTime = (raw: unknown): raw is LuxonDateTime =>
	typeof raw === 'object' &&
	raw !== null &&
	'isLuxonDateTime' in raw &&
	raw.isLuxonDateTime === true &&
	'toISO' in raw &&
	typeof raw.toISO === 'function';

const isDate = (raw: unknown): raw is Date => Object.prototype.toString.call(raw) === '[object Date]';

/**
 * The ISO text of a Luxon DateTime (in its own zone) or of a Date (in UTC); undefined for anything else.
 * @throws BadInput for a date that is none
 */
export function isoOf(raw: unknown): string | undefined {
	if (isLuxonDateTime(raw)) return raw.toISO() ?? invalid();
	if (!isDate(raw)) return undefined;
	return Number.isNaN(raw.getTime()) ? invalid() : raw.toISOString();
}

/** The same of whatever else comes with it: other values stay what they are. */
export const withIsoDates = (raw: unknown): unknown => isoOf(raw) ?? raw;

function invalid(): never {
	throw new BadInput('this is not a date');
}

/** Longer numbers are milliseconds: in seconds they lie beyond the year 5000. */
const SECONDS = /^-?\d{9,11}(\.\d+)?$/;
const MILLISECONDS = /^-?\d{12,15}(\.\d+)?$/;
const LEAST_MILLISECONDS = 1e11;

/** A day, a time and a zone; without a zone it is a local time, without a time the day alone. */
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * The Unix milliseconds of a moment: a Luxon DateTime, a Date, an ISO text, Unix seconds or milliseconds.
 * @param timezone what local times are meant in
 * @returns undefined for anything else
 */
export function momentOf(raw: unknown, timezone: string): number | undefined {
	const given = isoOf(raw) ?? (typeof raw === 'string' ? raw.replace(/\p{Cf}/gu, '').trim() : raw);
	if (
		typeof given === 'number' ||
		(typeof given === 'string' && (SECONDS.test(given) || MILLISECONDS.test(given)))
	) {
		const count = Number(given);
		const milliseconds = Math.abs(count) < LEAST_MILLISECONDS ? count * 1000 : count;
		return Number.isFinite(count) ? Math.floor(milliseconds) : undefined;
	}
	const [, day, time = '00:00', zone] = (typeof given === 'string' && ISO.exec(given)) || [];
	if (day === undefined || !isOnCalendar(day)) return undefined;
	const clock = time.padStart(time.length + Number(/^\d:/.test(time)), '0');
	const moment = Date.parse(`${day}T${clock}${zone?.replace(/^(...)(\d\d)$/, '$1:$2').toUpperCase() ?? 'Z'}`);
	if (Number.isNaN(moment)) return undefined;
	return zone === undefined && timezone !== 'UTC' ? inZone(moment, timezone) : moment;
}

/** Not every day that can be written is one: JavaScript takes 30 February for a day in March. */
function isOnCalendar(day: string): boolean {
	const date = new Date(`${day}T00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** The moment at which a zone's clock shows what a clock in UTC shows at this one. */
function inZone(asUtc: number, timezone: string): number {
	// The offset depends on the moment and the moment on the offset: the second look settles days with a clock change.
	const guess = asUtc - offsetAt(asUtc, timezone);
	return asUtc - offsetAt(guess, timezone);
}

/** Milliseconds a zone's clock is ahead of UTC at a moment. */
function offsetAt(moment: number, timezone: string): number {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone: timezone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	}).formatToParts(moment);
	const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
	const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
	return shown - Math.floor(moment / 1000) * 1000;
}

/**
 * The day of a moment, as `2026-03-01`: of a text or a DateTime the day written there, of a moment in UTC or in numbers
 * that of the zone. What is midnight in UTC is a day without a time, as databases keep it, and stays that day.
 * @returns undefined for anything that is no date
 */
export function dayOf(raw: unknown, timezone: string): string | undefined {
	if (isLuxonDateTime(raw)) return raw.toISODate() ?? invalid();
	const moment = momentOf(raw, timezone);
	if (moment === undefined) return undefined;
	const written = typeof raw === 'string' ? raw.replace(/\p{Cf}/gu, '').trim() : '';
	if (/^\d{4}-/.test(written) && !/Z$/i.test(written)) return written.slice(0, 10);
	const shown = moment % 86_400_000 === 0 ? moment : moment + offsetAt(moment, timezone);
	return new Date(shown).toISOString().slice(0, 10);
}
