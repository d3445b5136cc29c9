import type { IWebhookFunctions } from 'n8n-workflow';

/** A delivery as it came, for telling whether the provider sent it. */
export interface ReceivedDelivery {
	headers: Readonly<Record<string, unknown>>;
	query: Readonly<Record<string, unknown>>;
	/** The bytes as they came, over which some providers sign. */
	rawBody: Buffer | undefined;
}

/** How deliveries of one webhook prove that the provider sent them. */
export interface Proof {
	credentialType: string;
	/** Derives the secret of this webhook from the credential. */
	secret(): Promise<string>;
	/** Whether only somebody who knows the secret could have sent this delivery. */
	admits(secret: string, delivery: ReceivedDelivery): boolean;
}

/** How long a derived secret is good for without looking at the credential again. */
const GOOD_FOR_MS = 60_000;

const derived = new Map<string, { secret: string; until: number }>();

/**
 * Whether a delivery is the provider's. Reading a credential costs n8n more than all the rest of a delivery (it sets up an
 * expression engine for it), so a secret is kept for a moment; what it does not admit is held against a new one.
 */
export async function isGenuine(
	context: IWebhookFunctions,
	{ credentialType, secret: derive, admits }: Proof,
): Promise<boolean> {
	const credential = context.getNode().credentials?.[credentialType]?.id;
	const webhook = `${credential} ${context.getNodeWebhookUrl('default')}`;
	const delivery = deliveryOf(context);
	const known = derived.get(webhook);
	if (known && Date.now() < known.until && admits(known.secret, delivery)) return true;
	const secret = await derive();
	derived.set(webhook, { secret, until: Date.now() + GOOD_FOR_MS });
	return admits(secret, delivery);
}

function deliveryOf(context: IWebhookFunctions): ReceivedDelivery {
	const { rawBody } = context.getRequestObject() as { rawBody?: Buffer };
	return {
		headers: context.getHeaderData(),
		query: context.getQueryData() as Record<string, unknown>,
		rawBody,
	};
}
