import type { IDataObject } from 'n8n-workflow';

import { defineOperation } from '../../../../core/run/operation';
import { isSimplified, simplifyOption } from '../../../../core/run/simplify';
import { withLanguage } from '../../../shared/templateLanguage';
import { campaignSending } from '../../campaignCalls';
import { campaignEntry, campaignFields, campaignPreview } from '../../campaignFields';
import { versionsOf } from '../../messagePreview';
import { withoutRecord } from '../../sendResults';

/** Heltar API, "Send bulk campaign": all items of one campaign go out in one call. */
export const send = defineOperation({
	value: 'send',
	name: 'Send',
	action: 'Send a campaign',
	description: 'Send a template to many recipients at once; every item is a recipient, or a file lists them',
	effect: 'create',
	fields: campaignFields(simplifyOption()),
	bulk: campaignSending,
	complete: async (values, tools) => await withLanguage(values, tools, versionsOf),
	entry: (values) => campaignEntry(values),
	output: (result, values) =>
		isSimplified(values) ? withoutRecord(result as IDataObject) : (result as IDataObject),
	preview: async (values, _entry, tools) => await campaignPreview(values, tools),
});
