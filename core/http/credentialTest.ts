import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	IHttpRequestOptions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import type { HttpAnswer } from './answer';
import { requestOf } from './apiStyle';
import { noAnswer, requestOptions } from './attempt';
import { BadInput, NoUsableResponse } from './errors';
import { errorInWords } from './log';
import { withoutSecretsInAnswer } from './masking';
import { pageTitle } from './plainText';
import type { ProviderHttp } from './providerHttp';
import type { EffectiveRequest, RequestSpec } from './request';
import { isMistake, REPORT_IT } from './unreadable';

/** A call that only reads. */
export interface TestRead {
	request: RequestSpec;
	/** Whether the body of a success is the provider's answer to this call, and not some other server's. */
	isOwn(body: unknown): boolean;
}

/** How the credential of one provider is tested. */
export interface CredentialTest {
	/** Puts the key into a request, as into every other call. @throws Error */
	authenticate(credential: ICredentialDataDecryptedObject, request: IHttpRequestOptions): IHttpRequestOptions;
	/**
	 * In the order in which they are made: the next one follows where the server does not know the one before, or answers it
	 * in a form that is not known. @throws BadInput
	 */
	reads(credential: ICredentialDataDecryptedObject): readonly [TestRead, ...TestRead[]];
	/** Whole sentences for what people get wrong. */
	words: {
		/** The key is not accepted (HTTP status 401 or 403). */
		key(status: number): string;
		/** A web page came. */
		page: string;
		/** There is nothing of the provider at the address: HTTP status 404 or 405, or an answer in another form. */
		unknown: string;
	};
}

/** Nobody waits for the test of a credential as long as for a send. */
const TIMEOUT_MS = 20_000;

type Requester = ICredentialTestFunctions['helpers'];

/**
 * The test of a credential as n8n runs it from a node. The rules of a declarative test can only speak against single values
 * of an answer, show network errors as bare codes, and older versions of n8n leave their words out.
 */
export async function testCredential(
	helpers: Requester,
	http: ProviderHttp,
	test: CredentialTest,
	credential: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
	try {
		const problem = await problemWith(helpers, http, test, credential);
		return problem === undefined
			? { status: 'OK', message: 'Connection successful' }
			: { status: 'Error', message: problem };
	} catch (error) {
		return { status: 'Error', message: inWords(error) };
	}
}

async function problemWith(
	helpers: Requester,
	http: ProviderHttp,
	test: CredentialTest,
	credential: ICredentialDataDecryptedObject,
): Promise<string | undefined> {
	const problems: Problem[] = [];
	for (const read of test.reads(credential)) {
		const problem = await problemOf(helpers, http, test, credential, read);
		if (problem === undefined) return undefined;
		problems.push(problem);
		if (!problem.isUnknown) break;
	}
	// What another read found out tells more than that one is unknown.
	return (problems.find(({ isUnknown }) => !isUnknown) ?? problems[0])?.message;
}

interface Problem {
	message: string;
	/** The server does not know the call: another one may do. */
	isUnknown?: true;
}

async function problemOf(
	helpers: Requester,
	http: ProviderHttp,
	test: CredentialTest,
	credential: ICredentialDataDecryptedObject,
	{ request, isOwn }: TestRead,
): Promise<Problem | undefined> {
	const account = http.account(credential);
	const spec: EffectiveRequest = {
		timeoutMs: TIMEOUT_MS,
		...request,
		...requestOf(account, request),
		effect: 'read',
	};
	const options = test.authenticate(credential, requestOptions(account, spec));
	let answer: HttpAnswer;
	try {
		answer = withoutSecretsInAnswer(await send(helpers, options), account.secrets);
	} catch (error) {
		return { message: inWords(noAnswer(error, http, account, spec)) };
	}
	return (
		refusalOf(answer, { address: new URL(options.url), baseUrl: account.baseUrl }, http, test, spec) ??
		formOf(answer, http, test, isOwn)
	);
}

/** n8n gives the test of a credential this helper alone. */
async function send(helpers: Requester, { method, url, qs, headers, timeout }: IHttpRequestOptions) {
	const {
		statusCode,
		headers: given,
		body,
	} = (await helpers.request({
		method,
		uri: url,
		qs,
		headers,
		timeout,
		json: true,
		simple: false,
		resolveWithFullResponse: true,
		followRedirect: false,
	})) as { statusCode: number; headers: Record<string, unknown>; body: unknown };
	return { status: statusCode, headers: given, body: body === '' || body === null ? undefined : body };
}

/** What the status of an answer, or a refusal inside it, says against the credential. */
function refusalOf(
	answer: HttpAnswer,
	{ address, baseUrl }: { address: URL; baseUrl: string },
	http: ProviderHttp,
	{ words }: CredentialTest,
	{ endpoint }: EffectiveRequest,
): Problem | undefined {
	const { status, body } = answer;
	const { name } = http;
	if (status >= 300 && status < 400) return { message: redirected(answer, address, name, words.page) };
	if (status === 404 || status === 405) {
		return {
			message: `No ${name} API was found at ${baseUrl} (HTTP status ${status}). ${words.unknown}`,
			isUnknown: true,
		};
	}
	const isPage = typeof body === 'string' && /^\s*</.test(body);
	if (isPage && (status < 300 || status === 403)) return { message: page(body, address, status, words.page) };
	if (status === 401 || status === 403) return { message: words.key(status) };
	if (status === 429) {
		return {
			message: `${name} has reached its rate limit, so the key could not be checked. Try again in a minute.`,
		};
	}
	if (status >= 500) {
		return {
			message: `${address.host} failed (HTTP status ${status}), so the key could not be checked. Try again later. If this keeps happening, check the base URL.`,
		};
	}
	const refusal = http.refusal(answer, endpoint);
	if (refusal === undefined) return undefined;
	return { message: sentences(`${name} refused the test: ${refusal.message}`, words.key(status)) };
}

/** What the form of a success says against the address. */
function formOf(
	{ body }: HttpAnswer,
	{ name }: ProviderHttp,
	{ words }: CredentialTest,
	isOwn: TestRead['isOwn'],
): Problem | undefined {
	if (isOwn(body)) return undefined;
	const what =
		body === undefined
			? 'an empty response'
			: typeof body === 'string'
				? 'plain text'
				: 'a response in an unexpected format';
	return {
		message: `The base URL does not lead to ${name}: it returned ${what}. ${words.unknown}`,
		isUnknown: true,
	};
}

function page(body: string, { host }: URL, status: number, advice: string): string {
	const title = pageTitle(body);
	const which = title === '' ? 'a web page' : `the web page "${title}"`;
	return `${host} returned ${which}${status < 300 ? '' : ` (HTTP status ${status})`} instead of an API response. ${advice}`;
}

function redirected({ headers }: HttpAnswer, address: URL, name: string, advice: string): string {
	const { location } = headers;
	const target =
		typeof location === 'string' && URL.canParse(location, address.href)
			? new URL(location, address)
			: undefined;
	if (target === undefined || target.host === address.host) {
		return `${address.host} redirects the call${target ? ` to ${target.pathname}` : ''}, as a website does. ${advice}`;
	}
	return `${address.host} redirects to ${target.host}, and the key is not sent there. If that is the address of ${name}, enter ${target.origin} as base URL.`;
}

function inWords(error: unknown): string {
	if (isMistake(error)) return `The test itself failed (${errorInWords(error)}). ${REPORT_IT}`;
	if (error instanceof BadInput) return sentences(error.message, error.advice);
	if (error instanceof NoUsableResponse) {
		const { code, advice } = error.details;
		return sentences(error.message + (code === undefined ? '' : ` (${code})`), advice);
	}
	return error instanceof Error ? error.message : String(error);
}

const sentences = (...parts: Array<string | undefined>) =>
	parts
		.filter((part) => part !== undefined)
		.map((part) => part.replace(/\.$/, ''))
		.join('. ') + '.';
