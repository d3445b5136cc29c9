import type { IDataObject, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { Part, Waiting } from '../../../core/trigger/bursts';
import { Collector } from '../../../core/trigger/collector';
import type { WhatsAppEvent } from '../../../whatsapp/events/event';
import type { Budget } from './budget';
import { budgetFromNow } from './budget';
import type { File } from './files';
import { itemWith, withNote } from './files';
import { openDelivery } from './openDelivery';

/** What comes out of a message that waits: its file is fetched meanwhile, in the delivery that brought it. */
interface Collected {
	event: WhatsAppEvent;
	file: Promise<File>;
}

/** What is to be done with the events of a delivery. */
export interface Collecting {
	/** When the delivery came, in milliseconds. */
	cameAt: number;
	/** How long nothing more of a person has to come, in seconds. */
	seconds: number;
	/** Leaves out what was taken in before. */
	fresh(events: WhatsAppEvent[]): WhatsAppEvent[];
	toItem(event: WhatsAppEvent): IDataObject;
	/** Whether items are the provider's own data, which has no uniform text. */
	raw: boolean;
	/** Fetches files and marks as read. @returns a file for each event, in their order */
	attend(events: readonly WhatsAppEvent[], budget: Budget): Promise<File[]>;
	/** Shows that an answer is on its way, once nothing more is waited for. */
	showTyping(events: readonly WhatsAppEvent[], budget: Budget): Promise<void>;
}

/** How long the files of a burst may take from its beginning, in milliseconds; the rest is for n8n itself. */
const LONGEST_MS = 8_000;
const TRY_AGAIN = 503;

/** All of this process. */
const collector = new Collector<Collected>();

/**
 * Starts one execution for the messages of a person that come within a few seconds of each other. The delivery that ends
 * up without an execution of its own leaves its response open: the collector answers it as n8n answers the one that has it.
 */
export async function collect(
	context: IWebhookFunctions,
	events: readonly WhatsAppEvent[],
	{ cameAt, seconds, fresh: withoutKnown, toItem, raw, attend, showTyping }: Collecting,
): Promise<IWebhookResponseData> {
	const scope = `${context.getWorkflow().id} ${context.getNode().id} ${context.getMode()}`;
	const keyOf = ({ dedupeKey }: WhatsAppEvent) => `${scope} ${dedupeKey}`;
	const stateOf = (event: WhatsAppEvent) => collector.stateOf(keyOf(event));
	const delivery = openDelivery(context);

	const again = events.filter((event) => stateOf(event) !== undefined);
	const others = events.filter((event) => stateOf(event) === undefined);
	// Their execution may yet be refused, and no answer could then be right for both.
	if (others.length > 0 && again.some((event) => stateOf(event) === 'starting')) {
		delivery.answer(TRY_AGAIN);
		return { noWebhookResponse: true };
	}
	const fresh = withoutKnown(others);
	if (fresh.length === 0) {
		if (again.length === 0) return { webhookResponse: 'OK' };
		collector.repeat(delivery, again.map(keyOf));
		return { noWebhookResponse: true };
	}

	const attended = deferred<File[]>();
	const fileOf = async (event: WhatsAppEvent) => (await attended.promise)[fresh.indexOf(event)];
	const waiting = (event: WhatsAppEvent): Waiting<Collected> => ({
		key: keyOf(event),
		sentAt: Date.parse(event.timestamp ?? event.receivedAt),
		message: { event, file: fileOf(event) },
	});
	const person = (event: WhatsAppEvent) => `${scope} ${personOf(event)}`;
	const parts = partsOf([...again, ...fresh].filter(waits), person, waiting);
	const { openedAt, turn } = collector.join(delivery, parts, {
		cameAt,
		quietMs: seconds * 1000,
		atOnce: !fresh.every(waits),
	});
	const latest = openedAt + LONGEST_MS;
	attended.resolve(attend(fresh, budgetFromNow(latest)));

	const groups = await turn;
	const collected = [...(groups?.values() ?? [])].flat(2).map(({ event }) => event);
	const all = groups ? [...collected, ...fresh.filter((event) => !waits(event))] : [];
	await Promise.all([attended.promise, showTyping(all, budgetFromNow(latest))]);
	if (groups === undefined) return { noWebhookResponse: true };
	const itemOf = async (messages: readonly Collected[]) => await itemOfMessages(messages, toItem, raw);
	// All of a person stand where the delivery first brings something of them.
	const left = new Map(groups);
	const items: INodeExecutionData[] = [];
	const addGroupsOf = async (one: string) => {
		for (const group of left.get(one) ?? []) items.push(await itemOf(group));
		left.delete(one);
	};
	for (const event of fresh) {
		if (waits(event)) await addGroupsOf(person(event));
		else if (event.event === 'message') items.push(await itemOf([{ event, file: fileOf(event) }]));
		else items.push(itemWith(toItem(event), await fileOf(event)));
	}
	for (const one of left.keys()) await addGroupsOf(one);
	return { webhookResponse: 'OK', workflowData: [items] };
}

/**
 * What people write several of. A tap on a button, a filled-in form or a word like "stop" says all by itself, and a notice
 * of WhatsApp is nothing anybody wrote.
 */
const waits = (event: WhatsAppEvent): boolean =>
	event.event === 'message' &&
	event.direction === 'inbound' &&
	event.reply === undefined &&
	event.optOut === undefined &&
	event.optIn === undefined &&
	event.type !== 'system' &&
	writerOf(event) !== null;

const writerOf = ({ from, userId }: WhatsAppEvent) => from ?? userId;

/** A person in a chat: in a group its members are apart, and so are two numbers of the business. */
const personOf = (event: WhatsAppEvent) =>
	[event.phoneNumberId, event.groupId, writerOf(event)].map((part) => part ?? '').join(' ');

function partsOf(
	events: readonly WhatsAppEvent[],
	personOfEvent: (event: WhatsAppEvent) => string,
	waiting: (event: WhatsAppEvent) => Waiting<Collected>,
): Array<Part<Collected>> {
	const people = new Map<string, Array<Waiting<Collected>>>();
	for (const event of events) {
		const person = personOfEvent(event);
		people.set(person, [...(people.get(person) ?? []), waiting(event)]);
	}
	return [...people].map(([person, messages]) => ({ person, messages }));
}

/** The fields of the last message, with the text and the files of all. */
async function itemOfMessages(
	collected: readonly Collected[],
	toItem: (event: WhatsAppEvent) => IDataObject,
	raw: boolean,
): Promise<INodeExecutionData> {
	const files = await Promise.all(collected.map(async ({ file }) => await file));
	const messages = collected.map(({ event }, at) => withNote(toItem(event), files[at]));
	const texts = collected.map(({ event }) => event.text).filter((text) => text !== '');
	const json = {
		...messages.at(-1),
		...(raw ? {} : { text: texts.join('\n') }),
		messages,
		messageCount: messages.length,
	};
	const binaries = files.flatMap((file) => (file !== undefined && 'binary' in file ? [file.binary] : []));
	if (binaries.length === 0) return { json };
	const named = binaries.map((binary, at) => [at === 0 ? 'data' : `data_${at}`, binary] as const);
	return { json, binary: Object.fromEntries(named) };
}

function deferred<T>() {
	let resolve!: (value: T | Promise<T>) => void;
	const promise = new Promise<T>((settle) => (resolve = settle));
	return { promise, resolve };
}
