import { cut, lengthOf } from '../../../whatsapp/characters';
import type { ChatMessage } from './conversation';

export interface WindowLimits {
	/** Messages. */
	count: number;
	/** Unicode characters of all messages together. */
	characters: number;
}

/**
 * The newest messages that fit both limits, oldest first. They are left out whole; only when the newest one alone is too
 * long, its beginning is kept.
 */
export function newestWithin(messages: readonly ChatMessage[], limits: WindowLimits): ChatMessage[] {
	const kept: ChatMessage[] = [];
	let left = limits.characters;
	for (const message of messages.slice(-limits.count).reverse()) {
		const length = lengthOf(message.text);
		if (length > left) {
			if (kept.length > 0) break;
			return [{ ...message, text: cut(message.text, left) }];
		}
		left -= length;
		kept.push(message);
	}
	return kept.reverse();
}
