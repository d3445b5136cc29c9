import type { Resource } from '../../../../core/run/resources';
import { sendEvent } from './sendEvent';

export const journey: Resource = {
	value: 'journey',
	name: 'Journey',
	operations: [sendEvent],
	startWith: sendEvent,
};
