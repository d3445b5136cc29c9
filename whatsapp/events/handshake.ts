import { decodeForm, looksLikeForm } from './formEncoded';
import { isObject, type JsonObject, parseStructure, toText } from './json';

export interface HandshakeAnswer {
	status: 200;
	body: string;
	headers: Record<string, string>;
}

/** Spellings in use, the misspelt one included, in the order of trust. */
const CHALLENGES = ['hub.challenge', 'challange', 'challenge'];

const MAX_CHALLENGE = 1024;
const CONTROL = /\p{Cc}/u;

/**
 * Answers the GET with which a service checks that an address is alive: the bare challenge, or `OK` to whoever
 * sent none. What is sent back is plain text for the browser too, so that nobody can have a page rendered here.
 *
 * @param query the parsed query, flat (`hub.challenge`) or nested (`hub: {challenge}`); repeated values as lists
 */
export function answerHandshake(query: unknown): HandshakeAnswer {
	const values = flatten(query);
	const challenge = CHALLENGES.map((name) => values.get(name)).find(Boolean) ?? '';
	const isUsable = challenge !== '' && challenge.length <= MAX_CHALLENGE && !CONTROL.test(challenge);
	return {
		status: 200,
		body: isUsable ? challenge : 'OK',
		headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
	};
}

/** A check by POST says little more than the challenge; a delivery says what it is about. */
const MOST_FIELDS_OF_A_CHECK = 3;
const LONGEST_CHECK = 2 * MAX_CHALLENGE;

/**
 * What the body of a POST asks that is such a check instead of a delivery (one public program guards against it).
 * @param body as it came, JSON or a form, or parsed already
 */
export function handshakeIn(body: unknown): JsonObject | undefined {
	if (typeof body === 'string') return body.length > LONGEST_CHECK ? undefined : handshakeIn(fieldsOf(body));
	if (!isObject(body) || Object.keys(body).length > MOST_FIELDS_OF_A_CHECK) return undefined;
	const values = flatten(body);
	const asks = !values.has('entry') && CHALLENGES.some((name) => Boolean(values.get(name)));
	return asks ? body : undefined;
}

const fieldsOf = (text: string): unknown =>
	parseStructure(text) ?? (looksLikeForm(text) ? decodeForm(text) : undefined);

/** Names in lower case, joined by dots; the first of repeated values. */
function flatten(query: unknown): Map<string, string> {
	const values = new Map<string, string>();
	const take = (name: string, value: unknown) => {
		const first: unknown = Array.isArray(value) ? value[0] : value;
		const text = first === '' ? '' : toText(first);
		if (text !== null && !values.has(name)) values.set(name, text);
	};
	if (!isObject(query)) return values;
	for (const [key, value] of Object.entries(query)) {
		const name = key.toLowerCase();
		if (name === 'hub' && isObject(value)) {
			for (const [inner, member] of Object.entries(value)) take(`hub.${inner.toLowerCase()}`, member);
		} else {
			take(name, value);
		}
	}
	return values;
}
