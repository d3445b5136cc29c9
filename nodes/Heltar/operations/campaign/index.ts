import type { Resource } from '../../../../core/run/resources';
import { get } from './get';
import { getMany } from './getMany';
import { send } from './send';

export const campaign: Resource = {
	value: 'campaign',
	name: 'Campaign',
	operations: [get, getMany, send],
	startWith: send,
};
