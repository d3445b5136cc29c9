import { defineOperation } from '../../../../core/run/operation';
import { listOf } from '../../lists';
import { periodFields, periodOf } from '../../period';
import { endpoints } from '../../endpoints';

const LIMITS = { mostDays: 366 };

/** Heltar API, "Daily engagement": one entry a day, the newest first. */
export const getDailyEngagement = defineOperation({
	value: 'getDailyEngagement',
	name: 'Get Daily Engagement',
	action: 'Get daily engagement figures',
	description:
		'Get for every day how many people were active, how many of them for the first time, and how many messages there were. Heltar allows 60 analytics requests in 15 minutes.',
	effect: 'read',
	fields: periodFields(LIMITS),
	request: (period) => ({ endpoint: endpoints.getDailyEngagement, query: periodOf(period, LIMITS) }),
	output: listOf,
});
