import type { Retry } from '../../whatsapp/errorCodes';
import { adviceFor, retryFor } from '../../whatsapp/errorCodes';
import { codeOfText } from '../../whatsapp/errorTexts';
import { hasFailed } from './historyRecord';
import { whatsappCode, whatsappText } from './refusal';
import { localRefusal } from './localRefusals';

/** What became of a message to one person, and what can be done. */
export interface Judgement {
	/** What the user can do; null where nothing is to be done. */
	advice: string | null;
	/**
	 * Whether to send it again. Only a message that is known to have failed is ever `now` or `later`: one that arrived,
	 * that may still arrive, or of which nobody can say so, is `never`.
	 */
	retry: Retry;
}

const ARRIVED = new Set(['sent', 'delivered', 'read', 'responded', 'clicked', 'clicked_responded']);
/** WhatsApp's code for a message that waited too long. */
const EXPIRED_CODE = '410';

const UNKNOWN_REASON: Judgement = {
	advice: 'The node has no advice for this failure. Read its reason and decide whether to send again.',
	retry: 'later',
};

/**
 * Judges a message by its status and the reason Heltar gives for a failure (Heltar API, "Campaigns" and "Message records":
 * `failureReason`, the words of WhatsApp or of Heltar without a code).
 */
export function judgeMessage(status: unknown, reason: unknown): Judgement {
	const word = String(status).toLowerCase();
	if (ARRIVED.has(word)) return { advice: null, retry: 'never' };
	if (word === 'waiting') {
		return { advice: 'It may still go out. Look again later before you send it again.', retry: 'never' };
	}
	if (hasFailed(word)) return judgeFailure(reason, word === 'expired' ? EXPIRED_CODE : undefined);
	return {
		advice: 'It is unknown whether the message arrived. Check the chat before you send it again.',
		retry: 'never',
	};
}

/**
 * Judges a failure by the reason given for it, from the same table that advises about errors.
 * @param usualCode what it was where no reason is known
 */
export function judgeFailure(reason: unknown, usualCode?: string): Judgement {
	const text = whatsappText(reason) ?? '';
	const local = localRefusal(text);
	if (local) return local;
	const code = whatsappCode(reason) ?? codeOfText(text) ?? usualCode;
	const retry = retryFor(code);
	return retry === undefined ? UNKNOWN_REASON : { advice: adviceFor(code, undefined, text) ?? null, retry };
}
