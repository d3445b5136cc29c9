import { defineOperation } from '../../../../core/run/operation';
import { endpoints } from '../../endpoints';
import { listOf } from '../../lists';
import { periodFields, periodOf } from '../../period';

/** Heltar API, "Template analytics": cumulative counts, so that what was read was also delivered and sent. */
export const getDailyFunnel = defineOperation({
	value: 'getDailyFunnel',
	name: 'Get Daily Funnel',
	action: 'Get daily funnel of templates',
	description:
		'Get how many messages of each template were sent, delivered, read, answered and clicked on each day',
	effect: 'read',
	fields: periodFields(),
	request: (period) => ({ endpoint: endpoints.getDailyFunnel, query: periodOf(period) }),
	output: (data) => listOf(data),
});
