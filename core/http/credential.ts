import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	IDataObject,
	IHttpRequestOptions,
} from 'n8n-workflow';

import { isSafeAddress } from './address';

/** The key as it goes out: spaces around it are a slip of copying. */
export const keyOf = ({ apiKey }: ICredentialDataDecryptedObject): string => String(apiKey ?? '').trim();

/**
 * A request with the key in these headers, for calls and for the test alike.
 * @throws Error rather than sending the key over an unencrypted connection
 */
export function withKey(request: IHttpRequestOptions, headers: IDataObject): IHttpRequestOptions {
	const { url, baseURL } = request;
	if (URL.canParse(url, baseURL) && !isSafeAddress(new URL(url, baseURL))) {
		throw new Error('The base URL must start with https://');
	}
	return { ...request, headers: { ...request.headers, ...headers } };
}

/** The base URL in a credential, made usable as `cleanBaseUrl` does it, as an expression of n8n. */
export const baseUrlOf = (preset: string) =>
	`={{ ($credentials.baseUrl || "").trim().replace(/\\/+$/, "").replace(/\\/v1$/, "").replace(/\\/+$/, "") || "${preset}" }}`;

const REDIRECTED =
	'This address leads on to another one, and the key is not sent there. Enter the other one as base URL.';

/**
 * Rules of a credential test. n8n takes any answer of 2xx for a success unless a rule speaks against it, so what must be
 * there is told by what it must not be.
 * @param statuses what to say to an HTTP status
 * @param answers what to say when a place in the answer holds a value; `undefined` when there is no such place
 */
export const refused = (
	statuses: Readonly<Record<number, string>>,
	answers: ReadonlyArray<readonly [key: string, value: unknown, message: string]>,
) =>
	// n8n takes both kinds side by side; its type knows lists of one kind only.
	[
		...[301, 302, 303, 307, 308].map((value) => responseCode(value, REDIRECTED)),
		...Object.entries(statuses).map(([value, message]) => responseCode(Number(value), message)),
		...answers.map(([key, value, message]) => ({
			type: 'responseSuccessBody',
			properties: { key, value, message },
		})),
	] as ICredentialTestRequest['rules'];

const responseCode = (value: number, message: string) => ({
	type: 'responseCode',
	properties: { value, message },
});
