import type { Resource } from '../../../../core/run/resources';
import { create } from './create';
import { deleteCustomField } from './delete';
import { getMany } from './getMany';

export const customField: Resource = {
	value: 'customField',
	name: 'Custom Field',
	operations: [create, deleteCustomField, getMany],
	startWith: getMany,
};
