import type { Checked } from './checked';
import { phoneNumber, withoutFormatCharacters } from './phoneNumber';

const USER_ID = /^[A-Za-z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;
const GROUP_ID = /^(?=.*[A-Za-z])[A-Za-z0-9+/_-]{20,}={0,2}$/;
/** A conversation that does not run over WhatsApp: with a phone number over RCS, or on a web page. */
const RCS_ID = /^([^@]+)@rcs$/;
const WEB_ID = /^[^\s@]+@web$/;
const OTHER_CHANNEL = /^[^\s@]+@[A-Za-z0-9_-]+$/;

/**
 * Whoever a message can go to (Heltar API, "Overview: recipient formats"): a phone number, a WhatsApp user ID (two letters,
 * a dot, letters and digits), a group ID, or a conversation over RCS or on a web page. All but phone numbers stay as they
 * are. Anything else in one message would get the whole call refused.
 */
export function recipientId(typed: string): Checked<string> {
	const given = withoutFormatCharacters(typed).trim();
	if (USER_ID.test(given) || GROUP_ID.test(given) || WEB_ID.test(given)) return { value: given };
	const [, onRcs] = RCS_ID.exec(given) ?? [];
	if (onRcs !== undefined) {
		const number = phoneNumber(onRcs);
		return 'value' in number ? { value: `${number.value}@rcs` } : number;
	}
	if (given.includes('@')) {
		return {
			problem: `"${typed.trim()}" is not a valid recipient`,
			advice: 'Write the phone number with its country code, for example 447700900123, without an @.',
		};
	}
	return phoneNumber(typed);
}

/** The same without groups: they take texts, media and templates of these only. */
export function personId(typed: string): Checked<string> {
	const checked = recipientId(typed);
	const { value = '' } = 'value' in checked ? checked : {};
	if (!GROUP_ID.test(value)) return checked;
	return {
		problem: 'this type of message cannot be sent to a group',
		advice: 'Only text, media and templates with text or media can be sent to a group.',
	};
}

/** People on WhatsApp itself: groups and payments are nowhere else. */
export function whatsAppPersonId(typed: string): Checked<string> {
	const checked = personId(typed);
	if (!('value' in checked) || !checked.value.includes('@')) return checked;
	return {
		problem: `"${checked.value}" is a contact of another channel, not of WhatsApp`,
		advice: 'Write the phone number with its country code, or a WhatsApp user ID.',
	};
}

/** A group, by the ID WhatsApp gave it. */
export function groupId(typed: string): Checked<string> {
	const value = withoutFormatCharacters(typed).trim();
	if (GROUP_ID.test(value) && !USER_ID.test(value)) return { value };
	return {
		problem: `"${value}" is not a group ID`,
		advice:
			'A group ID is a long string of letters and digits. The trigger gives it in the Account Change event about the new group.',
	};
}

/** Whom the address book of an account can hold: recipients, and addresses of any other channel. */
export function contactId(typed: string): Checked<string> {
	const given = withoutFormatCharacters(typed).trim();
	const recipient = recipientId(given);
	return 'problem' in recipient && OTHER_CHANNEL.test(given) ? { value: given } : recipient;
}
