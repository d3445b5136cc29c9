import type { CallLimit } from '../http/callLimit';

const MINUTE_MS = 60_000;

/** A wait for people: "45 s", "12 min". */
export const duration = (ms: number): string =>
	ms < 2 * MINUTE_MS ? `${Math.ceil(ms / 1000)} s` : `${Math.round(ms / MINUTE_MS)} min`;

/** "Heltar allows an account 60 message searches in 15 minutes". */
export const limitInWords = (name: string, { most, what, withinMs }: CallLimit): string =>
	`${name} allows an account ${most} ${what} in ${withinMs / MINUTE_MS} minutes`;
