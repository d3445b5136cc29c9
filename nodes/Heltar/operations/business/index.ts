import type { Resource } from '../../../../core/run/resources';
import { get } from './get';
import { getAccountStatus } from './getAccountStatus';

export const business: Resource = {
	value: 'business',
	name: 'Business',
	operations: [get, getAccountStatus],
	startWith: get,
};
