import { createHash } from 'crypto';
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
	/** Derives the secret of this webhook from the credential; `null` for an account whose deliveries carry none. */
	secret(): Promise<string | null>;
	/** Whether only somebody who knows the secret could have sent this delivery. */
	admits(secret: string, delivery: ReceivedDelivery): boolean;
	/** What a delivery carries in the place of the secret. */
	given(delivery: ReceivedDelivery): readonly unknown[];
	/**
	 * Asks the provider, with the key of now, what is registered for this webhook. It is asked once, shortly.
	 * @returns undefined when nothing is, or the account does not tell; @throws when the provider gives no answer
	 */
	registration(): Promise<Registration | undefined>;
}

/** A webhook as the provider has it. */
export interface Registration {
	/** Whether the provider delivers with what this delivery carries. */
	carries(delivery: ReceivedDelivery): boolean;
	/** Registers the same with the secret of now. */
	renew(): Promise<unknown>;
}

/** `later`: it could not be found out just now, so the provider is to deliver again. */
export type Verdict = 'genuine' | 'foreign' | 'later';

/** How long a derived secret is good for without looking at the credential again. */
const GOOD_FOR_MS = 60_000;
/** How often what carries a wrong secret makes the trigger look at the credential. */
const MOST_LOOKS = 10;
const LOOKS_WITHIN_MS = 10_000;
/** How long the provider's answer is good for, and how long it is left alone after it gave none. */
const ANSWER_GOOD_FOR_MS = 60_000;
const SILENCE_MS = 10_000;
/** How long what carries the secret before is taken in after the new one was registered. */
const OLD_GOOD_FOR_MS = 24 * 60 * 60 * 1000;
const MOST_OLD = 10;

/** What one process knows about the secret of one webhook. */
interface Known {
	secret?: string | null;
	until: number;
	/** Times of the latest looks at the credential, and the one under way. */
	looks: number[];
	looking?: Promise<void>;
	/** The provider's answer about what is registered, which concerns what was asked under this secret. */
	asked?: { secret: string; until: number; answer: Promise<Registration | undefined> };
	renewing?: Promise<void>;
	/** Digests of secrets that were registered before, and until when they count. */
	old: Map<string, number>;
}

/** By credential and address. */
const webhooks = new Map<string, Known>();

/**
 * Whether a delivery is the provider's. Reading a credential costs n8n more than all the rest of a delivery (it sets up an
 * expression engine for it), so a secret is kept for a moment. What it does not admit is held against a new one. If that
 * does not admit it either, the API key may have been changed: the provider then still delivers with the secret before. It
 * is asked, and what it confirms is taken in, and registered anew. All this is done so seldom that deliveries with wrong
 * secrets cost no more than those with right ones.
 */
export async function isGenuine(
	context: IWebhookFunctions,
	proof: Proof,
	delivery: ReceivedDelivery,
): Promise<Verdict> {
	const known = knownOf(context, proof);
	const now = Date.now();
	const admitted = () =>
		known.secret === null || (known.secret !== undefined && proof.admits(known.secret, delivery));
	if (now < known.until && admitted()) return 'genuine';
	const given = digestsOf(proof, delivery);
	if (given.some((one) => now < (known.old.get(one) ?? 0))) return 'genuine';
	await look(proof, known);
	if (admitted()) return 'genuine';
	if (typeof known.secret !== 'string') return 'later';
	// A test is registered with the key of now each time.
	if (given.length === 0 || context.getMode() === 'manual') return 'foreign';
	const registration = await ask(proof, known, known.secret).catch((error: Error) => {
		context.logger.warn(`Could not check whether a request has the secret: ${error.message}`);
		return 'later' as const;
	});
	if (registration === 'later') return 'later';
	if (!registration?.carries(delivery)) return 'foreign';
	keepOld(known, given);
	await renew(context, registration, known);
	return 'genuine';
}

/** The provider's answer, old or new. */
async function ask(proof: Proof, known: Known, secret: string): Promise<Registration | undefined> {
	const now = Date.now();
	if (known.asked?.secret !== secret || known.asked.until <= now) {
		const asked = { secret, until: now + ANSWER_GOOD_FOR_MS, answer: proof.registration() };
		asked.answer.catch(() => (asked.until = Date.now() + SILENCE_MS));
		known.asked = asked;
	}
	return await known.asked.answer;
}

async function renew({ logger }: IWebhookFunctions, registration: Registration, known: Known) {
	// Once for all that come meanwhile; what comes with the secret before from now on is known.
	known.asked = undefined;
	known.renewing ??= registration.renew().then(
		() => logger.info('The API key was changed: the webhook was registered again with its secret'),
		(error: Error) =>
			logger.error(
				`The API key was changed, and the webhook could not be registered again: ${error.message}. Unpublish the workflow and publish it again.`,
			),
	);
	await known.renewing;
	known.renewing = undefined;
}

function keepOld({ old }: Known, given: readonly string[]): void {
	for (const one of given) old.set(one, Date.now() + OLD_GOOD_FOR_MS);
	for (const oldest of old.keys()) {
		if (old.size <= MOST_OLD) return;
		old.delete(oldest);
	}
}

const digestsOf = (proof: Proof, delivery: ReceivedDelivery) =>
	proof
		.given(delivery)
		.filter((one): one is string => typeof one === 'string' && one !== '')
		.map((one) => createHash('sha256').update(one).digest('base64url'));

/** Reads the secret of now, unless that was done too often. What comes meanwhile waits for the same reading. */
async function look(proof: Proof, known: Known): Promise<void> {
	if (!known.looking && mayLook(known, Date.now())) known.looking = keepSecret(proof, known);
	await known.looking;
}

async function keepSecret(proof: Proof, known: Known): Promise<void> {
	try {
		known.secret = await proof.secret();
		known.until = Date.now() + GOOD_FOR_MS;
	} finally {
		known.looking = undefined;
	}
}

function mayLook(known: Known, now: number): boolean {
	known.looks = known.looks.filter((at) => now - at < LOOKS_WITHIN_MS);
	if (known.looks.length >= MOST_LOOKS) return false;
	known.looks.push(now);
	return true;
}

function knownOf(context: IWebhookFunctions, { credentialType }: Proof): Known {
	const credential = context.getNode().credentials?.[credentialType]?.id;
	const webhook = `${credential} ${context.getNodeWebhookUrl('default')}`;
	const known = webhooks.get(webhook) ?? { until: 0, looks: [], old: new Map<string, number>() };
	webhooks.set(webhook, known);
	return known;
}

/** A delivery as it came. */
export function deliveryOf(context: IWebhookFunctions): ReceivedDelivery {
	const { rawBody } = context.getRequestObject() as { rawBody?: Buffer };
	return {
		headers: context.getHeaderData(),
		query: context.getQueryData() as Record<string, unknown>,
		rawBody,
	};
}
