import type { IWebhookFunctions } from 'n8n-workflow';

import type { OpenDelivery } from '../../../core/trigger/collector';

interface Socket {
	server?: { listening?: boolean };
}

/** A delivery n8n has not answered; how to see that it did, and to answer in its place. */
export function openDelivery(context: IWebhookFunctions): OpenDelivery {
	const response = context.getResponseObject();
	// A socket that was closed forgets its server, and a delivery is to know all the same when n8n ends.
	const { server } = (context.getRequestObject() as { socket?: Socket }).socket ?? {};
	return {
		status: () => (response.writableEnded ? response.statusCode : undefined),
		onAnswered: (callback) => void response.once('finish', callback),
		answer(status) {
			if (response.writableEnded) return;
			response
				.status(status)
				.send(status < 400 ? 'OK' : 'Try again')
				.end();
		},
		// n8n closes its server first of all.
		isStopping: () => server?.listening === false,
	};
}
