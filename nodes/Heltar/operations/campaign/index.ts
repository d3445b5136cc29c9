import type { Resource } from '../../../../core/run/resources';
import { exportCampaign } from './export';
import { get } from './get';
import { getMany } from './getMany';
import { getRecipients } from './getRecipients';
import { send } from './send';

export const campaign: Resource = {
	value: 'campaign',
	name: 'Campaign',
	operations: [exportCampaign, get, getMany, getRecipients, send],
	startWith: send,
};
