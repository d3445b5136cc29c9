import type { Resource } from '../../../../core/run/resources';
import { getMany } from './getMany';
import { setAvailability } from './setAvailability';

export const employee: Resource = {
	value: 'employee',
	name: 'Team Member',
	operations: [getMany, setAvailability],
	startWith: getMany,
};
