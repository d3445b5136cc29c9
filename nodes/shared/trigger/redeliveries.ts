import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import type { WhatsAppEvent } from '../../../whatsapp/events/event';
import { SeenKeys } from '../../../whatsapp/events/seen';
import { MOST_REMEMBERED, rememberKeys, rememberedKeys } from './remembered';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/** What one trigger of this process has taken in. */
interface Taken {
	seen: SeenKeys;
	/** Deliveries n8n had not answered when last looked at, with the keys they claimed. */
	unanswered: Map<Response, string[]>;
	/** Keys of answered deliveries that only this process knows yet. */
	unsaved: string[];
}

/** By workflow and node. */
const takenByTrigger = new Map<string, Taken>();

/**
 * Leaves out events this trigger has taken in before. A key is claimed as soon as it comes, so that two deliveries at
 * the same time do not both start something, and released when n8n ends up answering with an error, so that the
 * provider's next attempt is not lost. What n8n answered is read off the response when the next delivery comes: it
 * shows there even if the provider hung up before, in which case the events have been taken in all the same.
 *
 * The process remembers for itself. n8n keeps what a webhook stores only when the delivery starts nothing, so that is
 * when the keys are handed on to other processes and to the time after a restart.
 */
export function withoutRedeliveries(context: IWebhookFunctions, events: WhatsAppEvent[]): WhatsAppEvent[] {
	const now = Date.now();
	const stored = context.getWorkflowStaticData('node');
	const taken = takenBy(`${context.getWorkflow().id} ${context.getNode().id}`);
	settle(taken);
	const remembered = rememberedKeys(stored, now);
	const fresh = events.filter(({ dedupeKey }) => !remembered(dedupeKey) && taken.seen.claim(dedupeKey, now));
	const response = context.getResponseObject();
	const claimed = [...(taken.unanswered.get(response) ?? []), ...keysOf(fresh)];
	if (claimed.length === 0) save(taken, stored, now);
	else taken.unanswered.set(response, claimed);
	return fresh;
}

const keysOf = (events: WhatsAppEvent[]) => events.map(({ dedupeKey }) => dedupeKey);

/** Sorts out what became of the deliveries before. */
function settle(taken: Taken): void {
	for (const [response, keys] of taken.unanswered) {
		if (!response.writableEnded) continue;
		taken.unanswered.delete(response);
		if (response.statusCode < 400) taken.unsaved = [...taken.unsaved, ...keys].slice(-MOST_REMEMBERED);
		else for (const key of keys) taken.seen.release(key);
	}
}

function save(taken: Taken, stored: IDataObject, now: number): void {
	if (taken.unsaved.length === 0) return;
	rememberKeys(stored, taken.unsaved, now);
	taken.unsaved = [];
}

function takenBy(trigger: string): Taken {
	const taken = takenByTrigger.get(trigger) ?? { seen: new SeenKeys(), unanswered: new Map(), unsaved: [] };
	takenByTrigger.set(trigger, taken);
	return taken;
}
