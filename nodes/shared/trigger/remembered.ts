import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

import { SEEN_LIMITS } from '../../../whatsapp/events/seen';

/** Few, because n8n loads them with every delivery and writes them into every execution. */
export const MOST_REMEMBERED = 200;

/** Digest of a key → when it was stored, in milliseconds; the oldest first. */
type Remembered = Record<string, number>;

const digest = (key: string) => createHash('sha256').update(key).digest('base64url').slice(0, 16);

const remembered = (stored: IDataObject): Remembered => ({ ...(stored.taken as Remembered | undefined) });

/** Asks whether a key is among those stored with the workflow, and not too old. */
export function rememberedKeys(stored: IDataObject, now: number): (key: string) => boolean {
	const keys = remembered(stored);
	return (key) => now - (keys[digest(key)] ?? -Infinity) < SEEN_LIMITS.maxAge;
}

/** Stores keys with the workflow, in place of the oldest. */
export function rememberKeys(stored: IDataObject, keys: readonly string[], now: number): void {
	const added = keys.map((key) => [digest(key), now] as const);
	const fresh = Object.entries(remembered(stored)).filter(([, at]) => now - at < SEEN_LIMITS.maxAge);
	stored.taken = Object.fromEntries([...fresh, ...added].slice(-MOST_REMEMBERED));
}
