import type { IWebhookDescription } from 'n8n-workflow';

/** Deliveries come by POST; GET is the handshake some services make while the address is being registered. */
export const webhooks: IWebhookDescription[] = [
	{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
	{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', path: 'webhook' },
];

/**
 * Versions of a trigger node. Both do the same, but n8n evaluates an expression of its own with every delivery to a
 * webhook node of version 1, which costs more than the delivery itself.
 */
export const WEBHOOK_NODE_VERSION = [1, 1.1];
