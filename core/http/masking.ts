/** Shorter than any key; masking so little would eat into ordinary words. */
const SHORTEST_SECRET = 6;

/** An answer's body without the account's secrets, which some servers repeat with the request they answer. */
export function withoutSecrets(body: unknown, secrets: readonly string[]): unknown {
	return secrets.reduce(withoutSecret, body);
}

function withoutSecret(body: unknown, secret: string): unknown {
	if (secret.length < SHORTEST_SECRET || body === undefined) return body;
	const inJson = JSON.stringify(secret).slice(1, -1);
	const text = JSON.stringify(body);
	return text.includes(inJson) ? (JSON.parse(text.replaceAll(inJson, '***')) as unknown) : body;
}
