import { defineOperation } from '../../../../core/run/operation';
import { endpoints } from '../../endpoints';
import { fallback } from '../../locators';

/** Heltar API, "Template fallback". */
export const deleteFallback = defineOperation({
	value: 'deleteFallback',
	name: 'Delete Fallback',
	action: 'Delete fallback of a template',
	description:
		'Delete the setting that lets one template stand in for another; the templates themselves stay',
	effect: 'send',
	fields: { configId: fallback() },
	request: ({ configId }) => ({ endpoint: endpoints.deleteFallback, params: { configId } }),
	output: (_data, { configId }) => ({ deleted: true, configId: Number(configId) }),
});
