import type { Resource } from '../../../../core/run/resources';
import { deleteChatCustomField } from './delete';
import { getMany } from './getMany';
import { upsert } from './upsert';

export const chatCustomField: Resource = {
	value: 'chatCustomField',
	name: 'Chat Custom Field',
	operations: [deleteChatCustomField, getMany, upsert],
	startWith: getMany,
};
