import type { HttpAnswer } from './answer';

/** Shorter than any key; masking so little would eat into ordinary words. */
const SHORTEST_SECRET = 6;
const MASK = '***';

/**
 * An answer without the account's secrets: some servers repeat the request they answer, in errors and in successes, and
 * links to further pages carry the key. A file stays as it is.
 */
export const withoutSecretsInAnswer = (
	{ headers, body, ...answer }: HttpAnswer,
	secrets: readonly string[],
	{ isFile = false }: { isFile?: boolean } = {},
): HttpAnswer => ({
	...answer,
	headers: withoutSecrets(headers, secrets) as HttpAnswer['headers'],
	body: isFile ? body : withoutSecrets(body, secrets),
});

/** Data of JSON without the account's secrets. */
export function withoutSecrets(data: unknown, secrets: readonly string[]): unknown {
	return secrets.reduce(withoutSecret, data);
}

function withoutSecret(data: unknown, secret: string): unknown {
	if (secret.length < SHORTEST_SECRET || data === undefined) return data;
	const text = JSON.stringify(data);
	const forms = new Set(
		[secret, encodeURIComponent(secret)].map((form) => JSON.stringify(form).slice(1, -1)),
	);
	const found = [...forms].filter((form) => text.includes(form));
	if (found.length === 0) return data;
	return JSON.parse(found.reduce((masked, form) => masked.replaceAll(form, MASK), text)) as unknown;
}
