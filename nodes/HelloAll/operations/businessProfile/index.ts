import type { Resource } from '../../../../core/run/resources';
import { get } from './get';

export const businessProfile: Resource = {
	value: 'businessProfile',
	name: 'Business Profile',
	operations: [get],
	startWith: get,
};
