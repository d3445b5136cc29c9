import type { Resource } from '../../../../core/run/resources';
import { getMany } from './getMany';
import { setAvailability } from './setAvailability';

export const employee: Resource = {
	value: 'employee',
	name: 'Employee',
	operations: [getMany, setAvailability],
	startWith: getMany,
};
