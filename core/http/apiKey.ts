import type { Caller, Dialect } from './request';

/** The key in the credential a node uses: what secrets of a provider's account are derived from. */
export async function apiKeyOf(caller: Caller, { credentialType }: Dialect): Promise<string> {
	const { apiKey } = await caller.getCredentials<{ apiKey: string }>(credentialType);
	return apiKey;
}
