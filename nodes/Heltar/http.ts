import { cleanBaseUrl } from '../../core/http/baseUrl';
import { keyOf } from '../../core/http/credential';
import type { ProviderHttp } from '../../core/http/providerHttp';
import { isObject } from '../../whatsapp/events/json';
import { callLimits } from './callLimits';
import { nothingHappened, refusalIn } from './refusal';

/** The default host (Heltar API, "Overview"); white-label accounts have one of their own. */
export const DEFAULT_BASE_URL = 'https://api.heltar.com';

/** Heltar's HTTP: bearer key, `{message, data}` envelopes, `{errorType, errorMessage, …}` errors. */
export const heltar: ProviderHttp = {
	name: 'Heltar',
	credentialType: 'heltarApi',
	account: (credential) => ({
		baseUrl: cleanBaseUrl(credential.baseUrl, DEFAULT_BASE_URL),
		secrets: [keyOf(credential)],
	}),
	refusal: refusalIn,
	nothingHappened,
	callLimits,
	unwrap,
};

/**
 * The payload: `data` where there is an envelope, otherwise the body itself (older answers have none, and settings
 * calls answer with a `message` alone).
 */
function unwrap(body: unknown): unknown {
	if (!isObject(body) || !('data' in body)) return body;
	const { data, ...rest } = body;
	return data ?? rest;
}
