import type { IDataObject } from 'n8n-workflow';

import { choice } from '../../../../core/fields/basic';
import { when } from '../../../../core/fields/field';
import { UnexpectedResponseShape } from '../../../../core/http/errors';
import { defineOperation } from '../../../../core/run/operation';
import { isObject } from '../../../../whatsapp/events/json';
import { ALL_RECIPIENTS_MS, judgedRecipients, recipientFields } from '../../campaignRecipients';
import { endpoints } from '../../endpoints';
import { listOf } from '../../lists';

const { campaignId, returnAll, limit, filters } = recipientFields();
const ROWS = { output: ['recipients'] };

/** Heltar API, "Download campaign statistics": counts, and a row for each recipient, with the answer they gave. */
export const exportCampaign = defineOperation({
	value: 'export',
	name: 'Export',
	action: 'Export a campaign',
	description:
		'Get the report of a campaign that has started: a row for each recipient with name and answer, or the counts',
	effect: 'read',
	fields: {
		campaignId,
		output: choice({
			displayName: 'Output',
			description: 'What the items hold',
			options: [
				{ name: 'Recipients', value: 'recipients', description: 'An item for each recipient' },
				{ name: 'Counts', value: 'counts', description: 'One item with how many reached each status' },
			],
		}),
		returnAll: when(ROWS, returnAll),
		limit: when({ ...ROWS, ...limit.shownWhen }, limit),
		filters: when(ROWS, filters),
	},
	request: ({ campaignId: id }) => ({
		endpoint: endpoints.exportCampaign,
		params: { campaignId: id },
		timeoutMs: ALL_RECIPIENTS_MS,
	}),
	output: (data, { campaignId: id, output, filters: wanted = {}, limit: most }) => {
		if (output === 'counts') return { campaignId: id, ...countsIn(data) };
		return judgedRecipients(listOf(data), { filters: wanted, limit: most }).map((recipient) => ({
			campaignId: id,
			...recipient,
		}));
	},
});

/** @throws UnexpectedResponseShape */
function countsIn(data: unknown): IDataObject {
	if (isObject(data) && isObject(data.statusCounts)) return data.statusCounts as IDataObject;
	throw new UnexpectedResponseShape('Heltar', data);
}
