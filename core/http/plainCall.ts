import type { IHttpRequestOptions, NodeEgressFilter } from 'n8n-workflow';

import { accountOf } from './account';
import { isLoopback, outsideProblem } from './address';
import { cancelSignal } from './clock';
import { NoUsableResponse, Refused } from './errors';
import { NEVER_LEFT, networkCode } from './networkError';
import type { ProviderHttp } from './providerHttp';
import type { Caller } from './request';

/*
 * Calls that go to public addresses and must not carry the provider's key: files behind links, and the storage a
 * provider signs upload addresses for. Everything else goes through exchange.ts.
 *
 * Such addresses come from outside, so none may lead into this machine or its network (address.ts): neither as it is
 * written, nor by what its name stands for, nor by a redirect. A community node cannot look names up, but n8n 2.40 does
 * it for nodes: by the rules of its own protection, and by what the administrator allows there (N8N_SSRF_…).
 */

export interface PlainAnswer {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

export const MUST_BE_PUBLIC =
	'Check that the link is public: it has to open in a browser without signing in.';

function parsed(address: string): URL {
	if (!URL.canParse(address)) throw new Refused(`"${address}" is not a web address`);
	return new URL(address);
}

/**
 * An address from outside that leads nowhere it must not lead to.
 * @param http of the provider the node works for; only where its base URL is on this machine may the address be, too
 * @throws Refused
 */
export async function publicAddress(caller: Caller, http: ProviderHttp, address: string): Promise<URL> {
	const url = parsed(address);
	const account = await accountOf(caller, http);
	const local = isLoopback(new URL(account.baseUrl));
	const problem = outsideProblem(url, { local }) ?? (await problemOfName(caller, url));
	if (problem !== undefined)
		throw new Refused(`The link leads to ${url.host}, ${problem}`, { advice: MUST_BE_PUBLIC });
	return url;
}

/** What the name of an address stands for, as far as n8n tells a node. */
async function problemOfName({ helpers }: Caller, url: URL): Promise<string | undefined> {
	if (isLoopback(url)) return undefined;
	// Before n8n 2.40 there is none, or only where the administrator has switched n8n's own protection on.
	const { getSecureEgressFilter } = helpers as {
		getSecureEgressFilter?: (policy: 'enforced') => NodeEgressFilter | undefined;
	};
	const verdict = await getSecureEgressFilter?.('enforced')
		?.validateUrl(url)
		// The name is unknown here: then there is nothing to reach, or a proxy knows it and decides.
		.catch(() => undefined);
	return verdict === undefined || verdict.ok ? undefined : 'which is not a public address';
}

/** The one place that calls without the provider's key. Network errors keep their code only: addresses are signed. */
export async function plainCall(
	caller: Caller,
	options: IHttpRequestOptions,
	signal?: AbortSignal,
): Promise<PlainAnswer> {
	const abortSignal = anySignal(cancelSignal(caller), signal);
	const result = await caller.helpers
		.httpRequest({
			...options,
			...(abortSignal ? { abortSignal } : {}),
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// Following would keep the whole body in memory, in case it has to be sent again.
			disableFollowRedirect: true,
		})
		.catch((error: unknown) => noAnswer(error, new URL(options.url).host));
	if (result instanceof NoUsableResponse) throw result;
	return result as PlainAnswer;
}

function anySignal(...signals: Array<AbortSignal | undefined>): AbortSignal | undefined {
	const given = signals.filter((signal) => signal !== undefined);
	return given.length > 1 ? AbortSignal.any(given) : given[0];
}

function noAnswer(error: unknown, host: string): NoUsableResponse {
	const code = networkCode(error);
	const reached = code === undefined || !NEVER_LEFT.has(code);
	return new NoUsableResponse(reached ? `The connection to ${host} broke` : `Could not reach ${host}`, {
		// A half-stored file has no effect on anyone.
		mayHaveHappened: false,
		code,
		advice: 'Try again.',
	});
}
