/**
 * Country codes of countries in which a 0 is dialled before the number, but never from abroad, and no number begins with
 * one (ITU-T Operational Bulletin No. 994, "National prefixes"). Italy is not among them: there the 0 is part of the number.
 */
const TRUNK_ZERO: ReadonlySet<string> = new Set(
	(
		'20 27 31 32 33 40 41 43 44 46 49 51 53 54 55 57 58 60 61 62 63 64 66 81 82 84 86 90 91 92 93 94 95 98 ' +
		'211 212 213 218 231 232 233 234 243 249 251 252 254 255 256 260 261 262 263 264 265 291 353 355 358 359 ' +
		'370 373 374 377 380 381 382 383 385 386 387 389 421 423 508 590 591 593 594 595 596 598 686 850 855 856 880 ' +
		'886 960 961 962 963 964 966 967 970 971 972 975 976 977 994 995 996'
	).split(' '),
);

/** Country code, and what stands in brackets behind it: `+44 (0)7700`, `0044 (020)`. */
const BRACKETED = /^\(?\+?(?:00)?\(?([1-9]\d{0,2})\)?\((0\d*)\)(.*)$/;

/**
 * Drops a 0 in brackets behind the country code, which is dialled inside the country only.
 * @param written digits and the signs people put between them
 * @returns undefined where it is not certain that the 0 has to go
 */
export function withTrunkZeroDropped(written: string): string | undefined {
	const compact = written.replace(/[\s.\-/]/g, '');
	const [, code, bracketed = '', rest = ''] = BRACKETED.exec(compact) ?? [];
	if (code === undefined) return /\d.*\(0\)/.test(compact) ? undefined : written;
	// "(00…)" and the like are no trunk 0, and brackets further on none of which it could be known.
	if (/\(0\)/.test(rest)) return undefined;
	const isTrunkZero = /^0([1-9]|$)/.test(bracketed);
	if (isTrunkZero && TRUNK_ZERO.has(code)) {
		const number = bracketed.slice(1) + rest;
		return /^\D*0/.test(number) ? undefined : code + number;
	}
	return bracketed === '0' ? undefined : written;
}
