import { defineOperation } from '../../../../core/run/operation';
import { endpoints } from '../../endpoints';
import { listOf } from '../../lists';
import { periodFields, periodOf } from '../../period';

/** Heltar API, "Template category updates": of the whole organisation, the newest first. */
export const getCategoryUpdates = defineOperation({
	value: 'getCategoryUpdates',
	name: 'Get Category Updates',
	action: 'Get category updates of templates',
	description:
		'Get the templates that WhatsApp moved to another category, in all accounts of the organization. The price of a message depends on the category.',
	effect: 'read',
	fields: periodFields(),
	request: (period) => ({ endpoint: endpoints.getCategoryUpdates, query: periodOf(period) }),
	output: (data) => listOf(data),
});
