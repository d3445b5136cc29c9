import type { IWebhookFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { apiKeyOf } from '../../../core/http/account';
import { errorAndCallInWords } from '../../../core/http/log';
import type { WhatsAppEvent } from '../../../whatsapp/events/event';
import type { QuestionChannel } from './ask';
import { mayAnswer } from './resume';
import type { Tap, Verdict } from './resume';
import { sendNotice } from './notice';
import type { ReadToken } from './token';
import { listenerId, readToken } from './token';

/**
 * What became of a tap. `lost`: n8n could not be reached, so the provider has to deliver it again. `settled`: the
 * question is closed, perhaps by this very tap, when an earlier try of it broke off.
 */
type TapOutcome = 'counted' | 'refused' | 'closed' | 'settled' | 'forged' | 'lost';

/** How long other triggers leave a tap to the one its token names. */
const NAMED_TRIGGER_FIRST_MS = 3_000;
const LOOK_EVERY_MS = 100;
/** Before each try; an execution that has only just asked needs a moment until it can be resumed. */
const WAITS_MS = [0, 500, 1_000, 2_000];
/**
 * Longer than providers wait for us: giving up would leave open whether the answer counted. A tap that is delivered
 * again meanwhile has the outcome of the first.
 */
const RESUME_TIMEOUT_MS = 60_000;
/** n8n loads a whole execution for each: a hundred at the same moment would keep each other from being done in time. */
const MOST_AT_ONCE = 4;
const MOST_REMEMBERED = 5_000;

/** Taps this process has taken in, by dedupe key: every trigger of the account gets each of them. */
const taken = new Map<string, { outcome: Promise<TapOutcome>; isLost: boolean }>();

/**
 * Takes the answers to questions of `sendAndWait` out of a delivery and posts them to the executions that wait for
 * them. They start no workflow, whatever becomes of them.
 * @param lateReply what a person is told whose tap changes nothing; undefined to tell them nothing
 * @returns the other events, and whether an answer could not be posted home
 */
export async function deliverAnswers(
	context: IWebhookFunctions,
	channel: QuestionChannel,
	events: readonly WhatsAppEvent[],
	lateReply: string | undefined,
): Promise<{ others: WhatsAppEvent[]; lost: boolean }> {
	const posted: Array<Promise<TapOutcome>> = [];
	const webhook = context.getNodeWebhookUrl('default') as string;
	const others = events.filter((event) => {
		const token = tokenIn(event);
		if (token) posted.push(claim(event, token));
		return !token;
	});
	return { others, lost: (await Promise.all(posted)).includes('lost') };

	/** The trigger a token names goes first, whichever is reached first: it alone tells people that they are late. */
	async function claim(event: WhatsAppEvent, token: ReadToken): Promise<TapOutcome> {
		const isNamed = token.listener === listenerId(webhook);
		if (!isNamed && token.listener !== '') await untilClaimed(event);
		return await once(event, async (again) => await take({ event, token, again }, isNamed));
	}

	async function take({ event, token, again }: Tapped, isNamed: boolean): Promise<TapOutcome> {
		const { outcome, confirmation } = await outcomeOfTap({ event, token, again });
		if (outcome !== 'counted') {
			context.logger.warn(`An answer to a Send and Wait question was ignored (${outcome})`, {
				execution: token.executionId,
				message: event.id,
			});
		}
		const isLate = isNamed && outcome !== 'lost' && outcome !== 'settled';
		const words = outcome === 'counted' ? confirmation : isLate ? lateReply : undefined;
		const to = event.from ?? event.userId;
		if (to !== null && words !== undefined) {
			await sendNotice(context, channel, to, words).catch((error: unknown) => {
				const reason = errorAndCallInWords(error);
				context.logger.warn(`Could not reply to an answer: ${reason}`);
			});
		}
		return outcome;
	}

	async function outcomeOfTap({ event, token, again }: Tapped): Promise<Delivered> {
		if (!token.isGenuine(await apiKeyOf(context, channel.http))) return { outcome: 'forged' };
		if (!mayAnswer(token.people, event)) return { outcome: 'refused' };
		const { from, userId, reply, text } = event;
		const tap: Tap = { token: reply?.id as string, from, userId, text: reply?.title ?? text };
		return await withLimit(async () => await postToExecution(context, resumeUrl(webhook, token), tap, again));
	}
}

interface Tapped {
	event: WhatsAppEvent;
	token: ReadToken;
	/** An earlier delivery of it was lost, or may have been. */
	again: boolean;
}

interface Delivered {
	outcome: TapOutcome;
	/** What whoever answered is to be told. */
	confirmation?: string;
}

/** The token of an answer that was tapped; texts that people typed are never read as one. */
const tokenIn = ({ event, direction, reply }: WhatsAppEvent): ReadToken | undefined =>
	event === 'message' && direction === 'inbound' ? readToken(reply?.id) : undefined;

/** Gives the trigger named in the token up to 3 s to claim this tap. */
async function untilClaimed({ dedupeKey }: WhatsAppEvent): Promise<void> {
	for (let waited = 0; waited < NAMED_TRIGGER_FIRST_MS; waited += LOOK_EVERY_MS) {
		if (taken.get(dedupeKey)?.isLost === false) return;
		await sleep(LOOK_EVERY_MS);
	}
}

/** A tap that is delivered again meanwhile gets the same outcome; what was lost, or failed, may come again. */
async function once(
	{ dedupeKey }: WhatsAppEvent,
	work: (again: boolean) => Promise<TapOutcome>,
): Promise<TapOutcome> {
	const known = taken.get(dedupeKey);
	if (known && !known.isLost) return await known.outcome;
	const tap = { outcome: work(known !== undefined), isLost: false };
	taken.delete(dedupeKey);
	taken.set(dedupeKey, tap);
	for (const oldest of taken.keys()) {
		if (taken.size <= MOST_REMEMBERED) break;
		taken.delete(oldest);
	}
	tap.isLost = await tap.outcome.then(
		(outcome) => outcome === 'lost',
		() => true,
	);
	return await tap.outcome;
}

let running = 0;
const waiting: Array<() => void> = [];

async function withLimit<T>(work: () => Promise<T>): Promise<T> {
	if (running >= MOST_AT_ONCE) await new Promise<void>((begin) => waiting.push(begin));
	else running += 1;
	try {
		return await work();
	} finally {
		// The next one that waits begins, if there is one.
		const next = waiting.shift();
		if (next) next();
		else running -= 1;
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
async function postToExecution(
	context: IWebhookFunctions,
	url: string,
	tap: Tap,
	again: boolean,
): Promise<Delivered> {
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
		if (counts === undefined) return { outcome: brokeOff ? 'settled' : 'closed' };
		return { outcome: counts ? 'counted' : 'refused', confirmation };
	}
	return { outcome: 'lost' };
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
