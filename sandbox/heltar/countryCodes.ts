/** ITU-T E.164: the one- and two-digit country codes; every other code has three digits. */
const ONE = /^[17]/;
const TWO = new Set(
	'20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
		' ',
	),
);

/** The country code of a phone number in digits; undefined for user and group ids. */
export function countryCodeOf(number: string): number | undefined {
	if (!/^\d{7,15}$/.test(number)) return undefined;
	if (ONE.test(number)) return Number(number[0]);
	const two = number.slice(0, 2);
	return Number(TWO.has(two) ? two : number.slice(0, 3));
}
