import { defineOperation } from '../../../../core/run/operation';
import { ALL_RECIPIENTS_MS, judgedRecipients, recipientFields } from '../../campaignRecipients';
import { endpoints } from '../../endpoints';
import { listOf } from '../../lists';

/** Heltar API, "Get campaign messages": every recipient at once, the oldest message first. */
export const getRecipients = defineOperation({
	value: 'getRecipients',
	name: 'Get Recipients',
	action: 'Get recipients of a campaign',
	description:
		'Get the message status of each recipient, with the reason for a failure and advice on whether to send the message again',
	effect: 'read',
	fields: recipientFields(),
	request: ({ campaignId }) => ({
		endpoint: endpoints.getCampaignRecipients,
		params: { campaignId },
		timeoutMs: ALL_RECIPIENTS_MS,
	}),
	output: (data, { campaignId, ...wanted }) =>
		judgedRecipients(listOf(data), wanted).map((recipient) => ({ campaignId, ...recipient })),
});
