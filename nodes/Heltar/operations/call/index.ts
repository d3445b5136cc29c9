import type { Resource } from '../../../../core/run/resources';
import { getMany } from './getMany';
import { getRecord } from './getRecord';
import { initiate } from './initiate';

export const call: Resource = {
	value: 'call',
	name: 'Call',
	operations: [getMany, getRecord, initiate],
	startWith: initiate,
};
