import { isSafeAddress } from '../../../core/http/address';
import { BadInput } from '../../../core/http/errors';

/** Providers deliver to public https addresses only; loopback is how a sandbox delivers. @throws BadInput */
export function refuseUnreachable(webhookUrl: string, provider: string): void {
	if (isSafeAddress(new URL(webhookUrl))) return;
	throw new BadInput(
		`of this workflow is ${webhookUrl}, but ${provider} delivers to https addresses only`,
		[{ name: 'webhookUrl', label: 'The webhook URL' }],
		'Set WEBHOOK_URL of n8n to a public https address.',
	);
}
