import type { Caller } from './request';

/** What tells the account that a node works with from others, for what all its runs in this process share. */
export function accountKey(caller: Caller, credentialType: string): string {
	const credential = caller.getNode().credentials?.[credentialType];
	return JSON.stringify([credentialType, credential?.id ?? credential?.name]);
}
