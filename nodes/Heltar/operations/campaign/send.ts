import { defineOperation } from '../../../../core/run/operation';
import { campaignSending } from '../../campaignBatch';
import { campaignFields, campaignRecipient } from '../../campaignFields';

/** Heltar API, "Send bulk campaign": all items of one campaign go out in one call. */
export const send = defineOperation({
	value: 'send',
	name: 'Send',
	action: 'Send a campaign',
	description: 'Send a template to many recipients at once; every item is a recipient',
	fields: campaignFields(),
	batch: campaignSending,
	message: (values) => campaignRecipient(values),
});
