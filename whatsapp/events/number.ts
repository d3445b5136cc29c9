/** Phone numbers and business-scoped user ids (BSUIDs). */

const PHONE_CHARACTERS = /^[\d+().\s-]+$/;
const USER_ID = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]+$/;

/** Digits only when it is written like a phone number; anything else (BSUID, group id) stays as sent. */
export function cleanNumber(value: string | null): string | null {
	const trimmed = value?.trim();
	if (!trimmed) return null;
	return (PHONE_CHARACTERS.test(trimmed) && trimmed.replace(/\D/g, '')) || trimmed;
}

/** Country code, a dot, letters and digits; ids of a parent company have `ENT.` between. */
export function looksLikeUserId(value: string | null): value is string {
	return value !== null && USER_ID.test(value);
}
