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
		'Get what became of the message to each recipient, why it failed, and whether to send it again now, later or never',
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
