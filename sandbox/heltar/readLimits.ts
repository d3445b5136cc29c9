import type { MiddlewareHandler } from 'hono';
import type { SandboxEnv } from '../core/provider.ts';
import { ApiError } from './answers.ts';
import type { HeltarWorld } from './settings.ts';

const QUARTER_HOUR_MS = 15 * 60 * 1000;

/**
 * Heltar API, "Rate limits": what one business may read in 15 minutes. All analytics count together, each line is a budget
 * of its own. The page speaks of "campaign statistics and downloads" without naming paths.
 */
const LIMITS: ReadonlyArray<readonly [budget: string, most: number, paths: RegExp]> = [
	['analytics', 60, /^\/v1\/(analytics\/|templates\/([a-z-]*analytics|template-details)\b)/],
	['campaign statistics', 60, /^\/v1\/campaigns\/./],
	['message search', 60, /^\/v1\/messages\/search$/],
	['link list', 60, /^\/v1\/link-tracker$/],
	['contacts', 600, /^\/v1\/clients$/],
	['blocked contacts', 600, /^\/v1\/clients\/blocked$/],
	['flow submissions', 600, /^\/v1\/messages\/flow-id\//],
	['message history', 600, /^\/v1\/messages\/(?!presigned-url|fetch-media|search)[^/]+$/],
	['campaigns', 600, /^\/v1\/campaigns$/],
	['voice call records', 600, /^\/v1\/voice-calls\b/],
	['chatbot results', 600, /^\/v1\/chatbots\/results$/],
	['category updates', 600, /^\/v1\/templates\/category-updates$/],
];

/** Refuses reads beyond the documented limits, while the setting `readLimits` is on. */
export function readLimits(world: HeltarWorld): MiddlewareHandler<SandboxEnv> {
	/** When the calls of the last 15 minutes came, by budget. */
	const calls = world.collection<number[]>('reads');
	return async (c, next) => {
		const path = c.req.path.replace(/^\/heltar/, '');
		const limit = c.req.method === 'GET' ? LIMITS.find(([, , paths]) => paths.test(path)) : undefined;
		if (!world.settings.readLimits || !limit) return await next();
		const [budget, most] = limit;
		const now = Date.now();
		const recent = (calls.get(budget) ?? []).filter((at) => at > now - QUARTER_HOUR_MS);
		const [oldest = now] = recent;
		if (recent.length >= most)
			throw new ApiError(429, 'Too many requests. Please try again later.', null, {
				'Retry-After': String(Math.max(1, Math.ceil((oldest + QUARTER_HOUR_MS - now) / 1000))),
			});
		calls.put(budget, [...recent, now]);
		await next();
	};
}
