import { createHmac } from 'crypto';

import { webhookKey } from './address';

/**
 * The secret a delivery has to carry, derived from the API key and the webhook's path. Nothing is stored, so it
 * survives renames and restarts and is the same in every process and in test mode.
 *
 * @param webhookUrl test or production address of the node
 */
export const webhookSecret = (apiKey: string, webhookUrl: string): string =>
	createHmac('sha256', apiKey)
		.update(`webhook:${webhookKey(webhookUrl)}`)
		.digest('hex');
