import { text } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { endpoints } from '../../endpoints';

/** Heltar API, "Delete schedule". */
export const deleteSchedule = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a schedule',
	description: 'Cancel a message, a campaign or a nudge that has not gone out yet',
	effect: 'send',
	fields: {
		scheduleId: text({
			displayName: 'Schedule ID',
			placeholder: 'e.g. 6f1c2f0e-8f57-4a55-9d0e-3a1f6f0f2b11',
			description: 'The ID that scheduling gave',
			trim: true,
		}),
	},
	request: ({ scheduleId }) => ({
		endpoint: endpoints.deleteSchedule,
		params: { scheduleId },
	}),
	output: (_data, { scheduleId }) => ({ deleted: true, scheduleId }),
});
