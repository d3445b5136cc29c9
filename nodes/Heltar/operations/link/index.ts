import type { Resource } from '../../../../core/run/resources';
import { create } from './create';
import { createBulk } from './createBulk';
import { getMany } from './getMany';

export const link: Resource = {
	value: 'link',
	name: 'Short Link',
	operations: [create, createBulk, getMany],
	startWith: create,
};
