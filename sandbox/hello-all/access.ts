import { Keys, opensWith } from '../core/keys.ts';
import type { Call } from './body.ts';
import { ApiError } from './errors.ts';
import type { HelloAllWorld } from './settings.ts';

/** Where a call shows its key. The document puts it in the query once, and once in another header. */
export type KeyPlace = 'API-KEY' | 'D360-API-KEY' | 'query';

const READERS: Record<KeyPlace, (c: Call) => string | undefined> = {
	'API-KEY': (c) => c.req.header('api-key'),
	'D360-API-KEY': (c) => c.req.header('d360-api-key'),
	query: (c) => c.req.query('API Key'),
};

/** What a key's scopes speak of: `messages`, `configs`, `settings`, `media`, `crm` or `api`. */
const areaOf = (path: string) => /^\/(?:v1\/)?([a-z]+)/.exec(path)?.[1] ?? '';

/** Refuses the call unless it shows a good key in one of these places; `path` is below the base URL. */
export function requireKey(c: Call, world: HelloAllWorld, path: string, places: readonly KeyPlace[]): void {
	const shown = places.map((place) => READERS[place](c)).find(Boolean);
	if (!shown) throw new ApiError(401, 1005, 'Missing api key');
	const key = new Keys(world.store, world.provider.name).find(shown);
	if (!key || !opensWith(key, 'apiKey')) throw new ApiError(401, 1005, 'Invalid api key');
	if (key.expired) throw new ApiError(401, 1005, 'Api key is expired');
	if (!key.scopes.includes('*') && !key.scopes.includes(areaOf(path)))
		throw new ApiError(403, 1005, 'This endpoint is not enabled for your account');
}
