import { join } from 'node:path';

import { PROVIDERS } from '../../demo/providers';

/** How a provider differs in the eyes of an end-to-end test; `test/e2e/providers/<name>.ts`. */
export interface LiveProvider {
	/** The number of a customer its sandbox knows, by the last three digits. */
	customer(last: string): string;
	/** The header a call is allowed by. */
	keyHeader(apiKey: string): Record<string, string>;
	/** The call that sends a text. */
	message(to: string, body: string): { path: string; body: object };
	/** Path of the DELETE that removes a webhook. */
	webhook(url: string): string;
	/** Parameter of the recipient. */
	recipient: string;
	/** Parameter of *Send a text message*, and its label. */
	text: { parameter: string; label: string };
	/** The operation that sends reply buttons. */
	buttons: string;
	/** A template its sandbox knows, and what fills it. */
	template: { name: string; language: string; variables: string[] };
	/** What the test of a credential says about a wrong key. */
	wrongKey: RegExp;
}

/** Names of all providers; those the demo knows. */
export const liveNames = PROVIDERS.map(({ name }) => name);

export const liveProvider = (name: string): LiveProvider =>
	jest.requireActual<{ live: LiveProvider }>(join(__dirname, 'providers', name)).live;
