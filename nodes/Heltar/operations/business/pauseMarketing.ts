import { toggle } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { successOutput } from '../../answers';
import { endpoints } from '../../endpoints';

/** Heltar API, "Pause marketing templates": looked at when a message leaves, so it stops what is planned or queued, too. */
export const pauseMarketing = defineOperation({
	value: 'pauseMarketing',
	name: 'Pause or Resume Marketing',
	action: 'Pause or resume all marketing templates',
	description:
		'Pause or resume all marketing templates of the account. While paused, messages with such a template are canceled and not sent later, also those of campaigns and schedules. A template of unknown category counts as marketing.',
	effect: 'send',
	fields: {
		pauseMarketingTemplates: toggle({
			displayName: 'Paused',
			default: true,
			description: 'Whether marketing templates are stopped (on) or go out (off) from now on',
		}),
	},
	request: (body) => ({ endpoint: endpoints.pauseMarketing, body }),
	output: successOutput,
});
