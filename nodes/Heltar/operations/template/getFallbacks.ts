import { defineOperation } from '../../../../core/run/operation';
import { endpoints } from '../../endpoints';
import { listOf } from '../../lists';

/** Heltar API, "Template fallback": the newest first. */
export const getFallbacks = defineOperation({
	value: 'getFallbacks',
	name: 'Get Fallbacks',
	action: 'Get fallbacks of templates',
	description: 'Get which templates stand in for others that are paused or were put into another category',
	effect: 'read',
	fields: {},
	request: () => ({ endpoint: endpoints.getFallbacks }),
	output: (data) => listOf(data),
});
