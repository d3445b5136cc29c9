import type { Resource } from '../../../../core/run/resources';
import { campaign } from './campaign';
import { deleteSchedule } from './delete';
import { message } from './message';
import { nudge } from './nudge';

export const schedule: Resource = {
	value: 'schedule',
	name: 'Schedule',
	operations: [campaign, deleteSchedule, message, nudge],
	startWith: message,
};
