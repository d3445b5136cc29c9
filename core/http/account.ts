import type { Account, ProviderHttp } from './providerHttp';
import type { Caller } from './request';

/** n8n reads and decrypts a credential each time it is asked; within one run it stays the same. */
const accounts = new WeakMap<Caller, Map<string, Promise<Account>>>();

/** The account of the credential a node uses. @throws BadInput naming the field of the credential */
export async function accountOf(caller: Caller, http: ProviderHttp): Promise<Account> {
	const known = accounts.get(caller) ?? new Map<string, Promise<Account>>();
	accounts.set(caller, known);
	const { credentialType } = http;
	const account =
		known.get(credentialType) ?? caller.getCredentials(credentialType).then((given) => http.account(given));
	known.set(credentialType, account);
	return await account;
}

/** The key in the credential a node uses: what secrets of a provider's account are derived from. */
export async function apiKeyOf(caller: Caller, { credentialType }: ProviderHttp): Promise<string> {
	const { apiKey } = await caller.getCredentials<{ apiKey: string }>(credentialType);
	return apiKey;
}
