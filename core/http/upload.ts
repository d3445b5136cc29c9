import { Refused } from './errors';
import { plainCall, publicAddress } from './plainCall';
import type { ProviderHttp } from './providerHttp';
import type { Caller } from './request';
import type { ByteStream } from './stream';

const UPLOAD_BASE_MS = 60_000;
const SLOWEST_BYTES_PER_MS = 50;

/** Milliseconds for an upload of so many bytes: the whole of it is timed, not the time without progress. */
export const uploadTime = (bytes: number) => UPLOAD_BASE_MS + Math.ceil(bytes / SLOWEST_BYTES_PER_MS);

/**
 * Puts bytes where a presigned address points. The storage takes them once, with exactly the type that was signed and
 * with their length; a chunked or repeated body is refused there, so nothing is ever put twice.
 * @throws Refused, NoUsableResponse
 */
export async function putFile(
	caller: Caller,
	http: ProviderHttp,
	address: string,
	file: { body: ByteStream | Buffer; size: number; mimeType: string },
): Promise<void> {
	await publicAddress(caller, http, address);
	const answer = await plainCall(caller, {
		method: 'PUT',
		url: address,
		body: file.body,
		headers: { 'Content-Type': file.mimeType, 'Content-Length': String(file.size) },
		encoding: 'text',
		timeout: uploadTime(file.size),
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
	if (/expired/i.test(error)) return 'The upload URL has expired. Run the node again: it gets a new one.';
	if (/signature/i.test(error)) {
		return 'The storage did not accept the upload URL for this file. Run the node again: it gets a new one. If it fails again, check the MIME type of the file.';
	}
	return undefined;
}
