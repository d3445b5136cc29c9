import type { Checked } from './checked';
import { withTrunkZeroDropped } from './trunkZero';

/*
 * How a phone number that people typed, pasted or read from a spreadsheet is understood. The one place for it: fields,
 * filters, contact cards and comparisons all come here.
 */

const COUNTRY_CODE_ADVICE = 'Write the number with its country code, for example 447700900123.';
const SPREADSHEET_ADVICE = 'Format the column of the spreadsheet as text, so that all digits stay.';

/** As many digits as a number has at most (ITU-T E.164). */
const MOST_DIGITS = 15;

/** Unicode's format characters, such as the marks of writing direction that come along with a copied number. */
export const withoutFormatCharacters = (text: string): string => text.replace(/\p{Cf}/gu, '');

/** Every dash of Unicode, and the minus sign. */
const DASHES = /[\p{Pd}\u2212]/gu;
const WRITTEN = /^[\d\s+().\-/]+$/;
const SHORTENED = /^[+-]?\d+([.,]\d+)?\s*e\s*[+-]?\d+$/i;

/**
 * A phone number as WhatsApp's APIs want it: country code and number, digits only.
 * @param leastDigits the provider's own least; the most is that of E.164
 */
export function phoneNumber(typed: string, leastDigits = 7): Checked<string> {
	const read = digitsOf(typed);
	if ('problem' in read) return read;
	const given = typed.trim();
	const digits = read.value;
	if (digits.startsWith('0')) {
		return { problem: `"${given}" must not start with 0`, advice: COUNTRY_CODE_ADVICE };
	}
	if (digits.length < leastDigits || digits.length > MOST_DIGITS) {
		return {
			problem: `"${given}" has ${digits.length} digits, a number has ${leastDigits} to ${MOST_DIGITS}`,
			advice: COUNTRY_CODE_ADVICE,
		};
	}
	return read;
}

/**
 * The digits of a number however it is written, without the 00 of an international call. Decimals of zero and a
 * bracketed trunk 0 are no part of it; where that is not certain, the number is refused.
 */
export function digitsOf(typed: string): Checked<string> {
	const written = withoutFormatCharacters(typed).replace(DASHES, '-').trim();
	const given = typed.trim();
	if (written === '') return { problem: 'nothing is filled in' };
	if (SHORTENED.test(written)) {
		return { problem: `"${given}" was shortened by a spreadsheet`, advice: SPREADSHEET_ADVICE };
	}
	const whole = withoutDecimals(written);
	if (whole === undefined) {
		return { problem: `"${given}" contains a decimal point or comma`, advice: SPREADSHEET_ADVICE };
	}
	// A plus inside begins another number.
	if (!WRITTEN.test(whole) || /[1-9].*\+/.test(whole)) {
		return { problem: `"${given}" is not a phone number`, advice: COUNTRY_CODE_ADVICE };
	}
	const dialled = withTrunkZeroDropped(whole);
	if (dialled === undefined) {
		return {
			problem: `it is unclear whether the 0 in brackets in "${given}" is part of the number`,
			advice: 'Write the number as it is dialled from abroad, for example 447700900123.',
		};
	}
	return { value: dialled.replace(/\D/g, '').replace(/^00/, '') };
}

/** A number as it is shown to people: as written, but for what only a spreadsheet or a copied text adds. */
export function asShown(typed: string): string {
	const written = withoutFormatCharacters(typed).trim();
	return withoutDecimals(written)?.trim() ?? written;
}

/** So many digits a number has in practice; what is longer, with decimals counted in, has decimals. */
const USUAL_DIGITS = 13;

/**
 * Takes the decimals of zero off that spreadsheets put behind a number: `919800000101.0`. A point may also be a separator
 * (`91.98000.00101`, `+44.7700900123`).
 * @returns undefined for other decimals, and where it is not certain what the point is
 */
function withoutDecimals(written: string): string | undefined {
	const [, before = '', mark, decimals = ''] = /^(.*)([.,])(\d+)$/s.exec(written) ?? [];
	if (before.trim() === '') return written;
	const areZeros = /^0+$/.test(decimals);
	// Nobody separates a single digit.
	if (decimals.length === 1) return areZeros ? before : undefined;
	if (before.includes('.') && mark === '.') return written;
	const isPlain = /^\+?\d+$/.test(before);
	const digits = before.replace(/\D/g, '').length;
	if (areZeros) {
		const isCertain = isPlain && (decimals.length === 2 || digits >= 10);
		return isCertain ? before : undefined;
	}
	const isSeparator =
		mark === '.' &&
		decimals.length >= 3 &&
		digits + decimals.length <= USUAL_DIGITS &&
		(!isPlain || before.startsWith('+') || digits <= 3);
	return isSeparator ? written : undefined;
}
