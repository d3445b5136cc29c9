import type { Resource } from '../../../../core/run/resources';
import { get } from './get';
import { update } from './update';

export const compliance: Resource = {
	value: 'compliance',
	name: 'Compliance',
	operations: [get, update],
	startWith: update,
};
