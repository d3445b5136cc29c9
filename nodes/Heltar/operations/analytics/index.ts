import type { Resource } from '../../../../core/run/resources';
import { getDailyEngagement } from './getDailyEngagement';

export const analytics: Resource = {
	value: 'analytics',
	name: 'Analytics',
	operations: [getDailyEngagement],
	startWith: getDailyEngagement,
};
