import { randomUUID } from 'node:crypto';
import type { Person } from '../core/people.ts';
import type { StoredMessage } from '../core/store.ts';
import {
	graphError,
	PAIR_LIMITED,
	RATE_LIMITED,
	statusError,
	TO_ITSELF,
	WINDOW_CLOSED,
	type Refusal,
} from '../platform/errors.ts';
import { newMessageId } from '../platform/ids.ts';
import { checkInteractive } from '../platform/interactive.ts';
import {
	fillTemplate,
	templateKey,
	type RenderedTemplate,
	type SentComponent,
	type Template,
} from '../platform/templates.ts';
import { carry, moveTo } from '../platform/transit.ts';
import { noteMessage } from './contact.ts';
import { checkMedia } from './mediaCheck.ts';
import { recipientOf, type SendMessage } from './messageSchema.ts';
import { checkOrderStatus } from './orders.ts';
import { business, recordOf, textOf, typeOf } from './record.ts';
import { isGroupId, isUserId } from './recipient.ts';
import type { HeltarWorld } from './settings.ts';

export type Outcome =
	| { ok: true; message: StoredMessage; sent: SendMessage }
	| { ok: false; errorCode: number; errorData: unknown; sent: SendMessage; raw: unknown };

export interface SendOptions {
	campaign?: string;
	/** Answer before WhatsApp does (asynchronous mode). */
	queue?: boolean;
	/** Positions to refuse, and the code to refuse them with. */
	partial?: { positions: number[]; code: number };
	/** The messages as they came, before anything in them was normalised. */
	originals?: Array<Record<string, unknown>>;
	/** Keep what was refused as failed messages, as campaigns do. */
	keepFailed?: boolean;
}

type TemplateMessage = Extract<SendMessage, { messageType: 'template' }>;

/** Refused by Heltar itself: an HTTP status and a plain text; or by WhatsApp. */
type Verdict = Local | { refusal: Refusal } | { rendered?: RenderedTemplate };

interface Local {
	local: string;
	/** Given up and kept so, rather than failed. */
	cancelled?: true;
}

const MARKETING_PAUSED: Local = {
	local: 'Marketing templates are paused for this business',
	cancelled: true,
};

/** What Heltar takes in a header beside WhatsApp's own files. */
const HEADER_FILES = ['audio', 'sticker'];

/** How long the queue takes to hand a message to WhatsApp, in milliseconds. */
const QUEUE_MS = 50;

/** Sends one request's messages, in order; one outcome each. */
export function sendAll(world: HeltarWorld, messages: SendMessage[], options: SendOptions = {}): Outcome[] {
	const outcomes = world.store.transaction(() =>
		messages.map((message, position) => sendOne(world, message, position, options)),
	);
	const accepted = outcomes.flatMap((outcome) =>
		outcome.ok && !outcome.message.hidden ? [outcome.message] : [],
	);
	if (!options.queue) carry(world, accepted);
	else world.timers.later(QUEUE_MS, () => workOffQueue(world, outcomes, options));
	return outcomes;
}

function sendOne(world: HeltarWorld, message: SendMessage, position: number, options: SendOptions): Outcome {
	const person = world.people.resolve(recipientOf(message));
	const raw: Record<string, unknown> = options.originals?.[position] ?? message;
	const how: Keeping = { campaign: options.campaign, raw };
	if (message.isPrivate)
		return { ok: true, sent: message, message: keep(world, person, message, { ...how, note: true }) };
	if (options.queue)
		return { ok: true, sent: message, message: keep(world, person, message, { ...how, queued: true }) };
	const verdict = judge(world, person, message, position, options);
	if (!('local' in verdict) && !('refusal' in verdict)) {
		const { rendered } = verdict;
		return { ok: true, sent: message, message: keep(world, person, message, { ...how, rendered }) };
	}
	if (options.keepFailed || 'local' in verdict) keep(world, person, message, { ...how, failed: verdict });
	return 'local' in verdict
		? { ok: false, errorCode: 500, errorData: verdict.local, sent: message, raw }
		: { ok: false, errorCode: 400, errorData: graphError(verdict.refusal), sent: message, raw };
}

/** Everything that decides whether a message is accepted, in the order the provider and WhatsApp look at it. */
function judge(
	world: HeltarWorld,
	person: Person,
	message: SendMessage,
	position: number,
	{ partial }: SendOptions,
): Verdict {
	if (partial?.positions.includes(position))
		return { refusal: { code: partial.code, details: 'Refused by the sandbox, as it was told' } };
	if (person.blocked) return { local: 'Client is blocked' };
	if (!person.optedIn) return { local: 'Client has not opted in' };
	let rendered: RenderedTemplate | undefined;
	if (message.messageType === 'template') {
		const variables = message.variables as SentComponent[];
		// Heltar looks before WhatsApp does; what it knows no category of, it holds back, too.
		const { pauseMarketing } = world.settings;
		if (pauseMarketing && (categoryOf(world, message) ?? 'MARKETING') === 'MARKETING')
			return MARKETING_PAUSED;
		const result = fillTemplate(world, message.templateName, message.languageCode, variables);
		if ('refusal' in result) return result;
		const needsNumber = result.template.category === 'AUTHENTICATION' && isUserId(recipientOf(message));
		if (needsNumber)
			return { refusal: { code: 131026, details: 'Authentication templates need a phone number' } };
		rendered = result.rendered;
	}
	const refusal =
		(message.messageType === 'interactive' &&
			(checkInteractive(world, message.interactive, HEADER_FILES) ??
				checkOrderStatus(world, person, message.interactive))) ||
		(message.messageType === 'media' && checkMedia(world, message));
	if (refusal) return { refusal };
	if (person.number === business.displayPhoneNumber) return { refusal: TO_ITSELF };
	if (message.messageType !== 'template' && !isGroupId(person.number) && !world.windowOpen(person))
		return { refusal: WINDOW_CLOSED };
	const { limits } = world.settings;
	if (!world.throttle.take(limits)) return { refusal: RATE_LIMITED };
	if (!world.throttle.takePair(limits, person.number)) return { refusal: PAIR_LIMITED };
	return { rendered };
}

const categoryOf = (world: HeltarWorld, { templateName, languageCode }: TemplateMessage) =>
	world.collection<Template>('templates').get(templateKey(templateName, languageCode))?.category;

interface Keeping {
	campaign?: string;
	raw: Record<string, unknown>;
	rendered?: RenderedTemplate;
	queued?: boolean;
	note?: boolean;
	failed?: Local | { refusal: Refusal };
}

function keep(world: HeltarWorld, person: Person, message: SendMessage, how: Keeping): StoredMessage {
	const failure =
		how.failed &&
		('local' in how.failed
			? { code: 0, title: how.failed.local, message: how.failed.local }
			: statusError(how.failed.refusal));
	const hidden = Boolean(how.note || how.failed || how.queued);
	const kept = world.messages.add({
		id: newMessageId('out', person.number),
		altId: how.queued ? `hemid.${randomUUID()}` : null,
		number: person.number,
		direction: 'out',
		type: typeOf(message),
		text: textOf(message, how.rendered),
		status: how.failed ? statusOf(how.failed) : 'waiting',
		errors: failure ? [failure] : null,
		at: Date.now(),
		raw: how.raw,
		record: recordOf(world, message, how.campaign ?? null, how.rendered),
		campaign: how.campaign ?? null,
		hidden,
	});
	if (!hidden) {
		noteMessage(world, person, kept);
		world.emit('message', { id: kept.id, number: kept.number, direction: 'out' });
	}
	return kept;
}

const statusOf = (verdict: Local | { refusal: Refusal }) => ('cancelled' in verdict ? 'cancelled' : 'failed');

/** Asynchronous mode: what WhatsApp says comes only now, and only as a status. */
function workOffQueue(world: HeltarWorld, outcomes: Outcome[], options: SendOptions): void {
	const accepted: StoredMessage[] = [];
	outcomes.forEach((outcome, position) => {
		if (!outcome.ok || outcome.sent.isPrivate) return;
		const { message, sent } = outcome;
		const person = world.people.resolve(message.number);
		const verdict = judge(world, person, sent, position, options);
		if ('local' in verdict || 'refusal' in verdict) {
			const error =
				'local' in verdict
					? {
							code: 131000,
							title: verdict.local,
							message: verdict.local,
							error_data: { details: verdict.local },
						}
					: statusError(verdict.refusal);
			void moveTo(world, message, statusOf(verdict), [error]);
			return;
		}
		const text = textOf(sent, verdict.rendered);
		world.messages.update(message.id, {
			hidden: false,
			text,
			record: recordOf(world, sent, message.campaign, verdict.rendered),
		});
		const shown = { ...message, text, hidden: false };
		noteMessage(world, person, shown);
		world.emit('message', { id: message.id, number: message.number, direction: 'out' });
		accepted.push(shown);
	});
	carry(world, accepted);
}
