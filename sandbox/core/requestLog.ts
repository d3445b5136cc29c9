import { createHash } from 'node:crypto';
import type { Row, Store } from './store.ts';

/** Longest text kept of a body that is no JSON. */
const TEXT_KEPT = 64 * 1024;
/** Longest answer kept, in characters: that to a bulk send of 500. */
const ANSWER_KEPT = 512 * 1024;

export interface LoggedRequest {
	seq: number;
	provider: string;
	method: string;
	/** Below the provider's base URL. */
	path: string;
	query: Record<string, string | string[]>;
	headers: Record<string, string>;
	body: unknown;
	/** `null` while the call is being served, 0 when the connection was broken. */
	status: number | null;
	fault: string | null;
	at: string;
}

/** Every provider call received, keys masked. */
export class RequestLog {
	readonly #store: Store;

	constructor(store: Store) {
		this.#store = store;
	}

	begin(request: Omit<LoggedRequest, 'seq' | 'status' | 'fault' | 'at'>): number {
		return this.#store.run(
			'INSERT INTO requests (provider, method, path, query, headers, body, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
			request.provider,
			request.method,
			request.path,
			JSON.stringify(request.query),
			JSON.stringify(request.headers),
			JSON.stringify(request.body ?? null),
			new Date().toISOString(),
		).lastInsertRowid;
	}

	/** `body` replaces what `begin` was told; `answer` is what the caller got, null when nothing. */
	finish(
		seq: number,
		{
			status,
			fault,
			body,
			answer,
		}: { status: number; fault: string | null; body?: unknown; answer: string | null },
	): void {
		this.#store.run(
			'UPDATE requests SET status = ?, fault = ?, answer = ?, body = coalesce(?, body) WHERE seq = ?',
			status,
			fault,
			answer,
			body === undefined ? null : JSON.stringify(body),
			seq,
		);
	}

	/** One call with its answer. */
	find(seq: number): (LoggedRequest & { answer: unknown }) | undefined {
		const row = this.#store.one('SELECT * FROM requests WHERE seq = ?', seq);
		return row && { ...toRequest(row), answer: parsedOrText(row.answer as string | null) };
	}

	/** The latest calls, oldest first. */
	latest(provider: string, count: number): LoggedRequest[] {
		return this.#store
			.many('SELECT * FROM requests WHERE provider = ? ORDER BY seq DESC LIMIT ?', provider, count)
			.reverse()
			.map(toRequest);
	}

	list(provider: string | undefined, since: number): LoggedRequest[] {
		const rows = this.#store.many(
			'SELECT * FROM requests WHERE seq > ? AND (? IS NULL OR provider = ?) ORDER BY seq',
			since,
			provider ?? null,
			provider ?? null,
		);
		return rows.map(toRequest);
	}
}

function toRequest(row: Row): LoggedRequest {
	return {
		seq: row.seq as number,
		provider: row.provider as string,
		method: row.method as string,
		path: row.path as string,
		query: JSON.parse(row.query as string) as LoggedRequest['query'],
		headers: JSON.parse(row.headers as string) as LoggedRequest['headers'],
		body: JSON.parse(row.body as string) as unknown,
		status: row.status as number | null,
		fault: row.fault as string | null,
		at: row.at as string,
	};
}

/** An answer for the log, as text: read again only when somebody looks. Files are told by their size alone. */
export async function summarizeAnswer(response: Response): Promise<string | null> {
	if (!response.body) return null;
	const type = response.headers.get('content-type') ?? '';
	const length = response.headers.get('content-length');
	if (length !== null && (Number(length) > ANSWER_KEPT || !/json|text|xml/.test(type)))
		return JSON.stringify({ bytes: Number(length), type });
	const text = await response.clone().text();
	if (text.length <= ANSWER_KEPT) return text === '' ? null : text;
	return JSON.stringify({ text: text.slice(0, ANSWER_KEPT), cut: true, characters: text.length });
}

function parsedOrText(text: string | null): unknown {
	try {
		return JSON.parse(text ?? 'null') as unknown;
	} catch {
		return text;
	}
}

/** A body for the log: JSON parsed whatever its size, other text cut at 64 kB, anything else as size and hash. */
export function summarizeBody(bytes: Uint8Array, contentType: string | undefined): unknown {
	if (bytes.byteLength === 0) return null;
	const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
	const readable = type === '' || type.startsWith('text/') || /json|xml|x-www-form-urlencoded/.test(type);
	if (!readable) return { bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') };
	const text = new TextDecoder().decode(bytes);
	if (type === '' || type.includes('json')) {
		try {
			return JSON.parse(text) as unknown;
		} catch {
			// Kept as the text it is.
		}
	}
	return text.length > TEXT_KEPT
		? { text: text.slice(0, TEXT_KEPT), cut: true, bytes: bytes.byteLength }
		: text;
}

const SECRET_HEADERS = new Set(['authorization', 'api-key', 'd360-api-key', 'cookie', 'x-api-key']);
const SECRET_QUERY = /^(api[-_ ]?key|d360-api-key|access_token)$/i;

export function maskHeaders(headers: Headers): Record<string, string> {
	const masked: Record<string, string> = {};
	headers.forEach((value, name) => {
		masked[name] = SECRET_HEADERS.has(name) ? value.replace(/^(Bearer\s+)?.*$/i, '$1***') : value;
	});
	return masked;
}

export function maskQuery(url: URL): Record<string, string | string[]> {
	const query: Record<string, string | string[]> = {};
	for (const name of new Set(url.searchParams.keys())) {
		const values = url.searchParams.getAll(name).map((value) => (SECRET_QUERY.test(name) ? '***' : value));
		query[name] = values.length === 1 ? (values[0] as string) : values;
	}
	return query;
}
