import type { Resource } from '../../../../core/run/resources';
import { get } from './get';

export const phoneNumber: Resource = {
	value: 'phoneNumber',
	name: 'Phone Number',
	operations: [get],
	startWith: get,
};
