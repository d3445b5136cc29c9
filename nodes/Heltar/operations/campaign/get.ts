import type { IDataObject } from 'n8n-workflow';

import { simplify } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { readCampaign } from '../../campaign';
import { campaign } from '../../locators';
import { simplifiedCampaign } from '../../simplified';
import { endpoints } from '../../endpoints';

/** Heltar API, "Get one campaign": the campaign with its counts so far. */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a campaign',
	description:
		'Get one campaign with the number of messages sent, delivered, read, failed and expired so far. After 90 days the counts do not change any more.',
	effect: 'read',
	fields: { campaignId: campaign(), simplify: simplify() },
	request: ({ campaignId }) => ({
		endpoint: endpoints.getCampaign,
		params: { campaignId },
	}),
	output: (data, { simplify: simple }) => {
		const found = readCampaign(data as IDataObject);
		return simple ? simplifiedCampaign(found) : found;
	},
});
