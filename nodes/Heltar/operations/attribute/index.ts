import type { Resource } from '../../../../core/run/resources';
import { create } from './create';
import { deleteAttribute } from './delete';
import { getMany } from './getMany';
import { update } from './update';

export const attribute: Resource = {
	value: 'attribute',
	name: 'Attribute',
	operations: [create, deleteAttribute, getMany, update],
	startWith: getMany,
};
