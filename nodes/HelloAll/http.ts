import type { ProviderHttp } from '../../core/http/providerHttp';
import { cleanBaseUrl } from '../../core/http/baseUrl';
import { keyOf } from '../../core/http/credential';
import { refusalIn } from './refusal';

export const DEFAULT_BASE_URL = 'https://crm.helloall.in';

/** Hello All's HTTP: a key in a header, and several generations of answers and errors under one address. */
export const helloAll: ProviderHttp = {
	name: 'Hello All',
	credentialType: 'helloAllApi',
	account: (credential) => ({
		baseUrl: cleanBaseUrl(credential.baseUrl, DEFAULT_BASE_URL),
		secrets: [keyOf(credential)],
	}),
	refusal: refusalIn,
	/** No server error is known to promise that nothing was taken in. */
	nothingHappened: () => false,
	/** Answers of all kinds stand without an envelope. */
	unwrap: (body) => body,
};
