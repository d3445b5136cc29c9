import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Account, ProviderHttp } from './providerHttp';
import type { Caller } from './request';

type Credential = Promise<ICredentialDataDecryptedObject>;

/** n8n reads and decrypts a credential each time it is asked; within one run, or one delivery, it stays the same. */
const credentials = new WeakMap<Caller, Map<string, Credential>>();

/** What a user entered. */
export async function credentialOf(caller: Caller, { credentialType }: ProviderHttp): Credential {
	const known = credentials.get(caller) ?? new Map<string, Credential>();
	credentials.set(caller, known);
	const credential =
		known.get(credentialType) ?? caller.getCredentials<ICredentialDataDecryptedObject>(credentialType);
	known.set(credentialType, credential);
	return await credential;
}

/** The account a node works with. @throws BadInput naming the field of the credential */
export const accountOf = async (caller: Caller, http: ProviderHttp): Promise<Account> =>
	http.account(await credentialOf(caller, http));

/**
 * The key in the credential a node uses: what secrets of a provider's account are derived from. Exactly as it is stored,
 * so that what was derived from it before stays what it is.
 */
export async function apiKeyOf(caller: Caller, http: ProviderHttp): Promise<string> {
	const credential = await credentialOf(caller, http);
	return http.storedKey?.(credential) ?? String(credential.apiKey);
}
