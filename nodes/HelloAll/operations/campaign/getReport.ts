import { defineOperation } from '../../../../core/run/operation';
import { campaignId, oneWithId } from '../../crm';
import { endpoints } from '../../endpoints';

/** Hello All CRM, report of a campaign. */
export const getReport = defineOperation({
	value: 'getReport',
	name: 'Get Report',
	action: 'Get the report of a campaign',
	description: 'Get how many messages of a campaign were delivered, read and answered',
	effect: 'read',
	fields: { campaignId: campaignId() },
	request: ({ campaignId: id }) => ({ endpoint: endpoints.getCampaignReport, params: { campaignId: id } }),
	output: (answer, { campaignId: id }) => ({ campaign_id: id, ...oneWithId('campaign_id', answer) }),
});
