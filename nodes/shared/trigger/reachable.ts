import { accountOf } from '../../../core/http/account';
import { isLoopback, isSafeAddress, outsideProblem } from '../../../core/http/address';
import { BadInput } from '../../../core/http/errors';
import type { ProviderHttp } from '../../../core/http/providerHttp';
import type { Caller } from '../../../core/http/request';

/**
 * Refuses an address the provider could not deliver to: one on the public internet reaches public https addresses only,
 * one on this machine, which is a sandbox, reaches this machine, too. @throws BadInput
 */
export async function assertReachable(hook: Caller, http: ProviderHttp, webhookUrl: string): Promise<void> {
	const account = await accountOf(hook, http);
	const provider = new URL(account.baseUrl);
	const webhook = new URL(webhookUrl);
	const isPublic = outsideProblem(provider, { local: false }) === undefined;
	const isReachable = isPublic
		? outsideProblem(webhook, { local: false }) === undefined
		: isSafeAddress(webhook) && (isLoopback(provider) || !isLoopback(webhook));
	if (isReachable) return;
	throw new BadInput(
		`${webhookUrl} is not a public https address, which ${http.name} needs`,
		[{ name: 'webhookUrl', label: 'The webhook URL' }],
		'Set WEBHOOK_URL of n8n to a public https address.',
	);
}
