import type { Resource } from '../../../../core/run/resources';
import { assignBot } from './assignBot';
import { assignChat } from './assignChat';
import { block } from './block';
import { clearBotSession } from './clearBotSession';
import { deleteContact } from './delete';
import { get } from './get';
import { getAttributes } from './getAttributes';
import { getBlocked } from './getBlocked';
import { getMany } from './getMany';
import { getProfile } from './getProfile';
import { multiAssign } from './multiAssign';
import { toggleBot } from './toggleBot';
import { toggleChat } from './toggleChat';
import { updateAttributesAndTags } from './updateAttributesAndTags';
import { updateProfile } from './updateProfile';
import { upsert } from './upsert';

export const contact: Resource = {
	value: 'contact',
	name: 'Contact',
	operations: [
		assignBot,
		assignChat,
		block,
		clearBotSession,
		deleteContact,
		get,
		getAttributes,
		getBlocked,
		getMany,
		getProfile,
		multiAssign,
		toggleBot,
		toggleChat,
		updateAttributesAndTags,
		updateProfile,
		upsert,
	],
	startWith: getMany,
	first: [upsert, get, getMany, updateAttributesAndTags],
	last: [block, deleteContact],
};
