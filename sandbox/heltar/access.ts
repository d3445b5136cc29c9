import type { MiddlewareHandler } from 'hono';
import { Keys } from '../core/keys.ts';
import type { SandboxEnv } from '../core/provider.ts';
import { ApiError } from './answers.ts';
import type { HeltarWorld } from './settings.ts';

/** Whether a key's scopes grant `resource:action`; `*` and `*:read` are the presets. */
export function grants(scopes: string[], resource: string, action: 'read' | 'write'): boolean {
	return scopes.some((scope) => {
		if (scope === '*') return true;
		const [what, how = '*'] = scope.split(':');
		return (what === '*' || what === resource) && (how === '*' || how === action);
	});
}

/** Heltar API, keys and scopes: the resource is the first path segment, GET reads, anything else writes. */
export function requireKey(world: HeltarWorld): MiddlewareHandler<SandboxEnv> {
	const keys = new Keys(world.store, world.provider.name);
	return async (c, next) => {
		const token = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
		if (!token) throw new ApiError(401, 'Authorization token missing');
		const key = keys.find(token);
		if (!key) throw new ApiError(401, 'Invalid API key');
		if (key.expired) throw new ApiError(401, 'API key has expired or was revoked');
		const resource = c.req.path.split('/')[3] ?? '';
		const action = c.req.method === 'GET' || c.req.method === 'HEAD' ? 'read' : 'write';
		if (!grants(key.scopes, resource, action))
			throw new ApiError(403, `API key does not have the required scope (${resource}:${action})`);
		await next();
	};
}
