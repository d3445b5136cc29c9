import type { MiddlewareHandler } from 'hono';
import type { SandboxEnv } from '../core/provider.ts';
import { ApiError } from './answers.ts';
import type { HeltarWorld } from './settings.ts';

const WINDOW_MS = 15 * 60 * 1000;

/** Calls a business may make in 15 minutes, by what is called. All analytics share one count. */
const QUOTAS: ReadonlyArray<{ name: string; most: number; path: RegExp }> = [
	{
		name: 'analytics',
		most: 60,
		path: /^\/heltar\/v1\/(analytics\/|templates\/(template-details\/|[a-z-]*analytics))/,
	},
	{
		name: 'campaignStatistics',
		most: 60,
		path: /^\/heltar\/v1\/campaigns\/(?!send$)[^/]+/,
	},
	{ name: 'campaigns', most: 600, path: /^\/heltar\/v1\/campaigns$/ },
	{ name: 'categoryUpdates', most: 600, path: /^\/heltar\/v1\/templates\/category-updates$/ },
];

interface Count {
	since: number;
	calls: number;
}

/** Heltar API, rate limits: counted from the first call on, for 15 minutes. */
export function countCalls(world: HeltarWorld): MiddlewareHandler<SandboxEnv> {
	const counts = world.collection<Count>('quotas');
	return async (c, next) => {
		const quota = c.req.method === 'GET' ? QUOTAS.find(({ path }) => path.test(c.req.path)) : undefined;
		if (quota) {
			const now = Date.now();
			const before = counts.get(quota.name);
			const count = before && now - before.since < WINDOW_MS ? before : { since: now, calls: 0 };
			if (count.calls >= quota.most) {
				const wait = Math.ceil((count.since + WINDOW_MS - now) / 1000);
				throw new ApiError(429, 'Too many requests, please try again later', null, {
					'Retry-After': String(wait),
				});
			}
			counts.put(quota.name, { ...count, calls: count.calls + 1 });
		}
		await next();
	};
}
