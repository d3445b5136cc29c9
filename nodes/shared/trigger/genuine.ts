import type { IWebhookFunctions } from 'n8n-workflow';

import { isAdmitted } from '../../../whatsapp/events/admit';

/** What a genuine delivery carries, and what this one carries in the places where it may. */
export interface Proof {
	credentialType: string;
	/** Derives the secret from the credential. */
	expected: () => Promise<string>;
	given: unknown[];
}

/** How long a derived secret is good for without looking at the credential again. */
const GOOD_FOR_MS = 60_000;

const derived = new Map<string, { secret: string; until: number }>();

/**
 * Whether a delivery carries the secret of its webhook. Reading a credential costs n8n more than all the rest of a
 * delivery (it sets up an expression engine for it), so a secret is kept for a moment; what it does not admit is held
 * against a new one.
 */
export async function isGenuine(context: IWebhookFunctions, proof: Proof): Promise<boolean> {
	const { credentialType, expected, given } = proof;
	const credential = context.getNode().credentials?.[credentialType]?.id;
	const webhook = `${credential} ${context.getNodeWebhookUrl('default')}`;
	const admits = (secret: string) => given.some((one) => isAdmitted(secret, one));
	const known = derived.get(webhook);
	if (known && Date.now() < known.until && admits(known.secret)) return true;
	const secret = await expected();
	derived.set(webhook, { secret, until: Date.now() + GOOD_FOR_MS });
	return admits(secret);
}
