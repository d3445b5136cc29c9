import { accountOf } from './account';
import type { Caller, Dialect } from './request';

/**
 * The key in the credential a node uses: what secrets of a provider's account are derived from. Exactly as it is stored,
 * so that what was derived from it before stays what it is.
 */
export async function apiKeyOf(caller: Caller, dialect: Dialect): Promise<string> {
	const { credential } = await accountOf(caller, dialect);
	return credential.apiKey as string;
}
