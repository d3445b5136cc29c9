/** The country calling codes of one and two digits; all others have three (ITU-T E.164, list of assigned codes). */
const ONE_DIGIT = /^[17]/;
const TWO_DIGITS = /^(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** The country calling code a number begins with; undefined for anything that is no phone number in digits. */
export function callingCode(number: string): number | undefined {
	if (!/^[1-9]\d{6,14}$/.test(number)) return undefined;
	const digits = ONE_DIGIT.test(number) ? 1 : TWO_DIGITS.test(number) ? 2 : 3;
	return Number(number.slice(0, digits));
}
