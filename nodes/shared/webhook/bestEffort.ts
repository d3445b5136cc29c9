/** How a call is made that a delivery does not depend on: it is not repeated, and not waited for long. */
export const BEST_EFFORT = { effect: 'never', timeoutMs: 5_000 } as const;
