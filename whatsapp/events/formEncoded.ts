/** Bodies that went through a form: `key=value&…`, and keys such as `messages[0][from]`. */

import type { JsonObject } from './json';

/** Written as one word, beginning with a name; JSON posted as a form begins with its encoded bracket. */
const FORM = /^(?:[A-Za-z_][\w.%+[\]-]*=|%7B|%5B)\S*$/i;

export function looksLikeForm(text: string): boolean {
	return FORM.test(text.trim());
}

/** A key that repeats holds the list of its values. */
export function decodeForm(text: string): JsonObject {
	const values = new Map<string, string | string[]>();
	for (const [key, value] of new URLSearchParams(text.trim())) {
		const earlier = values.get(key);
		values.set(key, earlier === undefined ? value : [earlier, value].flat());
	}
	return Object.fromEntries(values);
}

const BRACKETED = /^[^[\]]+(?:\[[^[\]]*\])+$/;

/** Deeper than any WhatsApp payload, far from the end of the stack. */
const MAX_PATH = 24;

type Tree = Map<string, unknown>;

/** Rebuilds what bracketed keys stand for; `undefined` when no key is bracketed or two contradict each other. */
export function unflatten(body: JsonObject): JsonObject | undefined {
	const entries = Object.entries(body);
	if (!entries.some(([key]) => BRACKETED.test(key))) return undefined;
	const root: Tree = new Map();
	for (const [key, value] of entries) {
		const path = BRACKETED.test(key) ? key.replaceAll(']', '').split('[') : [key];
		if (path.length > MAX_PATH || !plant(root, path, value)) return undefined;
	}
	return Object.fromEntries([...root].map(([key, branch]) => [key, grown(branch)]));
}

function plant(root: Tree, path: string[], value: unknown): boolean {
	// Parsers turn the repeated key `list[]` into `list[]` with a list already.
	const steps = path.at(-1) === '' && Array.isArray(value) ? path.slice(0, -1) : path;
	let branch = root;
	for (const [depth, step] of steps.entries()) {
		const name = step === '' ? String(branch.size) : step;
		const next = branch.get(name);
		if (depth === steps.length - 1) {
			if (next !== undefined) return false;
			branch.set(name, value);
		} else if (next === undefined) {
			const grown: Tree = new Map();
			branch.set(name, grown);
			branch = grown;
		} else if (next instanceof Map) {
			branch = next;
		} else {
			return false;
		}
	}
	return true;
}

/** Branches whose names are all positions become lists, in that order. */
function grown(branch: unknown): unknown {
	if (!(branch instanceof Map)) return branch;
	const members = [...(branch as Tree)].map(([key, value]) => [key, grown(value)] as const);
	if (!members.every(([key]) => /^\d{1,9}$/.test(key))) return Object.fromEntries(members);
	return members.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value);
}
