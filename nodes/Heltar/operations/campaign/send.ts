import { defineOperation } from '../../../../core/run/operation';
import { campaignSending } from '../../campaignCalls';
import { campaignEntry, campaignFields, campaignPreview } from '../../campaignFields';

/** Heltar API, "Send bulk campaign": all items of one campaign go out in one call. */
export const send = defineOperation({
	value: 'send',
	name: 'Send',
	action: 'Send a campaign',
	description: 'Send a template to many recipients at once; every item is a recipient, or a file lists them',
	effect: 'create',
	fields: campaignFields(),
	bulk: campaignSending,
	entry: (values) => campaignEntry(values),
	preview: async (values, _entry, tools) => await campaignPreview(values, tools),
});
