/** A value as it goes on the wire, or what is wrong with it in words that read on after the field's label. */
export type Checked<T> = { value: T } | { problem: string; advice?: string };

const USER_ID = /^[A-Za-z]{2}\.(ENT\.)?[A-Za-z0-9]+$/;
const GROUP_ID = /^(?=.*[A-Za-z])[A-Za-z0-9+/_-]{20,}={0,2}$/;

const COUNTRY_CODE_ADVICE = 'Write the number with its country code, for example 447700900123.';

/**
 * A phone number as WhatsApp's APIs want it: country code and number, digits only. Signs and spaces people write are
 * dropped, and so is a leading 00. Lengths are those of E.164, with the provider's own least.
 */
export function phoneNumber(typed: string, leastDigits = 7): Checked<string> {
	const given = typed.trim();
	if (given === '') return { problem: 'is empty' };
	if (/[^\d\s+().\-/]/.test(given)) {
		return { problem: `is "${given}", which is not a phone number`, advice: COUNTRY_CODE_ADVICE };
	}
	const digits = given.replace(/\D/g, '').replace(/^00/, '');
	if (digits.startsWith('0')) {
		return { problem: `is "${given}": a number must not start with 0`, advice: COUNTRY_CODE_ADVICE };
	}
	if (digits.length < leastDigits || digits.length > 15) {
		return {
			problem: `is "${given}": a number has ${leastDigits} to 15 digits, this one has ${digits.length}`,
			advice: COUNTRY_CODE_ADVICE,
		};
	}
	return { value: digits };
}

/**
 * Whoever a message can go to: a phone number, a WhatsApp user ID (two letters, a dot, letters and digits), a group ID
 * or an address of another channel such as `447700900123@rcs`. All but phone numbers stay as they are.
 */
export function recipientId(typed: string): Checked<string> {
	const given = typed.trim();
	if (USER_ID.test(given) || given.includes('@') || GROUP_ID.test(given)) return { value: given };
	return phoneNumber(given);
}

/** The same without groups: they take texts, media and templates of these only. */
export function personId(typed: string): Checked<string> {
	const checked = recipientId(typed);
	const { value = '' } = 'value' in checked ? checked : {};
	if (!GROUP_ID.test(value)) return checked;
	return {
		problem: 'is a group, which takes no messages of this type',
		advice: 'Groups take texts, media, and templates made of these.',
	};
}
