import { NotOffered } from './apiStyle';
import { Refused } from './errors';
import type { RequestSpec } from './request';

/**
 * Several requests for the same thing, for where a provider's documentation leaves open which one is served. The next
 * is tried only after HTTP 404 or 405, which say that nothing was carried out, or where the account's API style has no such
 * call; after any other end, the outcome may be "done" and stands. The first one that is served is used for the rest of the run.
 */
export interface Routes {
	/** Under which name the run remembers what worked; unique within a provider. */
	name: string;
	/** In the order they are tried. */
	requests: readonly [RequestSpec, ...RequestSpec[]];
	/** What it means when the provider serves none of them, in words that stand before its own. */
	unsupported?: string;
	/** What the user can do then, when it is more than the provider's code says. */
	advice?: string;
}

/** Positions of the requests that worked, by the name of their list; lives as long as a run. */
export type RouteMemory = Map<string, number>;

export const isRoutes = (request: RequestSpec | Routes): request is Routes => 'requests' in request;

/** Whether an error says that the provider has no such path or method, so that nothing was carried out. */
export const isUnknownRoute = (error: unknown): error is Refused =>
	error instanceof Refused && (error.details.httpStatus === 404 || error.details.httpStatus === 405);

/**
 * Result and index of the first request that was not answered with 404 or 405.
 * @param send makes one of the calls
 * @throws what `send` throws; when all are unknown, the first one's refusal with what was tried
 */
export async function firstSupported<T>(
	list: Routes,
	memory: RouteMemory,
	send: (spec: RequestSpec) => Promise<T>,
): Promise<{ result: T; index: number }> {
	const known = memory.get(list.name);
	const knownSpec = known === undefined ? undefined : list.requests[known];
	if (known !== undefined && knownSpec) return { result: await send(knownSpec), index: known };
	const refusals: Array<Refused | NotOffered> = [];
	for (const [index, spec] of list.requests.entries()) {
		const end = await send(spec).then((result) => ({ result }), unknownRoute);
		if ('result' in end) {
			memory.set(list.name, index);
			return { ...end, index };
		}
		refusals.push(end);
	}
	const refused = refusals.find((one) => one instanceof Refused);
	throw refused ? noneSupported(list, refused) : refusals[0];
}

/** The refusal after which the next request is tried; any other error stands. */
function unknownRoute(error: unknown): Refused | NotOffered {
	if (isUnknownRoute(error) || error instanceof NotOffered) return error;
	throw error;
}

function noneSupported({ requests, unsupported, advice }: Routes, first: Refused): Refused {
	const tried = requests.map(({ endpoint }) => endpoint.route).join(', ');
	return new Refused(unsupported ? `${unsupported}: ${first.message}` : first.message, {
		...first.details,
		advice: [advice ?? first.details.advice, `Tried: ${tried}.`].filter(Boolean).join(' '),
	});
}
