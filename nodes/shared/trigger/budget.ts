/** The time a delivery has. */
export interface Budget {
	/** Milliseconds left, never below zero. */
	left(): number;
}

/** Providers give up on a delivery after 10 seconds; what is left after this is for n8n itself. */
const BUDGET_MS = 6_000;

/** The time of a delivery that has just come. @param latest when it ends at the latest, in milliseconds */
export function budgetFromNow(latest = Infinity): Budget {
	const end = Math.min(Date.now() + BUDGET_MS, latest);
	return { left: () => Math.max(0, end - Date.now()) };
}

/** More at the same time would keep n8n from everything else, and each other from being done in time. */
const AT_ONCE = 5;

/**
 * Works through a list, a few at a time. What has not begun when the time is over does not begin.
 * @returns the results in the order of the list; `undefined` for what did not begin
 */
export async function fewAtATime<T, R>(
	list: readonly T[],
	budget: Budget,
	work: (one: T) => Promise<R>,
): Promise<Array<R | undefined>> {
	const results = list.map((): R | undefined => undefined);
	const waiting = list.entries();
	const worker = async () => {
		for (const [at, one] of waiting) {
			if (budget.left() === 0) return;
			results[at] = await work(one);
		}
	};
	await Promise.all(list.slice(0, AT_ONCE).map(worker));
	return results;
}
