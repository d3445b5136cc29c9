import { BadInput } from '../../../../core/http/errors';
import { day } from '../../../../core/fields/dateTime';
import { defineOperation } from '../../../../core/run/operation';
import { listOf } from '../../lists';
import { endpoints } from '../../endpoints';

const MOST_DAYS = 366;
const DAY_MS = 86_400_000;

/** Heltar API, "Daily engagement": one entry a day, the newest first. */
export const getDailyEngagement = defineOperation({
	value: 'getDailyEngagement',
	name: 'Get Daily Engagement',
	action: 'Get daily engagement figures',
	description:
		'Get for every day how many people were active, how many of them for the first time, and how many messages there were. Heltar allows 60 calls for analytics in 15 minutes.',
	effect: 'read',
	fields: {
		startDate: day({
			displayName: 'First Day',
			placeholder: 'e.g. 2026-03-01',
			description: 'The day to begin with, Indian time',
		}),
		endDate: day({
			displayName: 'Last Day',
			placeholder: 'e.g. 2026-03-31',
			description: `The day to end with, Indian time; ${MOST_DAYS} days at most`,
		}),
	},
	request: ({ startDate, endDate }) => {
		const days = (Date.parse(endDate) - Date.parse(startDate)) / DAY_MS + 1;
		const at = [{ name: 'endDate', label: 'Last Day' }];
		if (days < 1) throw new BadInput(`is ${endDate}, which is before the first day, ${startDate}`, at);
		if (days > MOST_DAYS) {
			throw new BadInput(`must be within ${MOST_DAYS} days of the first day (got ${days} days)`, at);
		}
		return { endpoint: endpoints.getDailyEngagement, query: { startDate, endDate } };
	},
	output: listOf,
});
