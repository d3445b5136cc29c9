import { setImmediate as nextTurn } from 'node:timers/promises';

import type * as ClockModule from '../../../core/http/clock';

/** This file takes the place of the whole module. */
export const { cancelSignal, isCancelled } =
	jest.requireActual<typeof ClockModule>('../../../core/http/clock');

let skipped = 0;

/**
 * A clock on which waits take no time: it jumps ahead by them. For test files that would otherwise wait for hours;
 * they put it in the place of the real one.
 */
export const clockUntil = (): ClockModule.Clock => ({
	now: () => Date.now() + skipped,
	wait: async (ms) => {
		if (ms <= 0) return;
		skipped += ms;
		await nextTurn();
	},
});
