import type { Resource } from '../../../../core/run/resources';
import { get } from './get';

export const user: Resource = {
	value: 'user',
	name: 'User',
	operations: [get],
	startWith: get,
};
