import { bareSetting, failedReading } from './compose';
import type { WhatsAppEvent } from './event';
import { readBody } from './forms';
import type { ServiceForms } from './service';

export interface ReadOptions {
	/** Which trigger received the delivery; handed on in every event. */
	provider: string;
	/** When it arrived, ISO 8601. */
	receivedAt: string;
	/** What the service has beside WhatsApp's own forms. */
	forms?: ServiceForms;
}

const NONE: ServiceForms = { forms: [] };

/**
 * Turns whatever a service delivered into events, in the order of the delivery.
 *
 * Never throws and drops nothing: what is not understood becomes an `unknown` event, and so does a failure of
 * this reader (with `normalizationError`). Changes nothing in `body`, to which every `raw` refers.
 *
 * @param body the raw text of the request, or what a parser made of it
 * @returns empty only for `null`, `""`, `{}`, `[]` and envelopes without entries
 */
export function readEvents(
	body: unknown,
	{ provider, receivedAt, forms = NONE }: ReadOptions,
): WhatsAppEvent[] {
	const setting = bareSetting(provider, receivedAt, forms);
	try {
		return readBody(body, setting);
	} catch (error) {
		return [failedReading(setting, body, error)];
	}
}
