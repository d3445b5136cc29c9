import type { Resource } from '../../../../core/run/resources';
import { getMany } from './getMany';

export const employee: Resource = {
	value: 'employee',
	name: 'Employee',
	operations: [getMany],
	startWith: getMany,
};
