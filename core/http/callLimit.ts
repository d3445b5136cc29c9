import type { Endpoint, Route } from './endpoint';

/** How many calls of one kind a provider allows an account within a time. */
export interface CallLimit {
	/** What is counted, for people, such as "message searches". */
	what: string;
	most: number;
	withinMs: number;
	/** Whether a call counts. */
	counts(route: Route): boolean;
}

/**
 * A provider's limits for kinds of calls; all routes of a kind share its calls.
 * @param routes as the provider's documentation writes them, such as `GET /v1/messages/{clientWaNumber}`
 */
export const defineCallLimits = (
	limits: ReadonlyArray<Omit<CallLimit, 'counts'> & { routes: readonly Route[] }>,
): readonly CallLimit[] =>
	limits.map(({ routes, ...limit }) => {
		const patterns = routes.map(patternOf);
		return { ...limit, counts: (route) => patterns.some((pattern) => pattern.test(route)) };
	});

/** The limit a call counts towards. */
export const callLimitOf = (
	limits: readonly CallLimit[] | undefined,
	{ route }: Endpoint,
): CallLimit | undefined => limits?.find(({ counts }) => counts(route));

/**
 * A placeholder stands for another one, or for a value, as a path has it that somebody wrote out: numbers and IDs have a
 * digit in them, and the fixed words of paths have none.
 */
const patternOf = (route: Route): RegExp =>
	new RegExp(`^${route.replace(/\{\w+\}/g, '(\\{\\w+\\}|[^/]*\\d[^/]*)')}$`);
