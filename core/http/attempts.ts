import { Refused } from './errors';
import type { RequestSpec } from './request';

/**
 * Several ways to ask for the same thing, for where a provider's documentation leaves open which one it serves. The
 * next is tried only after HTTP 404 or 405, which say that nothing was carried out; after any other end, the outcome
 * may be "done" and stands. The first way that works is used for the rest of the run.
 */
export interface Attempts {
	/** Under which name the run remembers what worked; unique within a provider. */
	name: string;
	/** In the order they are tried. */
	attempts: readonly [RequestSpec, ...RequestSpec[]];
	/** What it means when the provider knows none of them, in words that stand before its own. */
	unsupported?: string;
	/** What the user can do then, when it is more than the provider's code says. */
	advice?: string;
}

/** What worked, by the name of its list; lives as long as a run. */
export type AttemptMemory = Map<string, number>;

/** The end of a walk: what the way that worked gave, and its place in the list. */
export interface Attempted<T> {
	result: T;
	attempt: number;
}

export const isAttempts = (request: RequestSpec | Attempts): request is Attempts => 'attempts' in request;

/** Whether an error says that the provider has no such path or method, so that nothing was carried out. */
export const isUnknownRoute = (error: unknown): error is Refused =>
	error instanceof Refused && (error.details.httpStatus === 404 || error.details.httpStatus === 405);

/**
 * Walks the list.
 * @param go makes one of the calls
 * @throws what `go` throws; when no way exists, the first one's refusal with the paths that were tried
 */
export async function walk<T>(
	list: Attempts,
	memory: AttemptMemory,
	go: (spec: RequestSpec) => Promise<T>,
): Promise<Attempted<T>> {
	const known = memory.get(list.name);
	if (known !== undefined && known < list.attempts.length) {
		return { result: await go(list.attempts[known]), attempt: known };
	}
	let first: Refused | undefined;
	for (const [attempt, spec] of list.attempts.entries()) {
		const result = await go(spec).then((given) => ({ given }), unknownRoute);
		if (!(result instanceof Refused)) {
			memory.set(list.name, attempt);
			return { result: result.given, attempt };
		}
		first ??= result;
	}
	throw exhausted(list, first as Refused);
}

/** Hands on what ends a walk, and gives back what lets it go on. */
function unknownRoute(error: unknown): Refused {
	if (isUnknownRoute(error)) return error;
	throw error;
}

function exhausted({ attempts, unsupported, advice }: Attempts, first: Refused): Refused {
	const tried = attempts.map(({ method, path }) => `${method} /${path.join('/')}`).join(', ');
	return new Refused(unsupported ? `${unsupported}: ${first.message}` : first.message, {
		...first.details,
		advice: [advice ?? first.details.advice, `Tried: ${tried}.`].filter(Boolean).join(' '),
	});
}
