import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { Values } from '../../../core/fields/field';
import type { WhatsAppEvent } from '../../../whatsapp/events/event';
import { matches } from '../../../whatsapp/events/filter';
import { answerHandshake } from '../../../whatsapp/events/handshake';
import { isObject } from '../../../whatsapp/events/json';
import { readEvents } from '../../../whatsapp/events/read';
import type { triggerFields, triggerOptions } from './fields';
import { filterOf, lateReplyOf } from './fields';
import type { FetchFile } from './files';
import { withFiles } from './files';
import type { Proof } from './genuine';
import { isGenuine } from './genuine';
import { withoutRedeliveries } from './redeliveries';

/** What the user and the provider want done with a delivery. */
export interface Reception {
	/** The provider word in the events. */
	provider: WhatsAppEvent['provider'];
	/** Undefined when checking is switched off. */
	proof?: Proof;
	/** What the user chose. */
	chosen: Values<typeof triggerFields> & { options: Partial<Values<typeof triggerOptions>> };
	/** Fetches files customers sent, if the user asks for them. */
	fetchFile: FetchFile;
	/** Shows the customer that a message was read, if the user asks for it. */
	markRead(event: WhatsAppEvent): Promise<unknown>;
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
		const { status, headers, body } = answerHandshake(context.getQueryData());
		return reply(context, status, body, headers);
	}
	const { provider, proof, chosen } = reception;
	const { options } = chosen;
	if (proof && !(await isGenuine(context, proof))) return reply(context, 401, 'Unauthorized');

	const delivered = readEvents(await bodyOf(context), { provider, receivedAt: new Date().toISOString() });
	const { others: events, lost } = await reception.deliverAnswers(delivered, lateReplyOf(options));
	// n8n did not take the answer in; the provider delivers it again.
	if (lost) return reply(context, 503, 'Try again');
	const filter = filterOf(chosen, options);
	const wanted = events.filter((event) => matches(event, filter));
	// While a person tries things out in the editor, the same message may come as often as they like.
	const drops = (options.dropDuplicates ?? true) && context.getMode() !== 'manual';
	const fresh = drops ? withoutRedeliveries(context, wanted) : wanted;
	if (fresh.length === 0) return { webhookResponse: 'OK' };
	const toItem = (event: WhatsAppEvent) => outputOf(event, options.raw ?? false);
	const [items] = await Promise.all([
		options.downloadMedia
			? withFiles(fresh, toItem, reception.fetchFile)
			: fresh.map((event) => ({ json: toItem(event) })),
		...fresh.map(async (event) => await markRead(context, event, reception)),
	]);
	return { webhookResponse: 'OK', workflowData: [items] };
}

/** A courtesy: that it failed is for the log and no reason to lose the message. */
async function markRead(context: IWebhookFunctions, event: WhatsAppEvent, reception: Reception) {
	if (!reception.chosen.options.markRead || event.event !== 'message' || event.direction !== 'inbound')
		return;
	try {
		await reception.markRead(event);
	} catch (error) {
		context.logger.warn(`Marking message ${event.id} as read failed: ${(error as Error).message}`);
	}
}

function outputOf(event: WhatsAppEvent, raw: boolean): IDataObject {
	if (!raw) return event as unknown as IDataObject;
	const piece = event.raw;
	return (isObject(piece) ? piece : { raw: piece }) as IDataObject;
}

/**
 * The body as it was sent: form parsers damage JSON that holds `&`, `=`, `[` or `+`. n8n reads only bodies of types it
 * knows by itself.
 */
async function bodyOf(context: IWebhookFunctions): Promise<unknown> {
	const request = context.getRequestObject() as { rawBody?: Buffer; readRawBody?: () => Promise<void> };
	const parsed = context.getBodyData() as unknown;
	if (parsed === undefined) await request.readRawBody?.();
	return request.rawBody === undefined ? parsed : request.rawBody.toString('utf8');
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
