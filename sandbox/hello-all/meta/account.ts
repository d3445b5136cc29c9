import { Keys, opensWith } from '../../core/keys.ts';
import { graphCallError } from '../../platform/errors.ts';
import type { Call } from '../body.ts';
import { ApiError } from '../errors.ts';
import type { HelloAllWorld } from '../settings.ts';
import { metaBusiness } from './business.ts';
import { LOGIN_PAGE } from './loginPage.ts';

/** Another customer's number and account in the same panel. */
const OTHERS = ['100000000000003', '200000000000004'];

const unauthorized = (details = 'unauthorized access') =>
	new ApiError(401, 190, details, {}, graphCallError(details, 190));

/** Meta's words for an id that leads nowhere. */
export function noSuchObject(id: string): ApiError {
	const details =
		`Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing ` +
		'permissions, or does not support this operation';
	return new ApiError(404, 100, details, {}, graphCallError(details, 100, 33));
}

/** What a key's scopes speak of: `messages`, `media`, `message_templates`; else `info`. */
const areaOf = (path: string) => path.split('/')[5] ?? 'info';

/** Panels of the family show their login page to whoever lists templates with a wrong token. */
function wrongToken(c: Call, world: HelloAllWorld): ApiError {
	const isList = c.req.method === 'GET' && c.req.path.endsWith('/message_templates');
	if (isList && world.settings.metaWrongToken === 'html200')
		return new ApiError(200, 190, 'unauthorized access', {}, LOGIN_PAGE);
	return unauthorized();
}

/** Refuses the call unless it shows a good access token, and nothing but that. */
export function requireToken(c: Call, world: HelloAllWorld, path: string): void {
	const [, token] = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '') ?? [];
	const other = c.req.header('api-key') ?? c.req.header('d360-api-key');
	if (token === undefined || other !== undefined) throw unauthorized();
	const key = new Keys(world.store, world.provider.name).find(token);
	if (!key || !opensWith(key, 'accessToken') || key.expired) throw wrongToken(c, world);
	if (!key.scopes.includes('*') && !key.scopes.includes(areaOf(path)))
		throw new ApiError(403, 10, 'Application does not have permission for this action');
}

/** The token belongs to one number and its account. */
export function requireOwn(id: string, own: 'phoneNumberId' | 'wabaId'): void {
	if (OTHERS.includes(id)) throw unauthorized('unauthorized access: the token belongs to another number');
	if (id !== metaBusiness[own]) throw noSuchObject(id);
}
