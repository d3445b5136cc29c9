import type { Resource } from '../../../../core/run/resources';
import { get } from './get';
import { getAccountStatus } from './getAccountStatus';
import { getProfile } from './getProfile';
import { pauseMarketing } from './pauseMarketing';
import { setAsyncMode } from './setAsyncMode';
import { setOptRules } from './setOptRules';
import { updateProfile } from './updateProfile';

export const business: Resource = {
	value: 'business',
	name: 'Business',
	operations: [get, getAccountStatus, getProfile, pauseMarketing, setAsyncMode, setOptRules, updateProfile],
	startWith: get,
};
