import type { Retry } from '../../whatsapp/errorCodes';

/** What Heltar itself refuses a message for, by its own words; WhatsApp never sees such a message. */
const REFUSALS: ReadonlyArray<readonly [text: RegExp, retry: Retry, advice: string]> = [
	[/client is blocked/i, 'never', 'The contact is blocked in Heltar. Unblock it first.'],
	[
		/not opted in|did not opt-?in/i,
		'never',
		'The contact opted out. Only they can opt in again, by sending your opt-in keyword.',
	],
	[
		/marketing templates?.*paused|category.*(unavailable|paused)/i,
		'later',
		'Marketing templates are paused for the whole account. Switch the pause off, or use a utility template.',
	],
	[/\bmeta ai\b/i, 'later', 'Meta’s own AI agent handles this chat. Only it can hand the chat over to you.'],
	[
		/expected a phone number/i,
		'never',
		'Give the recipient as a phone number with country code, as a WhatsApp user ID or as a group ID.',
	],
];

/** What to do about one of Heltar's own refusals; undefined for any other text. */
export function localRefusal(text: string): { advice: string; retry: Retry } | undefined {
	const found = REFUSALS.find(([pattern]) => pattern.test(text));
	return found && { retry: found[1], advice: found[2] };
}
