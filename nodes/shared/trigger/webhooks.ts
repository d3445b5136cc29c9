import type { IWebhookDescription } from 'n8n-workflow';

/**
 * Deliveries come by POST; GET is the handshake some services make while the address is being registered. The answer to
 * a delivery is what the node says: without `responseData`, n8n answers with the name of its own default.
 */
export const webhooks: IWebhookDescription[] = (
	[
		['default', 'POST'],
		['setup', 'GET'],
	] as const
).map(([name, httpMethod]) => ({
	name,
	httpMethod,
	responseMode: 'onReceived',
	responseData: '',
	path: 'webhook',
	// Both have the same address, which is to be copied once.
	ndvHideUrl: name === 'setup',
}));

/**
 * Versions of a trigger node. Both do the same, but n8n evaluates an expression of its own with every delivery to a
 * webhook node of version 1, which costs more than the delivery itself.
 */
export const WEBHOOK_NODE_VERSION = [1, 1.1];
