import { createHmac } from 'crypto';

/**
 * The secret a delivery has to carry, derived from the API key and the webhook's path. Nothing is stored, so it
 * survives renames and restarts and is the same in every process and in test mode.
 *
 * @param webhookUrl test or production address of the node; only its last two segments count, which both share
 * (n8n prefixes differ and are configurable).
 */
export function webhookSecret(apiKey: string, webhookUrl: string): string {
	const path = new URL(webhookUrl).pathname.split('/').slice(-2).join('/');
	return createHmac('sha256', apiKey).update(`webhook:${path}`).digest('hex');
}
