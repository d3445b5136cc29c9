import type { Resource } from '../../../../core/run/resources';
import { assign } from './assign';
import { getMessages } from './getMessages';
import { markDone } from './markDone';

export const chat: Resource = {
	value: 'chat',
	name: 'Chat',
	operations: [assign, getMessages, markDone],
	startWith: getMessages,
};
