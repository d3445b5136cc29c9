import type { IHttpRequestOptions, NodeEgressFilter } from 'n8n-workflow';

import { accountOf } from './account';
import { isLoopback, outsideProblem } from './address';
import { NoAnswer, Refused } from './errors';
import { cancelSignal } from './clock';
import { NEVER_LEFT, networkCode } from './networkError';
import type { ProviderHttp } from './providerHttp';
import type { Caller } from './request';
import type { ByteStream } from './stream';
import { readRefusal } from './stream';

/*
 * Calls that go to public addresses and must not carry the provider's key: files behind links, and the storage a
 * provider signs upload addresses for. Everything else goes through request.ts.
 *
 * Such addresses come from outside, so none may lead into this machine or its network (address.ts): neither as it is
 * written, nor by what its name stands for, nor by a redirect. A community node cannot look names up, but n8n 2.40 does
 * it for nodes: by the rules of its own protection, and by what the administrator allows there (N8N_SSRF_…).
 */

/** A file on its way in, with what its sender said about it. */
export interface Download {
	body: ByteStream;
	mimeType?: string;
	/** Bytes; undefined when the sender did not say. */
	size?: number;
	fileName?: string;
}

interface Answer {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

const FIRST_BYTE_MS = 60_000;
const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Opens a file behind a public link. Redirects are followed here, one by one, so that each is looked at.
 * @param http of the provider the node works for; only where its base URL is on this machine may the file be, too
 * @throws Refused, NoAnswer
 */
export async function openLink(
	caller: Caller,
	http: ProviderHttp,
	address: string,
	{ signal, timeoutMs = FIRST_BYTE_MS }: { signal?: AbortSignal; timeoutMs?: number } = {},
): Promise<Download> {
	let url = parsed(address);
	for (let hop = 0; ; hop++) {
		await assertOutside(caller, http, url);
		const answer = await plainCall(
			caller,
			{
				method: 'GET',
				url: url.href,
				encoding: 'stream',
				// A compressed answer would hide the size of the file.
				headers: { Accept: '*/*', 'Accept-Encoding': 'identity' },
				timeout: timeoutMs,
			},
			signal,
		);
		if (answer.statusCode >= 200 && answer.statusCode < 300) return toDownload(answer);
		await readRefusal(answer.body);
		const next = nextAddress(answer, url);
		if (!next || hop === MOST_REDIRECTS) {
			throw new Refused(
				next
					? `The link leads on more than ${MOST_REDIRECTS} times`
					: `${url.host} answered the link with HTTP status ${answer.statusCode}`,
				{ httpStatus: answer.statusCode, advice: PUBLIC },
			);
		}
		url = next;
	}
}

function nextAddress({ statusCode, headers }: Answer, from: URL): URL | undefined {
	const { location } = headers;
	if (!REDIRECTS.has(statusCode) || typeof location !== 'string') return undefined;
	return URL.canParse(location, from.href) ? new URL(location, from) : undefined;
}

const PUBLIC = 'Check that the link is public: it has to open in a browser without signing in.';

/** @throws Refused */
function parsed(address: string): URL {
	if (!URL.canParse(address)) throw new Refused(`“${address}” is not a web address`);
	return new URL(address);
}

/** @throws Refused when an address from outside leads to a place it must not lead to */
async function assertOutside(caller: Caller, http: ProviderHttp, url: URL): Promise<void> {
	const account = await accountOf(caller, http);
	const local = isLoopback(new URL(account.baseUrl));
	const problem = outsideProblem(url, { local }) ?? (await problemOfName(caller, url));
	if (problem !== undefined)
		throw new Refused(`The link leads to ${url.host}, ${problem}`, { advice: PUBLIC });
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

/** An answer of bytes. */
export function toDownload({ headers, body }: { headers: Record<string, unknown>; body: unknown }): Download {
	const size = Number(headers['content-length'] ?? NaN);
	const type = headers['content-type'];
	return {
		body: body as ByteStream,
		...(typeof type === 'string' && type !== '' ? { mimeType: type } : {}),
		...(Number.isSafeInteger(size) && size >= 0 ? { size } : {}),
		...fileNameIn(headers['content-disposition']),
	};
}

/** The file name of a `Content-Disposition` header; the extended form wins (RFC 6266 §4.3). */
function fileNameIn(header: unknown): { fileName?: string } {
	if (typeof header !== 'string') return {};
	const extended = /filename\*\s*=\s*[\w-]*'[^']*'([^;]+)/i.exec(header)?.[1];
	const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/i.exec(header);
	try {
		if (extended !== undefined) return { fileName: decodeURIComponent(extended.trim()) };
	} catch {
		// Badly encoded: the plain form is there for that.
	}
	const fileName = plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2]?.trim();
	return fileName ? { fileName } : {};
}

/** Time for an upload: axios counts the whole of it, not the time without progress. */
const UPLOAD_BASE_MS = 60_000;
const SLOWEST_BYTES_PER_MS = 50;

/**
 * Puts bytes where a presigned address points. The storage takes them once, with exactly the type that was signed and
 * with their length; a chunked or repeated body is refused there, so nothing is ever put twice.
 * @throws Refused, NoAnswer
 */
export async function putFile(
	caller: Caller,
	http: ProviderHttp,
	address: string,
	file: { body: ByteStream | Buffer; size: number; mimeType: string },
): Promise<void> {
	await assertOutside(caller, http, parsed(address));
	const answer = await plainCall(caller, {
		method: 'PUT',
		url: address,
		body: file.body,
		headers: { 'Content-Type': file.mimeType, 'Content-Length': String(file.size) },
		encoding: 'text',
		timeout: UPLOAD_BASE_MS + Math.ceil(file.size / SLOWEST_BYTES_PER_MS),
	});
	if (answer.statusCode >= 200 && answer.statusCode < 300) return;
	const { code, message } = xmlError(answer.body);
	throw new Refused(
		`The storage refused the file: ${message ?? code ?? `HTTP status ${answer.statusCode}`}`,
		{ httpStatus: answer.statusCode, code, advice: uploadAdvice(`${code} ${message}`) },
	);
}

/** S3-like storages explain themselves in XML: `<Error><Code>…</Code><Message>…</Message></Error>`. */
function xmlError(body: unknown): { code?: string; message?: string } {
	const text = typeof body === 'string' ? body : '';
	const element = (name: string) =>
		new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1]?.trim() || undefined;
	return { code: element('Code'), message: element('Message') };
}

function uploadAdvice(error: string): string | undefined {
	if (/expired/i.test(error)) return 'The upload URL is too old: it lives for one hour. Get a new one.';
	if (/signature/i.test(error)) {
		return 'The upload URL was made for another file type. Get a new one with the MIME type of the file.';
	}
	return undefined;
}

/** The one place that calls without the provider's key. Network errors keep their code only: addresses are signed. */
async function plainCall(
	caller: Caller,
	options: IHttpRequestOptions,
	signal?: AbortSignal,
): Promise<Answer> {
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
	if (result instanceof NoAnswer) throw result;
	return result as Answer;
}

function anySignal(...signals: Array<AbortSignal | undefined>): AbortSignal | undefined {
	const given = signals.filter((signal) => signal !== undefined);
	return given.length > 1 ? AbortSignal.any(given) : given[0];
}

function noAnswer(error: unknown, host: string): NoAnswer {
	const code = networkCode(error);
	const reached = code === undefined || !NEVER_LEFT.has(code);
	return new NoAnswer(reached ? `The connection to ${host} broke` : `Could not reach ${host}`, {
		// A half-stored file has no effect on anyone.
		mayHaveHappened: false,
		code,
		advice: 'Try again.',
	});
}
