import { toggle } from '../../core/fields/basic';
import { collection } from '../../core/fields/containers';
import { triggerFields, triggerOptions } from '../shared/trigger/fields';
import { undocumented } from './fields';

export const REPLACE_LABEL = 'Replace Existing Webhook';

export const fields = {
	...triggerFields,
	options: collection({
		fields: {
			...triggerOptions,
			markRead: toggle({
				displayName: 'Mark as Read',
				description: undocumented('Whether customers see blue ticks as soon as their message arrives'),
			}),
			replace: toggle({
				displayName: REPLACE_LABEL,
				description:
					'Whether to take the number over from another system. A number has one webhook; the one replaced is put back when the workflow is deactivated.',
			}),
		},
	}),
};
