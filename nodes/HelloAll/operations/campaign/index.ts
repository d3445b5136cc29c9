import type { Resource } from '../../../../core/run/resources';
import { getMany } from './getMany';
import { getReport } from './getReport';

export const campaign: Resource = {
	value: 'campaign',
	name: 'Campaign',
	operations: [getMany, getReport],
	startWith: getMany,
};
