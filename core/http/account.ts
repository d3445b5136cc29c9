import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { keyOf } from './credential';
import type { Caller, Dialect } from './request';

/** A provider's account, as the credential of a node names it. */
export interface Account {
	credential: ICredentialDataDecryptedObject;
	/** As it goes out: spaces around it are a slip of copying. */
	apiKey: string;
	/** Without a trailing slash. @throws BadInput */
	baseUrl(): string;
}

/** n8n reads and decrypts a credential each time it is asked; within one run, or one delivery, it stays the same. */
const accounts = new WeakMap<Caller, Promise<Account>>();

/** The account a node works with; read once. */
export async function accountOf(caller: Caller, dialect: Dialect): Promise<Account> {
	const known = accounts.get(caller) ?? read(caller, dialect);
	accounts.set(caller, known);
	return await known;
}

async function read(caller: Caller, dialect: Dialect): Promise<Account> {
	const credential = await caller.getCredentials(dialect.credentialType);
	return {
		credential,
		apiKey: keyOf(credential),
		baseUrl: () => dialect.baseUrl(credential),
	};
}
