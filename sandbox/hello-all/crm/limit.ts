import type { MiddlewareHandler } from 'hono';
import type { SandboxEnv } from '../../core/provider.ts';
import { ApiError, errorResponse } from '../errors.ts';
import type { HelloAllWorld } from '../settings.ts';

const MINUTE_MS = 60_000;

interface Window {
	/** Unix milliseconds. */
	since: number;
	calls: number;
}

/** Counts the CRM's calls by the minute and tells of it in headers, as the sibling panel documents them. */
export function crmLimit(world: HelloAllWorld): MiddlewareHandler<SandboxEnv> {
	return async (c, next) => {
		const { crmPerMinute: most } = world.settings;
		if (most === null) return await next();
		const windows = world.collection<Window>('crmCalls');
		const now = Date.now();
		const last = windows.get('current');
		const window = last && now - last.since < MINUTE_MS ? last : { since: now, calls: 0 };
		const calls = windows.put('current', { ...window, calls: window.calls + 1 }).calls;
		const path = c.req.path.slice(world.provider.name.length + 1);
		if (calls > most) c.res = errorResponse(world, path, new ApiError(429, 1015, 'Too many requests'));
		else await next();
		c.res.headers.set('X-RateLimit-Limit', String(most));
		c.res.headers.set('X-RateLimit-Remaining', String(Math.max(0, most - calls)));
		c.res.headers.set('X-RateLimit-Reset', String(Math.ceil((window.since + MINUTE_MS) / 1000)));
	};
}
