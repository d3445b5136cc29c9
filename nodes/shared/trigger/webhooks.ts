import type { IWebhookDescription } from 'n8n-workflow';

/** Deliveries come by POST; GET is the handshake some services make while the address is being registered. */
export const webhooks: IWebhookDescription[] = [
	{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
	{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', path: 'webhook' },
];
