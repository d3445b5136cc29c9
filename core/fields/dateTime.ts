import { BadInput } from '../http/errors';
import type { Field } from './field';
import { isEmpty } from './field';
import type { Shown } from './basic';

/**
 * A moment, read as Unix seconds. The editor's picker gives a local time without a zone, which is meant in the
 * workflow's time zone; ISO texts with an offset and Unix seconds mean themselves.
 */
export function dateTime(options: Shown): Field<number> {
	return {
		property: { ...options, type: 'dateTime', default: '', required: true },
		read(raw, context) {
			if (isEmpty(raw)) throw new BadInput('is empty');
			if (typeof raw === 'number' || (typeof raw === 'string' && /^\d{9,11}$/.test(raw.trim()))) {
				return Math.floor(Number(raw));
			}
			const seconds = typeof raw === 'string' ? unixSeconds(raw.trim(), context?.timezone ?? 'UTC') : NaN;
			if (Number.isNaN(seconds)) {
				throw new BadInput(
					`is "${String(raw)}", which is not a date and time`,
					[],
					'It looks like 2026-03-01T09:30:00.',
				);
			}
			return seconds;
		},
	};
}

const LOCAL = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$/;

/** Unix seconds of an ISO text; NaN when it is none. */
export function unixSeconds(given: string, timezone: string): number {
	if (!/^\d{4}-/.test(given)) return NaN;
	if (!LOCAL.test(given)) return Math.floor(Date.parse(given) / 1000);
	const [day, time = '00:00'] = given.split(/[T ]/);
	const asUtc = Date.parse(`${day}T${time}Z`);
	if (Number.isNaN(asUtc)) return NaN;
	// The offset depends on the moment and the moment on the offset: the second look settles days with a clock change.
	const guess = asUtc - offsetAt(asUtc, timezone);
	return Math.floor((asUtc - offsetAt(guess, timezone)) / 1000);
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
