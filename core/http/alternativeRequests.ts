import { NotOffered } from './apiStyle';
import { Refused } from './errors';
import type { RequestSpec } from './request';

/**
 * Several ways to make the same call. They are tried in order until the provider knows one, which is used for the rest of the
 * run. Needed where a provider's documentation leaves open which one it knows. The next one is tried only after HTTP 404 or
 * 405, which say that nothing was carried out, or where the account's API style has no such call. After any other result the
 * call may have been carried out, so that result stands.
 */
export interface AlternativeRequests {
	/** The name under which the run remembers which one worked; unique within a provider. */
	name: string;
	/** In the order they are tried. */
	requests: readonly [RequestSpec, ...RequestSpec[]];
	/** What it means when the provider knows none of them. Stands before the provider's own text. */
	unsupported?: string;
	/** What the user can do then, when it is more than the provider's code says. */
	advice?: string;
}

/** Index of the request that worked, by `AlternativeRequests.name`. Lives as long as a run. */
export type WorkingAlternatives = Map<string, number>;

export const isAlternatives = (request: RequestSpec | AlternativeRequests): request is AlternativeRequests =>
	'requests' in request;

/** Whether an error says that the provider has no such path or method, so that nothing was carried out. */
export const isUnknownRoute = (error: unknown): error is Refused =>
	error instanceof Refused && (error.details.httpStatus === 404 || error.details.httpStatus === 405);

/**
 * Result and index of the first request that was not answered with 404 or 405.
 * @param send makes one of the calls
 * @throws what `send` throws; when all are unknown, the first one's refusal with what was tried
 */
export async function firstAvailable<T>(
	list: AlternativeRequests,
	memory: WorkingAlternatives,
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
	throw refused ? noneAvailable(list, refused) : refusals[0];
}

/** The refusal after which the next request is tried; any other error stands. */
function unknownRoute(error: unknown): Refused | NotOffered {
	if (isUnknownRoute(error) || error instanceof NotOffered) return error;
	throw error;
}

function noneAvailable({ requests, unsupported, advice }: AlternativeRequests, first: Refused): Refused {
	const tried = requests.map(({ endpoint }) => endpoint.route).join(', ');
	return new Refused(unsupported ? `${unsupported}: ${first.message}` : first.message, {
		...first.details,
		advice: [advice ?? first.details.advice, `Tried: ${tried}.`].filter(Boolean).join(' '),
	});
}
