/** Shorter than any key; masking so little would eat into ordinary words. */
const SHORTEST_KEY = 6;

/** A refusal's body without the key, which some servers echo with the request they refuse. */
export function withoutKey(body: unknown, key: unknown): unknown {
	if (typeof key !== 'string' || key.length < SHORTEST_KEY || body === undefined) return body;
	const inJson = JSON.stringify(key).slice(1, -1);
	const text = JSON.stringify(body);
	return text.includes(inJson) ? (JSON.parse(text.replaceAll(inJson, '***')) as unknown) : body;
}
