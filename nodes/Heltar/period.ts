import { BadInput } from '../../core/http/errors';
import { day } from '../../core/fields/dateTime';

/** The first and the last day of what is asked for; both count, as days in India. */
export const periodFields = () => ({
	startDate: day({
		displayName: 'First Day',
		placeholder: 'e.g. 2026-09-01',
		description: 'First day to look at, Indian time',
	}),
	endDate: day({
		displayName: 'Last Day',
		placeholder: 'e.g. 2026-09-30',
		description: 'Last day to look at, Indian time',
	}),
});

/** The two days as they go out. @throws BadInput for a period that ends before it begins, or begins too early */
export function periodOf(
	{ startDate, endDate }: { startDate: string; endDate: string },
	{ earliest }: { earliest?: string } = {},
): { startDate: string; endDate: string } {
	if (earliest !== undefined && startDate < earliest) {
		throw new BadInput(`is ${startDate}, but must not be before ${earliest}`, [
			{ name: 'startDate', label: 'First Day' },
		]);
	}
	if (endDate >= startDate) return { startDate, endDate };
	throw new BadInput(`is ${endDate}, which is before the first day, ${startDate}`, [
		{ name: 'endDate', label: 'Last Day' },
	]);
}
