/** Where answers keep what lies behind an error. */
const INSIDE = ['error', 'errors', 'errorData', 'errorRaw'];

/**
 * Why a call was refused, in the words of its answer; undefined where it has none. Of a bulk send's answer it is what
 * concerns one of these addresses.
 */
export function reasonIn(answer: unknown, addresses: readonly string[]): string | undefined {
	return reasonAbout(answer, addresses) ?? reasonOf(answer);
}

function reasonAbout(value: unknown, addresses: readonly string[]): string | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const parts = Object.values(value);
	const isAbout = parts.some(
		(part) => typeof part === 'string' && addresses.includes(part.replace(/^\+/, '')),
	);
	const own = isAbout && INSIDE.some((key) => key in value) ? reasonOf(value) : undefined;
	return own ?? firstOf(parts, (part) => reasonAbout(part, addresses));
}

/** What lies deeper tells more: an outer text often says only that there is an error. */
function reasonOf(value: unknown): string | undefined {
	if (Array.isArray(value)) return firstOf(value, reasonOf);
	if (typeof value !== 'object' || value === null) return undefined;
	const given = value as Record<string, unknown>;
	const inner = firstOf(INSIDE, (key) => reasonOf(given[key]));
	if (inner !== undefined) return inner;
	const { code, error_data: data, details, title, errorMessage, message, error } = given;
	const texts = [(data as { details?: unknown } | null | undefined)?.details, details, title, errorMessage];
	const words = [...texts, message, error].find(
		(text): text is string => typeof text === 'string' && text !== '',
	);
	return words !== undefined && typeof code === 'number' ? `${code}: ${words}` : words;
}

function firstOf<T>(all: readonly T[], read: (one: T) => string | undefined): string | undefined {
	for (const one of all) {
		const found = read(one);
		if (found !== undefined) return found;
	}
	return undefined;
}
