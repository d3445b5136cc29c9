import { createHash, timingSafeEqual } from 'crypto';

/**
 * Whether a delivery carries the secret it has to carry.
 *
 * Takes the same time wherever the two differ, and however long they are: digests are compared, not the texts.
 *
 * @param expected an empty secret admits nobody
 * @param given the header or query value as a server hands it over: text, a list when it was repeated (its first
 * member counts), or undefined
 */
export function isAdmitted(expected: string, given: unknown): boolean {
	const first: unknown = Array.isArray(given) ? given[0] : given;
	const text = typeof first === 'string' ? first : '';
	const isEqual = timingSafeEqual(digest(expected), digest(text));
	return isEqual && text.length === expected.length && expected !== '';
}

function digest(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}
