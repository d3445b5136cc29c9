import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { isSafeAddress } from './address';
import { BadInput } from './errors';

/** What a header can carry. Anything else in a key came with copying it: a line break, a character nobody sees. */
const IN_A_HEADER = /^[\x20-\x7e]*$/;

/**
 * A key or token as it goes out, without what is copied along with it: spaces around it, and what stands before it in a
 * header.
 * @throws BadInput naming the field of the credential
 */
export function secretIn(typed: unknown, name: string, label: string): string {
	const secret = String(typed ?? '')
		.trim()
		.replace(/^(authorization:\s*)?bearer(\s+|$)/i, '');
	if (IN_A_HEADER.test(secret)) return secret;
	throw new BadInput(
		'it contains a line break or another invalid character',
		[{ name, label }],
		'Copy it again, and paste it as one line.',
	);
}

/** The key of a credential with one key. @throws BadInput */
export const keyOf = ({ apiKey }: ICredentialDataDecryptedObject): string =>
	secretIn(apiKey, 'apiKey', 'API Key');

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
