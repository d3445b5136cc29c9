import type { Person } from '../core/people.ts';
import type { StoredMessage } from '../core/store.ts';
import type { CloudMessage } from '../platform/cloud/messageSchema.ts';
import { renderSent } from '../platform/cloud/verdict.ts';
import {
	PAIR_LIMITED,
	statusError,
	TO_ITSELF,
	UNDELIVERABLE,
	WINDOW_CLOSED,
	type Refusal,
} from '../platform/errors.ts';
import { newMessageId } from '../platform/ids.ts';
import { checkInteractive } from '../platform/interactive.ts';
import { fillTemplate, type RenderedTemplate, type SentComponent } from '../platform/templates.ts';
import { carry, moveTo } from '../platform/transit.ts';
import { business } from './business.ts';
import { noteChat } from './chats.ts';
import { ApiError, refusedByWhatsApp, wrong } from './errors.ts';
import { onPremisesId, queueId } from './ids.ts';
import type { Message } from './messageSchema.ts';
import type { HelloAllWorld } from './settings.ts';
import { outgoingWebhooks } from './webhooks.ts';

/** How long the queue takes to hand a message to WhatsApp, in milliseconds. */
const QUEUE_MS = 50;

/** Sends one message, or throws what it is refused with. Queued messages learn WhatsApp's verdict as a status. */
export function send(world: HelloAllWorld, message: Message, refuseWith?: number): StoredMessage {
	const person = world.people.resolve(message.to);
	refuseWhenTooFast(world);
	const queued = world.settings.answer === 'queue';
	const verdict = queued ? {} : judge(world, person, message, refuseWith);
	if ('refusal' in verdict) throw refusedByWhatsApp(verdict.refusal);
	takeTurn(world, message.to);
	return world.store.transaction(() => {
		const kept = keep(world, person, message, queued, verdict.rendered);
		if (queued) world.timers.later(QUEUE_MS, () => workOff(world, kept, message, refuseWith));
		else publish(world, person, kept);
		return kept;
	});
}

/** Throws 429 while not one more message may go. */
export function refuseWhenTooFast(world: HelloAllWorld): void {
	const wait = world.throttle.blockedFor(world.settings.limits);
	if (wait !== null)
		throw new ApiError(429, 1015, 'Too many messages per second', { 'Retry-After': String(wait) });
}

/** Counts a message that is about to go out; one too soon after another to the same customer does not go. */
export function takeTurn(world: HelloAllWorld, to: string): void {
	const { limits } = world.settings;
	if (!world.throttle.takePair(limits, to))
		throw new ApiError(429, PAIR_LIMITED.code, PAIR_LIMITED.details, {
			'Retry-After': String(Math.ceil(limits.perPairSeconds ?? 1)),
		});
	world.throttle.take(limits);
}

type Verdict = { refusal: Refusal } | { rendered?: RenderedTemplate };

/** Everything WhatsApp looks at before it takes a message. */
function judge(world: HelloAllWorld, person: Person, message: Message, refuseWith?: number): Verdict {
	if (refuseWith !== undefined)
		return { refusal: { code: refuseWith, details: 'Refused by the sandbox, as it was told' } };
	if (person.number === business.displayPhoneNumber) return { refusal: TO_ITSELF };
	// The Cloud API takes the message and tells of it in a failed status.
	if (!person.onWhatsApp && world.settings.answer === 'onPremises') return { refusal: UNDELIVERABLE };
	const quoted = message.context && world.messages.find(message.context.message_id);
	if (quoted && quoted.id !== message.context?.message_id)
		return { refusal: { code: 131009, details: 'context.message_id is not the id of a message' } };
	const file = heldFile(message);
	if (file !== undefined && !world.files.get(file))
		return { refusal: { code: 131009, details: `There is no media with the id ${file}` } };
	if (message.type === 'template') return judgeTemplate(world, message);
	const refusal = message.type === 'interactive' ? checkInteractive(world, message.interactive) : null;
	if (refusal) return { refusal };
	return world.windowOpen(person) ? {} : { refusal: WINDOW_CLOSED };
}

function judgeTemplate(world: HelloAllWorld, { template }: Message & { type: 'template' }): Verdict {
	const { namespace, name, language, components = [] } = template;
	if (namespace !== undefined && namespace !== business.namespace)
		return { refusal: { code: 132001, details: `namespace ${namespace} is not the one of this account` } };
	return fillTemplate(world, name, language.code, components as SentComponent[]);
}

function heldFile(message: Message): string | undefined {
	const media = (message as Record<string, unknown>)[message.type] as
		| { id?: string; link?: string }
		| undefined;
	return media?.link === undefined ? media?.id : undefined;
}

function keep(
	world: HelloAllWorld,
	person: Person,
	message: Message,
	queued: boolean,
	rendered: RenderedTemplate | undefined,
): StoredMessage {
	const { answer } = world.settings;
	return world.messages.add({
		id: answer === 'cloud' ? newMessageId('out', person.number) : onPremisesId(person.number),
		altId: queued ? queueId() : null,
		number: person.number,
		direction: 'out',
		type: message.type,
		text: textOf(message, rendered),
		status: 'waiting',
		at: Date.now(),
		raw: message,
		record: rendered ? { rendered } : {},
		hidden: queued,
	});
}

/** The message is on its way to the customer. */
export function publish(world: HelloAllWorld, person: Person, message: StoredMessage): void {
	noteChat(world, person, message.at);
	world.emit('message', { id: message.id, number: message.number, direction: 'out' });
	carry(world, [message]);
	void world.deliver(outgoingWebhooks(world, person, message));
}

function workOff(world: HelloAllWorld, kept: StoredMessage, message: Message, refuseWith?: number): void {
	const person = world.people.resolve(message.to);
	const verdict = judge(world, person, message, refuseWith);
	if ('refusal' in verdict) {
		void moveTo(world, kept, 'failed', [statusError(verdict.refusal)]);
		return;
	}
	const { rendered } = verdict;
	const change = { hidden: false, text: textOf(message, rendered), record: rendered ? { rendered } : {} };
	world.messages.update(kept.id, change);
	publish(world, person, { ...kept, ...change });
}

const textOf = (message: Message, rendered?: RenderedTemplate) =>
	renderSent(message as unknown as CloudMessage, rendered);

/** Marks a customer's message as read. */
export function markRead(world: HelloAllWorld, id: string): void {
	const message = world.messages.find(id);
	if (!message) throw new ApiError(404, 1006, `There is no message with the id ${id}`);
	if (message.direction === 'out') throw wrong('Only messages of customers can be marked as read');
	world.messages.setStatus(message.id, 'read');
	world.emit('status', { id: message.id, number: message.number, status: 'read' });
}
