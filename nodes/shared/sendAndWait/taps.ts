import type { IWebhookFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { apiKeyOf } from '../../../core/http/account';
import type { WhatsAppEvent } from '../../../whatsapp/events/event';
import type { Asking } from './ask';
import { mayAnswer } from './resume';
import type { Tap, Verdict } from './resume';
import { tell } from './tell';
import type { ReadToken } from './token';
import { listenerId, readToken } from './token';

/**
 * What became of a tap. `lost`: n8n could not be reached, so the provider has to deliver it again. `settled`: the
 * question is closed, perhaps by this very tap, when an earlier try of it broke off.
 */
type Fate = 'counted' | 'refused' | 'closed' | 'settled' | 'forged' | 'lost';

/** How long another trigger than the one a token names leaves it to that one. */
const STAND_IN_AFTER_MS = 3_000;
const LOOK_EVERY_MS = 100;
/** Before each try; an execution that has only just asked needs a moment until it can be resumed. */
const WAITS_MS = [0, 500, 1_000, 2_000];
/**
 * Longer than providers wait for us: giving up would leave open whether the answer counted. A tap that is delivered
 * again meanwhile shares the fate of the first.
 */
const RESUME_TIMEOUT_MS = 60_000;
/** n8n loads a whole execution for each: a hundred at the same moment would keep each other from being done in time. */
const MOST_AT_ONCE = 4;
const MOST_REMEMBERED = 5_000;

/** Taps this process has taken in, by dedupe key: every trigger of the account gets each of them. */
const taken = new Map<string, { fate: Promise<Fate>; isLost: boolean }>();

/**
 * Takes the answers to questions of `sendAndWait` out of a delivery and brings them to the executions that wait for
 * them. They start no workflow, whatever becomes of them.
 * @param lateReply what a person is told whose tap changes nothing; undefined to tell them nothing
 * @returns the other events, and whether an answer could not be brought home
 */
export async function withoutTaps(
	context: IWebhookFunctions,
	asking: Asking,
	events: readonly WhatsAppEvent[],
	lateReply: string | undefined,
): Promise<{ others: WhatsAppEvent[]; lost: boolean }> {
	const brought: Array<Promise<Fate>> = [];
	const webhook = context.getNodeWebhookUrl('default') as string;
	const others = events.filter((event) => {
		const token = tokenIn(event);
		if (token) brought.push(inItsTurn(event, token));
		return !token;
	});
	return { others, lost: (await Promise.all(brought)).includes('lost') };

	/** The trigger a token names goes first, whichever is reached first: it alone tells people that they are late. */
	async function inItsTurn(event: WhatsAppEvent, token: ReadToken): Promise<Fate> {
		const isNamed = token.listener === listenerId(webhook);
		if (!isNamed && token.listener !== '') await untilTaken(event);
		return await once(event, async (again) => await take({ event, token, again }, isNamed));
	}

	async function take({ event, token, again }: Tapped, isNamed: boolean): Promise<Fate> {
		const { fate, confirmation } = await fateOf({ event, token, again });
		if (fate !== 'counted') {
			context.logger.warn(`An answer to a question changed nothing (${fate})`, {
				execution: token.executionId,
				message: event.id,
			});
		}
		const isLate = isNamed && fate !== 'lost' && fate !== 'settled';
		const words = fate === 'counted' ? confirmation : isLate ? lateReply : undefined;
		const to = event.from ?? event.userId;
		if (to !== null && words !== undefined) {
			await tell(context, asking, to, words).catch((error: Error) => {
				context.logger.warn(`Telling somebody what became of their answer failed: ${error.message}`);
			});
		}
		return fate;
	}

	async function fateOf({ event, token, again }: Tapped): Promise<Outcome> {
		if (!token.isGenuine(await apiKeyOf(context, asking.dialect))) return { fate: 'forged' };
		if (!mayAnswer(token.people, event)) return { fate: 'refused' };
		const { from, userId, reply, text } = event;
		const tap: Tap = { token: reply?.id as string, from, userId, text: reply?.title ?? text };
		return await inTurn(async () => await bring(context, resumeUrl(webhook, token), tap, again));
	}
}

interface Tapped {
	event: WhatsAppEvent;
	token: ReadToken;
	/** An earlier delivery of it was lost, or may have been. */
	again: boolean;
}

interface Outcome {
	fate: Fate;
	/** What whoever answered is to be told. */
	confirmation?: string;
}

/** The token of an answer that was tapped; texts that people typed are never read as one. */
const tokenIn = ({ event, direction, reply }: WhatsAppEvent): ReadToken | undefined =>
	event === 'message' && direction === 'inbound' ? readToken(reply?.id) : undefined;

/** Waits for another trigger of this process to take a tap in, but no longer than one that stands in does. */
async function untilTaken({ dedupeKey }: WhatsAppEvent): Promise<void> {
	for (let waited = 0; waited < STAND_IN_AFTER_MS; waited += LOOK_EVERY_MS) {
		if (taken.get(dedupeKey)?.isLost === false) return;
		await sleep(LOOK_EVERY_MS);
	}
}

/** Whoever brings the same tap meanwhile shares its fate; what was lost, or failed, may come again. */
async function once({ dedupeKey }: WhatsAppEvent, work: (again: boolean) => Promise<Fate>): Promise<Fate> {
	const known = taken.get(dedupeKey);
	if (known && !known.isLost) return await known.fate;
	const tap = { fate: work(known !== undefined), isLost: false };
	taken.delete(dedupeKey);
	taken.set(dedupeKey, tap);
	for (const oldest of taken.keys()) {
		if (taken.size <= MOST_REMEMBERED) break;
		taken.delete(oldest);
	}
	tap.isLost = await tap.fate.then(
		(fate) => fate === 'lost',
		() => true,
	);
	return await tap.fate;
}

let underWay = 0;
const inLine: Array<() => void> = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (underWay >= MOST_AT_ONCE) await new Promise<void>((begin) => inLine.push(begin));
	else underWay += 1;
	try {
		return await work();
	} finally {
		// The place goes to the next in line, or is free.
		const next = inLine.shift();
		if (next) next();
		else underWay -= 1;
	}
}

/** All webhooks of an n8n share their origin. */
function resumeUrl(webhook: string, { path, executionId, nodeId, question, signature }: ReadToken) {
	const [execution, node] = [executionId, nodeId].map(encodeURIComponent);
	return `${new URL(webhook).origin}${path}/${execution}/${node}?question=${question}&signature=${signature}`;
}

interface Answer {
	statusCode: number;
	body: unknown;
}

/** @param again whether an earlier try may have been taken in without our hearing of it */
async function bring(context: IWebhookFunctions, url: string, tap: Tap, again: boolean): Promise<Outcome> {
	let brokeOff = again;
	for (const wait of WAITS_MS) {
		await sleep(wait);
		const answer = await post(context, url, tap);
		if (answer === undefined || answer.statusCode >= 500) {
			brokeOff = true;
			continue;
		}
		if (answer.statusCode === 409 && isRunning(answer.body) && wait !== WAITS_MS.at(-1)) continue;
		const { counts, confirmation } = (answer.body ?? {}) as Partial<Verdict>;
		if (counts === undefined) return { fate: brokeOff ? 'settled' : 'closed' };
		return { fate: counts ? 'counted' : 'refused', confirmation };
	}
	return { fate: 'lost' };
}

async function post(context: IWebhookFunctions, url: string, tap: Tap): Promise<Answer | undefined> {
	try {
		return (await context.helpers.httpRequest({
			method: 'POST',
			url,
			body: { tap },
			json: true,
			timeout: RESUME_TIMEOUT_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as Answer;
	} catch {
		return undefined;
	}
}

/** n8n's own words. An execution is running before it waits, and again once it was answered. */
const isRunning = (body: unknown) => /running already/.test(JSON.stringify(body ?? ''));
