/** Careful access to values whose shape nobody promised. Only own properties are ever read. */

export type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isFilledObject(value: unknown): value is JsonObject {
	return isObject(value) && Object.keys(value).length > 0;
}

/** The first of these properties that is neither missing nor null. Zero, `false` and `""` count as given. */
export function given(source: JsonObject | undefined, ...keys: string[]): unknown {
	for (const key of keys) {
		if (source && Object.hasOwn(source, key) && source[key] !== null && source[key] !== undefined) {
			return source[key];
		}
	}
	return undefined;
}

export function objectIn(source: JsonObject | undefined, key: string): JsonObject | undefined {
	const value = given(source, key);
	return isObject(value) ? value : undefined;
}

export function listIn(source: JsonObject | undefined, key: string): unknown[] | undefined {
	const value = given(source, key);
	return Array.isArray(value) ? value : undefined;
}

/** Text as sent, a number as its digits; anything else, and the empty text, is `null`. */
export function toText(value: unknown): string | null {
	if (typeof value === 'string') return value === '' ? null : value;
	return typeof value === 'number' || typeof value === 'bigint' ? String(value) : null;
}

/** The first of these properties that holds text. */
export function textIn(source: JsonObject | undefined, ...keys: string[]): string | null {
	for (const key of keys) {
		const text = toText(given(source, key));
		if (text !== null) return text;
	}
	return null;
}

/** `null` unless it is a truth value; form-encoded bodies carry those as words. */
export function flagIn(source: JsonObject | undefined, key: string): boolean | null {
	const value = given(source, key);
	if (value === true || value === 'true') return true;
	return value === false || value === 'false' ? false : null;
}

/**
 * What a JSON text holds, or `undefined` when it is none. A bare number or truth value is left alone: the
 * text "5" is more likely something a person wrote.
 */
export function parseJson(text: string): unknown {
	const trimmed = text.trim();
	if (!/^[{["]/.test(trimmed) && trimmed !== 'null') return undefined;
	try {
		return JSON.parse(trimmed);
	} catch {
		return undefined;
	}
}

/** Like `parseJson`, through JSON inside JSON, for values that matter only as an object or a list. */
export function parseStructure(value: unknown, levels = 4): JsonObject | unknown[] | undefined {
	if (isObject(value) || Array.isArray(value)) return value;
	return typeof value === 'string' && levels > 0 ? parseStructure(parseJson(value), levels - 1) : undefined;
}
