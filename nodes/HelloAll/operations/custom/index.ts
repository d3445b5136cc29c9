import type { Resource } from '../../../../core/run/resources';
import { apiCall } from './apiCall';

export const custom: Resource = {
	value: 'custom',
	name: 'Custom',
	operations: [apiCall],
	startWith: apiCall,
};
