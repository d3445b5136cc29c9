import type { OptChoice, OptWords } from '../optOut';
import { optChoiceOf } from '../optOut';
import { withBlocks } from './blocks';
import type { WhatsAppEvent } from './event';

/** Messages whose whole text the customer typed or tapped. */
const SAID = new Set(['text', 'button', 'interactive']);

/** WhatsApp Cloud API, webhook field `user_preferences`: the switch for marketing messages in the chat. */
const PREFERENCES = 'user_preferences';
const PREFERENCE: Readonly<Record<string, OptChoice>> = { stop: 'optOut', resume: 'optIn' };

/** Whether an event can say that a customer wants messages, or no more of them. */
export const mayChoose = ({ event, direction, type }: WhatsAppEvent): boolean =>
	(event === 'message' && direction === 'inbound') || (event === 'account' && type === PREFERENCES);

/**
 * An event with a mark, where it says that the customer wants no further messages, or wants them again.
 * @param words further words of the user's
 */
export function withOptMark(event: WhatsAppEvent, words: OptWords): WhatsAppEvent {
	const choice = choiceIn(event, words);
	return choice === undefined ? event : withBlocks(event, { [choice]: true });
}

function choiceIn(event: WhatsAppEvent, words: OptWords): OptChoice | undefined {
	if (!mayChoose(event)) return undefined;
	if (event.event === 'account') return PREFERENCE[event.account?.event?.toLowerCase() ?? ''];
	return SAID.has(event.type) ? optChoiceOf(event.text, words) : undefined;
}
