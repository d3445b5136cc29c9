const LONGEST_MS = 5_000;

/**
 * How a call is made that a delivery does not depend on: it is not repeated, and not waited for long.
 * @param budgetMs the time that is left for it
 */
export const bestEffort = (budgetMs = LONGEST_MS) =>
	({ effect: 'never', timeoutMs: Math.min(LONGEST_MS, budgetMs) }) as const;
