import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../../core/http/errors';
import { link, toggle } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { headersField } from '../../../shared/webhook/headers';
import type { Registered } from '../../webhook';
import { registered, setWebhookCall } from '../../webhook';
import { classicOnly } from '../../fields';

/** Hello All collection: Set Webhook, with the key in a header and never in the address, where logs would keep it. */
export const set = defineOperation({
	value: 'set',
	name: 'Set',
	action: 'Set the webhook',
	description: classicOnly(
		'Set the URL that Hello All sends events to. To start a workflow, use the Hello All Trigger instead: a number can have only one webhook.',
	),
	effect: 'never',
	fields: {
		url: link({
			displayName: 'URL',
			placeholder: 'e.g. https://n8n.example.org/webhook/hello-all',
			description: 'Public https address that receives events',
		}),
		replace: toggle({
			displayName: 'Replace Existing Webhook',
			description:
				'Whether to set the URL even if another webhook is registered, or if Hello All does not tell whether one is registered',
		}),
		headers: headersField('Headers that Hello All sends with every event; not every panel knows them'),
	},
	run: async ({ url, replace, headers }, tools) => {
		const before = await registered(tools);
		if (!replace) refuseToOverwrite(before, url);
		const answer = await tools.call(setWebhookCall(url, headers));
		const replaced = before.state === 'set' && before.url !== url ? before.url : undefined;
		return {
			success: true,
			url,
			...(replaced === undefined ? {} : { replaced }),
			raw: (answer ?? null) as IDataObject | null,
		};
	},
});

/** @throws BadInput when another webhook is, or may be, registered */
function refuseToOverwrite(before: Registered, url: string): void {
	if (before.state === 'none' || (before.state === 'set' && before.url === url)) return;
	throw new BadInput(
		before.state === 'set'
			? `it is off, but another webhook is already registered: ${before.url}`
			: 'it is off, and this account cannot show whether another webhook is registered',
		[{ name: 'replace', label: 'Replace Existing Webhook' }],
		'A number can have only one webhook. Turn this on to overwrite it.',
	);
}
