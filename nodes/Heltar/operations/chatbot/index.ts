import type { Resource } from '../../../../core/run/resources';
import { getMany } from './getMany';
import { getResults } from './getResults';
import { processConversation } from './process';
import { talk } from './talk';

export const chatbot: Resource = {
	value: 'chatbot',
	name: 'Chatbot',
	operations: [getMany, getResults, processConversation, talk],
	startWith: talk,
};
