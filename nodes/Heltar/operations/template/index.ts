import type { Resource } from '../../../../core/run/resources';
import { create } from './create';
import { deleteTemplate } from './delete';
import { get } from './get';
import { getMany } from './getMany';

export const template: Resource = {
	value: 'template',
	name: 'Template',
	operations: [create, deleteTemplate, get, getMany],
	startWith: getMany,
};
