import type { IHttpRequestOptions } from 'n8n-workflow';

import type { HttpAnswer } from './answer';
import { isCancelled } from './clock';
import { fillPath, splitRoute } from './endpoint';
import { NoAnswer } from './errors';
import { NEVER_LEFT, networkCode } from './networkError';
import type { Account, ProviderHttp } from './providerHttp';
import type { Caller, EffectiveRequest, QueryValue } from './request';
import { DEFAULT_TIMEOUT_MS } from './request';
import { readRefusal } from './stream';

/** A request made ready for n8n's HTTP helper. @throws BadInput when a value cannot stand in the path */
export function requestOptions(account: Account, spec: EffectiveRequest): IHttpRequestOptions {
	const { method, path } = splitRoute(account.routes?.[spec.endpoint.name] ?? spec.endpoint.route);
	const query = Object.fromEntries(
		Object.entries(spec.query ?? {}).filter(([, value]) => value !== undefined),
	) as Record<string, QueryValue | QueryValue[]>;
	return {
		method,
		url: account.baseUrl + fillPath(path, { ...account.params, ...spec.params }),
		qs: query,
		...(Object.values(query).some(Array.isArray) ? { arrayFormat: 'repeat' as const } : {}),
		...(spec.body === undefined ? {} : { body: spec.body }),
		headers: { ...spec.headers },
		...(spec.stream ? { encoding: 'stream' as const } : { json: true }),
		...(spec.signal ? { abortSignal: spec.signal } : {}),
		timeout: spec.timeoutMs ?? DEFAULT_TIMEOUT_MS,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
}

/** Makes a call once. What went wrong on the way is told as a `NoAnswer`, never thrown. */
export async function attempt(
	caller: Caller,
	http: ProviderHttp,
	account: Account,
	spec: EffectiveRequest,
	options: IHttpRequestOptions,
): Promise<HttpAnswer | NoAnswer> {
	try {
		const answer = (await caller.helpers.httpRequestWithAuthentication.call(
			caller,
			http.credentialType,
			options,
		)) as { statusCode: number; headers: Record<string, unknown>; body: unknown };
		const { statusCode: status, headers } = answer;
		const body = spec.stream && status >= 300 ? await readRefusal(answer.body) : answer.body;
		return { status, headers, body: body === '' || body === null ? undefined : body };
	} catch (error) {
		return isCancelled(caller) ? canceled(http, spec) : noAnswer(error, http, account, spec);
	}
}

const canceled = ({ name }: ProviderHttp, { effect }: EffectiveRequest) =>
	new NoAnswer(`The execution was canceled before ${name} had answered`, {
		mayHaveHappened: effect !== 'read',
		advice: 'It is unknown whether the request was carried out. Check before you repeat it.',
	});

function noAnswer(
	error: unknown,
	{ name }: ProviderHttp,
	{ baseUrl }: Account,
	spec: EffectiveRequest,
): NoAnswer {
	const code = networkCode(error);
	if (code !== undefined && NEVER_LEFT.has(code)) {
		return new NoAnswer(`Could not reach ${name} at ${baseUrl}`, {
			mayHaveHappened: false,
			code,
			advice: 'Check the base URL in the credential and the network of the machine n8n runs on.',
		});
	}
	const mayHaveHappened = spec.effect !== 'read';
	const timedOut = code === 'ECONNABORTED' || code === 'ETIMEDOUT';
	return new NoAnswer(
		timedOut
			? `${name} did not answer within ${(spec.timeoutMs ?? DEFAULT_TIMEOUT_MS) / 1000} seconds`
			: `The connection to ${name} broke before an answer came`,
		{
			mayHaveHappened,
			code,
			advice: mayHaveHappened
				? 'It is unknown whether the request was carried out. Check before you repeat it.'
				: 'Try again.',
		},
	);
}
