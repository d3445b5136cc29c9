import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { keyOf, withKey } from '../../core/http/credential';

/** The bearer key of every call (Heltar API, "Authentication"). @throws Error, BadInput */
export const authenticate = (
	credential: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): IHttpRequestOptions => withKey(request, { Authorization: `Bearer ${keyOf(credential)}` });
