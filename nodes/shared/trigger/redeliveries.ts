import type { IWebhookFunctions } from 'n8n-workflow';

import type { WhatsAppEvent } from '../../../whatsapp/events/event';
import { SeenKeys } from '../../../whatsapp/events/seen';

/** What each trigger of this process has taken in, by workflow and node. */
const seenByTrigger = new Map<string, SeenKeys>();

/**
 * Leaves out events this trigger has taken in before. A key counts only once the delivery was answered with success:
 * when n8n answers with an error, the keys are released, so that the provider's next attempt is not lost.
 */
export function withoutRedeliveries(context: IWebhookFunctions, events: WhatsAppEvent[]): WhatsAppEvent[] {
	const seen = seenBy(`${context.getWorkflow().id} ${context.getNode().id}`);
	const now = Date.now();
	const fresh = events.filter(({ dedupeKey }) => seen.claim(dedupeKey, now));
	const response = context.getResponseObject();
	response.once('close', () => {
		if (response.writableFinished && response.statusCode < 400) return;
		for (const { dedupeKey } of fresh) seen.release(dedupeKey);
	});
	return fresh;
}

function seenBy(trigger: string): SeenKeys {
	const seen = seenByTrigger.get(trigger) ?? new SeenKeys();
	seenByTrigger.set(trigger, seen);
	return seen;
}
