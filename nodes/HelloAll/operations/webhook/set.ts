import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../../core/http/errors';
import { link, text, toggle } from '../../../../core/fields/basic';
import { rows } from '../../../../core/fields/containers';
import { defineOperation } from '../../../../core/run/operation';
import type { Registered } from '../../webhook';
import { registered, setting } from '../../webhook';

/** Hello All collection: Set Webhook, with the key in a header and never in the address, where logs would keep it. */
export const set = defineOperation({
	value: 'set',
	name: 'Set',
	action: 'Set the webhook',
	description:
		'Have events delivered to an address. A number has one webhook: use the Hello All Trigger instead where it fits.',
	effect: 'never',
	fields: {
		url: link({
			displayName: 'URL',
			placeholder: 'e.g. https://n8n.example.org/webhook/hello-all',
			description: 'Public https address that takes in events',
		}),
		replace: toggle({
			displayName: 'Replace Existing Webhook',
			description:
				'Whether to replace a webhook that is registered already, and one that this account cannot show',
		}),
		headers: rows({
			displayName: 'Headers',
			description: 'Headers that Hello All sends with every event; not every panel knows them',
			row: 'Header',
			fields: {
				name: text({
					displayName: 'Name',
					placeholder: 'e.g. X-Hook-Secret',
					description: 'Name of the header',
					trim: true,
				}),
				value: text({ displayName: 'Value', placeholder: 'e.g. 7f3a9c', description: 'Value of the header' }),
			},
		}),
	},
	run: async ({ url, replace, headers }, tools) => {
		const before = await registered(tools);
		if (!replace) refuseToOverwrite(before, url);
		const answer = await tools.call(
			setting(url, Object.fromEntries(headers.map(({ name, value }) => [name, value]))),
		);
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
			? `is off, and another webhook is registered: ${before.url}`
			: 'is off, and this account cannot show whether another webhook is registered',
		[{ name: 'replace', label: 'Replace Existing Webhook' }],
		'A number has only one webhook. Switch this on if it may be overwritten.',
	);
}
