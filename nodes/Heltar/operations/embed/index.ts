import type { Resource } from '../../../../core/run/resources';
import { createSession } from './createSession';

export const embed: Resource = {
	value: 'embed',
	name: 'Embedded Chat',
	operations: [createSession],
	startWith: createSession,
};
