import { keyOf } from '../../core/http/credential';
import type { CredentialTest } from '../../core/http/credentialTest';
import { BadInput } from '../../core/http/errors';
import { isObject } from '../../whatsapp/events/json';
import { authenticate } from './authenticate';
import { DEFAULT_BASE_URL } from './http';
import { contactList, listIn } from './lists';

const ADDRESS = `Set Base URL to the address of the API, not of the dashboard and without a path: ${DEFAULT_BASE_URL}, or the one Heltar gave you.`;

const UNKNOWN_KEY =
	'Heltar does not recognize this API key. Check that you copied all of it and that it has not been revoked.';
const NO_SCOPE =
	'Heltar accepted the key, but it lacks the scope clients:read. Use a Full-access key, or use this one only for what its scopes allow.';

/** Cheap: one contact. The answer is `{message, data}` with a list in the data (Heltar API, "Fetch client list"). */
export const credentialTest: CredentialTest = {
	authenticate,
	reads(credential) {
		if (keyOf(credential) === '') {
			throw new BadInput('nothing is filled in', [{ name: 'apiKey', label: 'API Key' }]);
		}
		return [
			{
				request: contactList.request({ limit: 1 }),
				isOwn: (body) =>
					isObject(body) && typeof body.message === 'string' && listIn(body.data) !== undefined,
			},
		];
	},
	words: {
		key: (status) => (status === 403 ? NO_SCOPE : UNKNOWN_KEY),
		page: ADDRESS,
		unknown: ADDRESS,
	},
};
