import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { WhatsAppEvent } from '../../../whatsapp/events/event';
import type { EventFilter } from '../../../whatsapp/events/filter';
import { matches } from '../../../whatsapp/events/filter';
import { answerHandshake, handshakeIn } from '../../../whatsapp/events/handshake';
import { isObject } from '../../../whatsapp/events/json';
import { withOptMark } from '../../../whatsapp/events/optMark';
import { readEvents } from '../../../whatsapp/events/read';
import type { ServiceForms } from '../../../whatsapp/events/service';
import { bodyOf, rawBodyOf } from './body';
import type { TriggerValues } from './fields';
import { filterOf, lateReplyOf } from './fields';
import type { Budget } from './budget';
import { budgetFromNow } from './budget';
import type { ReadChat } from './chats';
import { sortByChat } from './chats';
import { collect } from './collect';
import type { FetchFile, File } from './files';
import { fetchFiles, itemWith } from './files';
import type { Proof, ReceivedDelivery } from './genuine';
import { deliveryOf, isGenuine } from './genuine';
import type { MarkRead, ShowTyping } from './readMarks';
import { markAllRead, showTypingInAll } from './readMarks';
import { withoutRedeliveries } from './redeliveries';

/** What the user and the provider want done with a delivery. */
export interface Reception {
	/** The provider word in the events. */
	provider: WhatsAppEvent['provider'];
	/** The forms of its deliveries beside WhatsApp's own. */
	forms?: ServiceForms;
	/** Undefined when checking is switched off. */
	proof?: Proof;
	/** What the user chose. */
	chosen: TriggerValues;
	/** Hands a delivery on to a test that listens. @returns whether the test took it */
	handOn(delivery: ReceivedDelivery): Promise<boolean>;
	/** Fetches files customers sent, if the user asks for them. */
	fetchFile: FetchFile;
	/** Shows customers that their messages were read, if the user asks for it. */
	markRead: MarkRead;
	/** Shows customers that an answer is on its way, if the user asks for it; this marks as read, too. */
	showTyping: ShowTyping;
	/** Reads who handles a chat, if the user asks for it; absent where the provider does not tell. */
	readChat?: ReadChat;
	/**
	 * Takes the answers to questions out of the events and brings them to the executions that wait for them.
	 * @param lateReply what a person is told whose answer changes nothing; undefined to tell them nothing
	 * @returns the other events, and whether an answer could not be brought to its execution
	 */
	deliverAnswers(
		events: readonly WhatsAppEvent[],
		lateReply: string | undefined,
	): Promise<{ others: WhatsAppEvent[]; lost: boolean }>;
}

/**
 * A delivery on its way into the workflow: admitted, read, filtered, emitted as one item per event. Nothing left
 * after the filter means that no execution starts. Content never leads to an error status: providers do not repeat
 * what was answered with 4xx, and switch webhooks off that answer with 5xx.
 */
export async function receive(
	context: IWebhookFunctions,
	reception: Reception,
): Promise<IWebhookResponseData> {
	if (context.getWebhookName() === 'setup') {
		return handshake(context, context.getQueryData());
	}
	const cameAt = Date.now();
	const budget = budgetFromNow();
	const { provider, forms, proof, chosen } = reception;
	const { options } = chosen;
	const delivery = deliveryOf(context);
	const verdict = proof ? await isGenuine(context, proof, delivery) : 'genuine';
	if (verdict === 'foreign') return reply(context, 401, 'Unauthorized');
	if (verdict === 'later') return reply(context, 503, 'Try again');
	const rawBody = await rawBodyOf(context);
	if (await reception.handOn({ ...delivery, rawBody })) return reply(context, 200, 'OK');

	const content = bodyOf(context, rawBody);
	const asked = handshakeIn(content);
	if (asked) return handshake(context, asked);
	const delivered = readEvents(content, {
		provider,
		forms,
		receivedAt: new Date().toISOString(),
	});
	const { others: events, lost } = await reception.deliverAnswers(delivered, lateReplyOf(options));
	// n8n did not take the answer in; the provider delivers it again.
	if (lost) return reply(context, 503, 'Try again');
	const words = { optOut: options.optOutWords, optIn: options.optInWords };
	const marked = events.map((event) => withOptMark(event, words));
	const wanted = await filtered(marked, filterOf(chosen, options));
	// While a person tries things out in the editor, the same message may come as often as they like.
	const drops = (options.dropDuplicates ?? true) && context.getMode() !== 'manual';
	const withoutKnown = (all: WhatsAppEvent[]) => (drops ? withoutRedeliveries(context, all) : all);
	const readChat = options.skipHandedOver ? reception.readChat : undefined;
	const { starting, skipped, isUnclear } = readChat
		? await sortByChat(context, wanted, readChat)
		: { starting: wanted, skipped: [], isUnclear: false };
	if (isUnclear && options.whenChatUnknown === 'hold') return reply(context, 503, 'Try again');
	// Should they be delivered again, the chat may be the bot's again by then: they start nothing all the same.
	if (skipped.length > 0) withoutKnown(skipped);
	const { raw = false, collectSeconds: seconds = 0 } = options;
	const toItem = (event: WhatsAppEvent) => outputOf(event, raw);
	const attend = async (all: readonly WhatsAppEvent[], time: Budget) =>
		await attendTo(context, reception, all, time);
	const showTyping = async (all: readonly WhatsAppEvent[], time: Budget) => {
		if (options.showTyping) await showTypingInAll(context, all, reception.showTyping, time);
	};
	if (seconds > 0) {
		const collecting = { cameAt, seconds, fresh: withoutKnown, toItem, raw, attend, showTyping };
		return await collect(context, starting, collecting);
	}

	const fresh = withoutKnown(starting);
	if (fresh.length === 0) return { webhookResponse: 'OK' };
	const [files] = await Promise.all([attend(fresh, budget), showTyping(fresh, budget)]);
	const items = fresh.map((event, at) => itemWith(toItem(event), files[at]));
	return { webhookResponse: 'OK', workflowData: [items] };
}

/** Fetches files and marks as read, as the user chose. @returns a file for each event, in their order */
async function attendTo(
	context: IWebhookFunctions,
	{ chosen: { options }, ...reception }: Reception,
	events: readonly WhatsAppEvent[],
	budget: Budget,
): Promise<File[]> {
	const [files] = await Promise.all([
		options.downloadMedia ? fetchFiles(events, reception.fetchFile, budget) : [],
		// Showing that somebody is typing does so, too.
		options.markRead && !options.showTyping && markAllRead(context, events, reception.markRead, budget),
	]);
	return files;
}

/** How long a delivery may keep n8n from everything else, in milliseconds. */
const LONGEST_TURN_MS = 50;

/** The events the user asked for. A pattern has a bounded cost for each text; between texts others have their turn. */
async function filtered(events: readonly WhatsAppEvent[], filter: EventFilter): Promise<WhatsAppEvent[]> {
	const wanted: WhatsAppEvent[] = [];
	let since = Date.now();
	for (const event of events) {
		if (Date.now() - since > LONGEST_TURN_MS) {
			await sleep(0);
			since = Date.now();
		}
		if (matches(event, filter)) wanted.push(event);
	}
	return wanted;
}

function outputOf(event: WhatsAppEvent, raw: boolean): IDataObject {
	if (!raw) return event as WhatsAppEvent & IDataObject;
	const piece = event.raw;
	return (isObject(piece) ? piece : { raw: piece }) as IDataObject;
}

function handshake(context: IWebhookFunctions, asked: unknown): IWebhookResponseData {
	const { status, headers, body } = answerHandshake(asked);
	return reply(context, status, body, headers);
}

function reply(
	context: IWebhookFunctions,
	status: number,
	body: string,
	headers: Record<string, string> = {},
): IWebhookResponseData {
	context.getResponseObject().status(status).set(headers).send(body).end();
	return { noWebhookResponse: true };
}
