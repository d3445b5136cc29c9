import type { IWebhookFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { WhatsAppEvent } from '../../../whatsapp/events/event';
import type { Asking } from './ask';
import { mayAnswer } from './resume';
import type { Tap, Verdict } from './resume';
import { listenerId, readToken } from './token';

/** What a trigger needs to bring answers home. */
export interface TapTaker {
	/** The key tokens of this account are signed with. */
	apiKey(): Promise<string>;
	tell: Asking['tell'];
	/** What a person is told whose tap changes nothing; undefined to tell them nothing. */
	lateReply: string | undefined;
}

/** What became of a tap; `lost` when n8n could not be reached, so that the provider has to deliver it again. */
type Fate = 'counted' | 'refused' | 'closed' | 'forged' | 'lost';

/** How long another trigger than the one a token names leaves it to that one. */
const STAND_IN_AFTER_MS = 3_000;
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
const fates = new Map<string, Promise<Fate>>();

/**
 * Takes the answers to questions of `sendAndWait` out of a delivery and brings them to the executions that wait for
 * them. They start no workflow, whatever becomes of them.
 * @returns the other events, and whether an answer could not be brought home
 */
export async function withoutTaps(
	context: IWebhookFunctions,
	events: readonly WhatsAppEvent[],
	taker: TapTaker,
): Promise<{ others: WhatsAppEvent[]; lost: boolean }> {
	const isTap = ({ event, direction, reply }: WhatsAppEvent) =>
		event === 'message' && direction === 'inbound' && readToken(reply?.id) !== undefined;
	const taps = events.filter(isTap);
	const all = await Promise.all(
		taps.map(async (tap) => await once(tap, async () => await take(context, tap, taker))),
	);
	return {
		others: taps.length === 0 ? [...events] : events.filter((one) => !isTap(one)),
		lost: all.includes('lost'),
	};
}

/** Whoever brings the same tap meanwhile shares its fate; what was lost may come again. */
async function once({ dedupeKey }: WhatsAppEvent, work: () => Promise<Fate>): Promise<Fate> {
	const known = fates.get(dedupeKey);
	if (known) return await known;
	const fate = work();
	fates.set(dedupeKey, fate);
	for (const oldest of fates.keys()) {
		if (fates.size <= MOST_REMEMBERED) break;
		fates.delete(oldest);
	}
	if ((await fate) === 'lost') fates.delete(dedupeKey);
	return await fate;
}

async function take(context: IWebhookFunctions, event: WhatsAppEvent, taker: TapTaker): Promise<Fate> {
	const id = event.reply?.id as string;
	const token = readToken(id) as NonNullable<ReturnType<typeof readToken>>;
	const tap: Tap = {
		token: id,
		from: event.from,
		userId: event.userId,
		text: event.reply?.title ?? event.text,
	};
	const webhook = context.getNodeWebhookUrl('default') as string;
	const isNamed = token.listener === listenerId(webhook);
	const to = event.from ?? event.userId;
	const { fate, confirmation } = await brought();
	if (fate !== 'counted') {
		context.logger.warn(`An answer to a question changed nothing (${fate})`, {
			execution: token.executionId,
			message: event.id,
		});
	}
	const late = fate !== 'lost' && isNamed ? taker.lateReply : undefined;
	const words = fate === 'counted' ? confirmation : late;
	if (to !== null && words !== undefined) {
		await taker.tell(context, to, words).catch((error: Error) => {
			context.logger.warn(`Telling ${to} what became of an answer failed: ${error.message}`);
		});
	}
	return fate;

	async function brought(): Promise<{ fate: Fate; confirmation?: string }> {
		if (!token.isGenuine(await taker.apiKey())) return { fate: 'forged' };
		if (!mayAnswer(token.people, tap)) return { fate: 'refused' };
		if (!isNamed && token.listener !== '') await sleep(STAND_IN_AFTER_MS);
		return await inTurn(async () => await bring(context, resumeUrl(webhook, token), tap));
	}
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
function resumeUrl(
	webhook: string,
	{ path, executionId, nodeId, question, signature }: NonNullable<ReturnType<typeof readToken>>,
) {
	const [execution, node] = [executionId, nodeId].map(encodeURIComponent);
	return `${new URL(webhook).origin}${path}/${execution}/${node}?question=${question}&signature=${signature}`;
}

interface Answer {
	statusCode: number;
	body: unknown;
}

async function bring(
	context: IWebhookFunctions,
	url: string,
	tap: Tap,
): Promise<{ fate: Fate; confirmation?: string }> {
	for (const wait of WAITS_MS) {
		await sleep(wait);
		const answer = await post(context, url, tap);
		if (answer === undefined || answer.statusCode >= 500) continue;
		if (answer.statusCode === 409 && isRunning(answer.body) && wait !== WAITS_MS.at(-1)) continue;
		const { counts, confirmation } = (answer.body ?? {}) as Partial<Verdict>;
		if (counts === undefined) return { fate: 'closed' };
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
