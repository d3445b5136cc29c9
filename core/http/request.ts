import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestMethods,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import { accountOf } from './account';
import { isSafeAddress } from './address';
import type { HttpAnswer } from './answer';
import { BadInput, Cancelled, NoAnswer, Refused } from './errors';
import { Gate } from './gate';
import { withoutKey } from './masking';
import { readRefusal } from './stream';
import type { RetryClass } from './retry';
import { concernsAll, NEVER_LEFT, waitBeforeRetry } from './retry';
import { clockUntil } from './wait';

/** Every n8n context that can call a provider. */
export type Caller = IExecuteFunctions | ILoadOptionsFunctions | IHookFunctions | IWebhookFunctions;

type QueryValue = string | number | boolean;

/** One HTTP call, as data. */
export interface RequestSpec {
	method: IHttpRequestMethods;
	/** Path segments below the base URL; each is encoded, so a value can never become a second segment. */
	path: ReadonlyArray<string | number>;
	/** Undefined values are left out; a list repeats its key. */
	query?: Record<string, QueryValue | readonly QueryValue[] | undefined>;
	body?: unknown;
	headers?: Record<string, string>;
	retry: RetryClass;
	/** Time allowed for one attempt, in milliseconds; for a stream, until its first byte. */
	timeoutMs?: number;
	/** Hand over a successful answer's body as a stream instead of reading it. */
	stream?: true;
	/** Ends the call early. n8n puts the execution's own signal in its place where there is one. */
	signal?: AbortSignal;
}

/** How one provider speaks HTTP. */
export interface Dialect {
	/** The provider's name, for messages. */
	name: string;
	credentialType: string;
	/** The base URL in a user's credential, without a trailing slash. @throws BadInput */
	baseUrl(credential: ICredentialDataDecryptedObject): string;
	/** The provider's refusal, read from an answer; undefined when the answer is a success. */
	refusal(answer: HttpAnswer): Refused | undefined;
	/** Whether an answer of 5xx says for certain that nothing was taken in. */
	nothingHappened(answer: HttpAnswer): boolean;
}

export const DEFAULT_TIMEOUT_MS = 60_000;

/** A call the provider always puts off ends here, even while it takes in others. */
const MOST_TRIES = 30;

/** Calls the provider and gives the answer's body. @throws BadInput, Refused, NoAnswer */
export async function call(caller: Caller, dialect: Dialect, spec: RequestSpec): Promise<unknown> {
	const answer = await exchange(caller, dialect, spec);
	const failure = failureIn(answer, dialect, spec);
	if (failure) throw failure;
	return answer.body;
}

/**
 * Calls the provider and gives its last answer, whatever the status: for calls whose refusals carry results.
 * @param through the gate of the run the call belongs to, and how many messages it carries
 * @throws BadInput, NoAnswer, Cancelled
 */
export async function exchange(
	caller: Caller,
	dialect: Dialect,
	spec: RequestSpec,
	{ gate, messages }: { gate: Gate; messages: number } = { gate: gateOf(caller), messages: 0 },
): Promise<HttpAnswer> {
	const account = await accountOf(caller, dialect);
	const baseUrl = account.baseUrl();
	for (let own = 1; ; own++) {
		const passage = await gate.enter(messages);
		const result = await once(caller, dialect, baseUrl, spec);
		const refusal = result instanceof NoAnswer ? undefined : dialect.refusal(result);
		const facts = {
			rateLimited: refusal?.details.rateLimited ?? false,
			recipientOnly: refusal?.details.recipientOnly ?? false,
			nothingHappened: !(result instanceof NoAnswer) && dialect.nothingHappened(result),
		};
		const forAll = concernsAll(result, facts);
		if (!forAll && !(result instanceof NoAnswer)) gate.accepted();
		const inARow = forAll && own < MOST_TRIES;
		const attempt = inARow ? gate.refused(passage) : own;
		const wait = isCancelled(caller) ? undefined : waitBeforeRetry(spec.retry, result, attempt, facts);
		if (wait === undefined) {
			if (result instanceof NoAnswer) {
				if (isCancelled(caller) && !result.details.mayHaveHappened) throw new Cancelled();
				if (inARow) gate.close(result);
				throw result;
			}
			if (!refusal) return result;
			if (inARow && spec.retry !== 'never') gate.close(refusal);
			return { ...result, body: withoutKey(result.body, account.apiKey) };
		}
		if (forAll) gate.hold(wait);
		else await gate.clock.wait(wait);
	}
}

const cancelSignal = (caller: Caller) =>
	'getExecutionCancelSignal' in caller ? caller.getExecutionCancelSignal() : undefined;

const isCancelled = (caller: Caller) => cancelSignal(caller)?.aborted ?? false;

const gateOf = (caller: Caller) => new Gate(clockUntil(cancelSignal(caller)));

/** What went wrong according to an answer, told apart by whether the call may have had its effect. */
export function failureIn(
	answer: HttpAnswer,
	dialect: Dialect,
	spec: RequestSpec,
): Refused | NoAnswer | undefined {
	const { status, body } = answer;
	const sends = spec.retry !== 'read';
	if (status >= 300 && status < 400) {
		return new Refused(`${dialect.name} redirected the call to another address`, {
			httpStatus: status,
			advice: 'Check the base URL in the credential.',
		});
	}
	const refusal = dialect.refusal(answer);
	const nothingHappened = spec.retry !== 'create' && dialect.nothingHappened(answer);
	if (refusal && status >= 500 && sends && !nothingHappened) {
		return new NoAnswer(`${dialect.name} failed while handling the request: ${refusal.message}`, {
			mayHaveHappened: true,
			code: refusal.details.code,
			advice: 'It is unknown whether the request was carried out. Check before you repeat it.',
		});
	}
	if (refusal) return refusal;
	if (typeof body === 'string') {
		return new NoAnswer(`${dialect.name} answered with something other than JSON`, {
			mayHaveHappened: sends,
			advice: sends
				? 'It is unknown whether the request was carried out. Check before you repeat it, and check the base URL in the credential.'
				: 'Check the base URL in the credential.',
		});
	}
	return undefined;
}

async function once(
	caller: Caller,
	dialect: Dialect,
	baseUrl: string,
	spec: RequestSpec,
): Promise<HttpAnswer | NoAnswer> {
	const query = Object.fromEntries(
		Object.entries(spec.query ?? {}).filter(([, value]) => value !== undefined),
	) as Record<string, QueryValue | QueryValue[]>;
	const options: IHttpRequestOptions = {
		method: spec.method,
		url: `${baseUrl}/${spec.path.map((segment) => encodeURIComponent(segment)).join('/')}`,
		qs: query,
		...(Object.values(query).some(Array.isArray) ? { arrayFormat: 'repeat' as const } : {}),
		...(spec.body === undefined ? {} : { body: spec.body as IHttpRequestOptions['body'] }),
		headers: { ...spec.headers },
		...(spec.stream ? { encoding: 'stream' as const } : { json: true }),
		...(spec.signal ? { abortSignal: spec.signal } : {}),
		timeout: spec.timeoutMs ?? DEFAULT_TIMEOUT_MS,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	try {
		const answer = (await caller.helpers.httpRequestWithAuthentication.call(
			caller,
			dialect.credentialType,
			options,
		)) as { statusCode: number; headers: Record<string, unknown>; body: unknown };
		const { statusCode: status, headers } = answer;
		const body = spec.stream && status >= 300 ? await readRefusal(answer.body) : answer.body;
		return { status, headers, body: body === '' || body === null ? undefined : body };
	} catch (error) {
		return isCancelled(caller) ? cutOff(dialect, spec) : noAnswer(error, dialect, baseUrl, spec);
	}
}

const cutOff = ({ name }: Dialect, { retry }: RequestSpec) =>
	new NoAnswer(`The execution was canceled before ${name} had answered`, {
		mayHaveHappened: retry !== 'read',
		advice: 'It is unknown whether the request was carried out. Check before you repeat it.',
	});

function noAnswer(error: unknown, dialect: Dialect, baseUrl: string, spec: RequestSpec): NoAnswer {
	const code = networkCode(error);
	const mayHaveHappened = spec.retry !== 'read' && !(code !== undefined && NEVER_LEFT.has(code));
	if (code !== undefined && NEVER_LEFT.has(code)) {
		return new NoAnswer(`Could not reach ${dialect.name} at ${baseUrl}`, {
			mayHaveHappened,
			code,
			advice: 'Check the base URL in the credential and the network of the machine n8n runs on.',
		});
	}
	const timedOut = code === 'ECONNABORTED' || code === 'ETIMEDOUT';
	return new NoAnswer(
		timedOut
			? `${dialect.name} did not answer within ${(spec.timeoutMs ?? DEFAULT_TIMEOUT_MS) / 1000} seconds`
			: `The connection to ${dialect.name} broke before an answer came`,
		{
			mayHaveHappened,
			code,
			advice: mayHaveHappened
				? 'It is unknown whether the request was carried out. Check before you repeat it.'
				: 'Try again.',
		},
	);
}

/** The network error code, wherever n8n's wrapping left it. Only the code is taken: the rest may hold the key. */
export function networkCode(error: unknown, depth = 0): string | undefined {
	if (typeof error !== 'object' || error === null || depth > 4) return undefined;
	const { code, cause, errors, httpCode } = error as Record<string, unknown>;
	for (const candidate of [code, httpCode]) {
		if (typeof candidate === 'string' && /^[A-Z][A-Z_]+$/.test(candidate)) return candidate;
	}
	return (
		networkCode(cause, depth + 1) ?? (Array.isArray(errors) ? networkCode(errors[0], depth + 1) : undefined)
	);
}

/**
 * A base URL as users type it, made usable: without trailing slashes and without the version prefix that every path
 * starts with anyway. Plain http is taken for loopback hosts only (the sandbox).
 * @throws BadInput
 */
export function cleanBaseUrl(typed: unknown, fallback: string): string {
	const at = { name: 'baseUrl', label: 'Base URL' };
	const given = typeof typed === 'string' && typed.trim() !== '' ? typed.trim() : fallback;
	const trimmed = given.replace(/\/+$/, '').replace(/\/v1$/, '').replace(/\/+$/, '');
	if (!URL.canParse(trimmed)) {
		throw new BadInput(
			`is "${given}", which is not a web address`,
			[at],
			'It looks like https://api.example.com.',
		);
	}
	const url = new URL(trimmed);
	if (!isSafeAddress(url)) {
		throw new BadInput('must start with https://', [at]);
	}
	return trimmed;
}
