import { toggle } from '../../core/fields/basic';
import { collection } from '../../core/fields/containers';
import { notice } from '../../core/fields/notice';
import { showTyping, triggerFields, triggerOptions, verifyDeliveries } from '../shared/trigger/fields';
import type { RegistrationTexts } from '../shared/trigger/panel';
import { undocumented } from './fields';

export const REPLACE_LABEL = 'Replace Existing Webhook';

/** The panel's own page for webhooks, as people describe it; its names vary by brand. */
const byHand = notice(
	'Does your credential use API style <b>Cloud</b>? Then publish the workflow, copy the production URL above, and add it in your panel: Channels → your channel → Webhooks → Add. Tick incoming messages, outgoing messages and statuses. For a test, add the test URL while the node listens. With API style Classic, the node registers the webhook itself.',
);

export const texts: RegistrationTexts = {
	byItself: 'With API style Classic',
	byHand: 'With API style Cloud',
	place: 'in your panel yourself',
};

export const fields = {
	byHand,
	...triggerFields,
	options: collection({
		fields: {
			...triggerOptions,
			showTyping: showTyping('Needs API style Cloud.'),
			verify: verifyDeliveries(
				'With API style Cloud it has no effect, because those requests carry no secret: keep the URL to yourself.',
			),
			markRead: toggle({
				displayName: 'Mark as Read',
				description: undocumented('Whether customers see blue ticks as soon as their message arrives'),
			}),
			replace: toggle({
				displayName: REPLACE_LABEL,
				description:
					'Whether to replace a webhook that another system or workflow registered for this number. It is restored when you unpublish this workflow, unless this account cannot show which webhook is registered.',
			}),
		},
	}),
};
