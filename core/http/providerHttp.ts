import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { HttpAnswer } from './answer';
import type { AccountCall } from './apiStyle';
import type { CallLimit } from './callLimit';
import type { Endpoint, Params } from './endpoint';
import type { Refused } from './errors';

/** What calls need of a user's credential. */
export interface Account {
	/** Without a trailing slash. */
	baseUrl: string;
	/** Secrets that must never leave the node, wherever an answer repeats them. */
	secrets: readonly string[];
	/** Placeholders of paths that the account fills in, such as its phone number ID. */
	params?: Params;
	/** What the account calls in place of the provider's usual routes, by the endpoint's name. */
	calls?: Readonly<Record<string, AccountCall>>;
}

/** How one provider speaks HTTP. */
export interface ProviderHttp {
	/** The provider's name, for messages. */
	name: string;
	credentialType: string;
	/** The key as it is stored, where the credential may hold it elsewhere than in `apiKey`. */
	storedKey?(credential: ICredentialDataDecryptedObject): string;
	/** @throws BadInput naming the field of the credential */
	account(credential: ICredentialDataDecryptedObject): Account;
	/**
	 * The provider's refusal, read from an answer with any status but a redirect; undefined when the answer is a success.
	 * @param endpoint what was called: words that mean a failure in one answer are a value in another
	 */
	refusal(answer: HttpAnswer, endpoint: Endpoint): Refused | undefined;
	/** Whether an answer says for certain that nothing was accepted, although it is a server's error. */
	nothingHappened(answer: HttpAnswer): boolean;
	/** How many calls of some kinds an account may make within a time. A run waits rather than make more. */
	callLimits?: readonly CallLimit[];
	/** The payload inside the provider's envelope; the body itself where there is none. */
	unwrap(body: unknown): unknown;
}
