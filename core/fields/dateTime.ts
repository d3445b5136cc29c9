import { BadInput } from '../http/errors';
import type { Shown } from './basic';
import type { Field } from './field';
import { isEmpty } from './field';
import { dayOf, momentOf } from './moment';

/**
 * A moment, read as Unix seconds. The editor's picker gives a local time without a zone, which is meant in the
 * workflow's time zone; everything else that can be a moment means itself, see `momentOf`.
 */
export function dateTime(options: Shown): Field<number> {
	return {
		property: { ...options, type: 'dateTime', default: '', required: true },
		read: (raw, context) => {
			if (isEmpty(raw)) throw new BadInput('nothing is filled in');
			const moment = momentOf(raw, context?.timezone ?? 'UTC');
			if (moment === undefined)
				throw noDate(raw, 'a date and time', 'Enter it in a form such as 2026-03-01T09:30:00.');
			return Math.floor(moment / 1000);
		},
	};
}

/** The same where the editor shows a text, because what is given there comes from an expression. */
export const dateTimeText = ({ default: preset, ...shown }: Shown & { default: string }): Field<number> => ({
	...dateTime(shown),
	property: { ...shown, type: 'string', default: preset, required: true },
});

/** A day of the calendar, read as `2026-03-01`; whatever can be a moment is one, see `dayOf`. */
export function day(options: Shown): Field<string> {
	return {
		property: { ...options, type: 'string', default: '', required: true },
		read(raw, context) {
			if (isEmpty(raw)) throw new BadInput('nothing is filled in');
			const found = dayOf(raw, context?.timezone ?? 'UTC');
			if (found === undefined) throw noDate(raw, 'a date', 'Write it as year-month-day: 2026-03-01.');
			return found;
		},
	};
}

/** What a value that should have been a date is told. */
const noDate = (raw: unknown, what: string, advice: string) =>
	new BadInput(`"${typeof raw === 'object' ? JSON.stringify(raw) : String(raw)}" is not ${what}`, [], advice);
