import type { ICredentialsDecrypted, IHttpRequestOptions } from 'n8n-workflow';

import { credentialOf } from './account';
import type { HttpAnswer } from './answer';
import { cancelSignal, inSeconds, isCancelled } from './clock';
import { fillPath, splitRoute } from './endpoint';
import { NoUsableResponse } from './errors';
import { withoutSecretsInAnswer } from './masking';
import { fileContent, multipart } from './multipart';
import { NEVER_LEFT, networkCode } from './networkError';
import type { Account, ProviderHttp } from './providerHttp';
import type { Caller, EffectiveRequest, QueryValue } from './request';
import { DEFAULT_TIMEOUT_MS } from './request';
import type { ByteStream } from './stream';
import { breakOffWhenStalled, readRefusal } from './stream';
import { timeLimit, withSignal } from './timeLimit';

/** A request made ready for n8n's HTTP helper. @throws BadInput when a value cannot stand in the path */
export function requestOptions(account: Account, spec: EffectiveRequest): IHttpRequestOptions {
	const { method, path } = splitRoute(spec.endpoint.route);
	const query = Object.fromEntries(
		Object.entries(spec.query ?? {}).filter(([, value]) => value !== undefined),
	) as Record<string, QueryValue | QueryValue[]>;
	return {
		method,
		url: account.baseUrl + fillPath(path, { ...account.params, ...spec.params }),
		qs: query,
		...(Object.values(query).some(Array.isArray) ? { arrayFormat: 'repeat' as const } : {}),
		...bodyOf(spec),
		...(spec.stream ? { encoding: 'stream' as const } : { json: true }),
		timeout: timeoutOf(spec),
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
}

/** A body without anything in it n8n leaves out; as a text it goes out. */
function bodyOf({ body, headers }: EffectiveRequest): Pick<IHttpRequestOptions, 'body' | 'headers'> {
	if (body === undefined) return { headers: { ...headers } };
	if (Object.keys(body).length > 0) return { body, headers: { ...headers } };
	return { body: JSON.stringify(body), headers: { ...headers, 'Content-Type': 'application/json' } };
}

const timeoutOf = ({ timeoutMs = DEFAULT_TIMEOUT_MS }: EffectiveRequest) => timeoutMs;

/**
 * Makes a call once. The answer holds no secret of the account any more. What went wrong on the way is returned as a
 * `NoUsableResponse`, never thrown.
 */
export async function attempt(
	caller: Caller,
	http: ProviderHttp,
	account: Account,
	spec: EffectiveRequest,
	options: IHttpRequestOptions,
): Promise<HttpAnswer | NoUsableResponse> {
	const limit = timeLimit(timeoutOf(spec), cancelSignal(caller), spec.signal);
	try {
		const content = spec.form ? await multipart(spec.form) : spec.file && (await fileContent(spec.file));
		const answer = (await caller.helpers.httpRequestWithAuthentication.call(
			withSignal(caller, limit.signal),
			http.credentialType,
			{
				...options,
				...(content && { body: content.body, headers: { ...options.headers, ...content.headers } }),
				abortSignal: limit.signal,
			},
			{ credentialsDecrypted: await decrypted(caller, http) },
		)) as { statusCode: number; headers: Record<string, unknown>; body: unknown };
		const { statusCode: status, headers } = answer;
		const isStream = spec.stream === true && status < 300;
		if (isStream) breakOffWhenStalled(answer.body as ByteStream, timeoutOf(spec), limit.end);
		const body = spec.stream && !isStream ? await readRefusal(answer.body) : answer.body;
		return withoutSecretsInAnswer(
			{ status, headers, body: body === '' || body === null ? undefined : body },
			account.secrets,
			{ isFile: isStream },
		);
	} catch (error) {
		if (isCancelled(caller)) return canceled(http, spec);
		return limit.isOver() ? tooLate(http, spec) : noAnswer(error, http, account, spec);
	} finally {
		limit.lift();
	}
}

/**
 * The credential for n8n's helper. Left to itself, n8n reads it from its database and evaluates it anew for every call,
 * which costs more than the call.
 */
async function decrypted(caller: Caller, http: ProviderHttp): Promise<ICredentialsDecrypted> {
	const { credentialType: type } = http;
	const { id, name } = caller.getNode().credentials?.[type] ?? { id: null, name: type };
	return { id: id ?? '', name, type, data: await credentialOf(caller, http) };
}

const canceled = ({ name }: ProviderHttp, { effect }: EffectiveRequest) =>
	new NoUsableResponse(`The execution was canceled before ${name} had answered`, {
		mayHaveHappened: effect !== 'read',
		advice: CHECK,
	});

const CHECK = 'It is unknown whether the request was carried out. Check before you repeat it.';

function tooLate({ name }: ProviderHttp, spec: EffectiveRequest): NoUsableResponse {
	const mayHaveHappened = spec.effect !== 'read';
	return new NoUsableResponse(`${name} did not answer within ${inSeconds(timeoutOf(spec) / 1000)}`, {
		mayHaveHappened,
		code: 'ECONNABORTED',
		advice: mayHaveHappened ? CHECK : 'Try again.',
	});
}

/** What it means that a call ended without an answer. The error itself is not kept: it may hold the key. */
export function noAnswer(
	error: unknown,
	http: ProviderHttp,
	{ baseUrl }: Account,
	spec: EffectiveRequest,
): NoUsableResponse {
	const code = networkCode(error);
	if (code !== undefined && NEVER_LEFT.has(code)) {
		return new NoUsableResponse(`Could not reach ${http.name} at ${baseUrl}`, {
			mayHaveHappened: false,
			code,
			advice: 'Check the base URL in the credential and the network of the machine n8n runs on.',
		});
	}
	if (code === 'ECONNABORTED' || code === 'ETIMEDOUT') return tooLate(http, spec);
	const mayHaveHappened = spec.effect !== 'read';
	return new NoUsableResponse(`The connection to ${http.name} broke before an answer came`, {
		mayHaveHappened,
		code,
		advice: mayHaveHappened ? CHECK : 'Try again.',
	});
}
