import { BadInput } from '../../core/http/errors';
import { day } from '../../core/fields/dateTime';

const DAY_MS = 86_400_000;

/** What Heltar takes for a period. */
interface PeriodLimits {
	/** Before this day Heltar has no figures. */
	earliest?: string;
	mostDays?: number;
}

/** The first and the last day of what is asked for; both count, as days in India. */
export const periodFields = ({ mostDays }: PeriodLimits = {}) => ({
	startDate: day({
		displayName: 'First Day',
		placeholder: 'e.g. 2026-09-01',
		description: 'First day to look at, Indian time',
	}),
	endDate: day({
		displayName: 'Last Day',
		placeholder: 'e.g. 2026-09-30',
		description: `Last day to look at, Indian time${mostDays === undefined ? '' : `; ${mostDays} days at most`}`,
	}),
});

/** The two days as they go out. @throws BadInput for a period that ends before it begins, begins too early or is too long */
export function periodOf(
	{ startDate, endDate }: { startDate: string; endDate: string },
	{ earliest, mostDays = Infinity }: PeriodLimits = {},
): { startDate: string; endDate: string } {
	if (earliest !== undefined && startDate < earliest) {
		throw new BadInput(`${startDate}, the earliest is ${earliest}`, [
			{ name: 'startDate', label: 'First Day' },
		]);
	}
	const at = [{ name: 'endDate', label: 'Last Day' }];
	const days = (Date.parse(endDate) - Date.parse(startDate)) / DAY_MS + 1;
	if (days < 1) throw new BadInput(`${endDate} is before the first day, ${startDate}`, at);
	if (days > mostDays) {
		throw new BadInput(`${days} days from the first day, the maximum is ${mostDays}`, at);
	}
	return { startDate, endDate };
}
