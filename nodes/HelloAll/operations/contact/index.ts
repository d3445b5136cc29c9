import type { Resource } from '../../../../core/run/resources';
import { create } from './create';
import { deleteContact } from './delete';
import { getMany } from './getMany';
import { search } from './search';

export const contact: Resource = {
	value: 'contact',
	name: 'Contact',
	operations: [create, deleteContact, getMany, search],
	startWith: search,
};
