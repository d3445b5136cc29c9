import type { Resource } from '../../../../core/run/resources';
import { assignBot } from './assignBot';
import { assignChat } from './assignChat';
import { block } from './block';
import { deleteContact } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { toggleChat } from './toggleChat';
import { updateAttributesAndTags } from './updateAttributesAndTags';
import { upsert } from './upsert';

export const contact: Resource = {
	value: 'contact',
	name: 'Contact',
	operations: [
		assignBot,
		assignChat,
		block,
		deleteContact,
		get,
		getMany,
		toggleChat,
		updateAttributesAndTags,
		upsert,
	],
	startWith: getMany,
	first: [upsert, get, getMany, updateAttributesAndTags],
	last: [block, deleteContact],
};
