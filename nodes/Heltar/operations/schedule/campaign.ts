import { defineOperation } from '../../../../core/run/operation';
import { withLanguage } from '../../../shared/templateLanguage';
import { campaignScheduling } from '../../campaignCalls';
import { campaignEntry, campaignFields, campaignPreview } from '../../campaignFields';
import { versionsOf } from '../../messagePreview';
import { scheduleTime } from '../../scheduleTime';

/** Heltar API, "Schedule campaign": a campaign that goes out later. */
export const campaign = defineOperation({
	value: 'campaign',
	name: 'Schedule Campaign',
	action: 'Schedule a campaign',
	description:
		'Send a template to many recipients at a later time; every item is a recipient, or a file lists them',
	effect: 'create',
	fields: { scheduleTime: scheduleTime(), ...campaignFields() },
	bulk: campaignScheduling,
	complete: async (values, tools) => await withLanguage(values, tools, versionsOf),
	entry: (values) => campaignEntry(values),
	preview: async (values, _entry, tools) => await campaignPreview(values, tools),
});
