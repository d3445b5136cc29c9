import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { withKey } from '../../core/http/credential';
import type { Panel } from './panel';
import { panelOf } from './panel';

/** The paths that take the token. */
const META = /^\/api\/meta\//;

/**
 * Puts the token into calls of API style `meta`, the key into all others: never both, and neither into a call to another host.
 * The key goes into `API-KEY`, and into `D360-API-KEY` where the request has such a header waiting: the update of
 * compliance data is documented with that one.
 * @throws BadInput, Error
 */
export function authenticate(
	credential: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): IHttpRequestOptions {
	const panel = panelOf(credential);
	if (META.test(pathIn(panel, request))) {
		return withKey(request, { Authorization: `Bearer ${panel.accessToken}` });
	}
	const names = ['API-KEY', ...('D360-API-KEY' in (request.headers ?? {}) ? ['D360-API-KEY'] : [])];
	return withKey(request, Object.fromEntries(names.map((name) => [name, panel.apiKey])));
}

/** What stands behind the panel's root. @throws Error for another host, which gets no secret */
function pathIn({ root }: Panel, { url, baseURL }: IHttpRequestOptions): string {
	const address = new URL(url, baseURL || root);
	const own = new URL(root);
	if (address.host !== own.host) {
		throw new Error(`The key of this credential is sent to ${own.host} only, not to ${address.host}`);
	}
	const base = own.pathname.replace(/\/$/, '');
	return address.pathname.startsWith(`${base}/`) ? address.pathname.slice(base.length) : address.pathname;
}
