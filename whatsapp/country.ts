import type { Checked } from './checked';

/** A country as two letters (ISO 3166-1 alpha-2), in the capitals WhatsApp's APIs expect. */
export function countryCode(given: string): Checked<string> {
	const code = given.trim().toUpperCase();
	if (/^[A-Z]{2}$/.test(code)) return { value: code };
	return {
		problem: `"${given}" is not a two-letter country code`,
		advice: 'Write the country as its two-letter code, for example IN or GB.',
	};
}
