import { randomBytes } from 'node:crypto';
import type { Person } from '../../core/people.ts';
import type { StoredMessage } from '../../core/store.ts';
import { newMessageId } from '../../platform/ids.ts';
import type { CloudMessage } from '../../platform/cloud/messageSchema.ts';
import { judge, renderSent, type Verdict } from '../../platform/cloud/verdict.ts';
import { graphError, statusError, type Refusal } from '../../platform/errors.ts';
import type { RenderedTemplate } from '../../platform/templates.ts';
import { refuseWhenTooFast, publish, takeTurn } from '../send.ts';
import type { HelloAllWorld } from '../settings.ts';
import { metaBusiness } from './business.ts';
import { panelDeliveries } from './panelWebhooks.ts';
import { refusedByWhatsApp } from '../errors.ts';

/** How long the panel's queue takes to hand a message to WhatsApp, in milliseconds. */
const QUEUE_MS = 50;
/** When the report comes that is to come last: after `sent` and `delivered`, with the time a receiver takes for them. */
const LATE_REPORT_MS = 500;

export interface Send {
	message: CloudMessage;
	/** The body as it came. */
	raw: Record<string, unknown>;
	/** A fault's wish: WhatsApp refuses with this code. */
	refuseWith?: number;
}

/** Sends at once; throws what WhatsApp refuses the message with. */
export function sendNow(world: HelloAllWorld, send: Send): StoredMessage {
	const person = world.people.resolve(send.message.to);
	refuseWhenTooFast(world);
	const verdict = verdictOn(world, person, send);
	if ('refusal' in verdict) throw refusedByWhatsApp(verdict.refusal);
	takeTurn(world, send.message.to);
	return world.store.transaction(() => {
		const kept = keep(world, person, send, { rendered: verdict.rendered });
		publish(world, person, kept);
		return kept;
	});
}

/** Takes the message in; what WhatsApp says of it comes later, in a webhook. */
export function enqueue(world: HelloAllWorld, send: Send): StoredMessage {
	const person = world.people.resolve(send.message.to);
	refuseWhenTooFast(world);
	takeTurn(world, send.message.to);
	const kept = keep(world, person, send, { queued: true });
	world.timers.later(QUEUE_MS, () => workOff(world, kept, send));
	return kept;
}

function verdictOn(world: HelloAllWorld, person: Person, { message, refuseWith }: Send): Verdict {
	if (refuseWith !== undefined)
		return { refusal: { code: refuseWith, details: 'Refused by the sandbox, as it was told' } };
	return judge(world, metaBusiness.displayPhoneNumber, person, message);
}

function keep(
	world: HelloAllWorld,
	person: Person,
	{ message, raw }: Send,
	{ rendered, queued = false }: { rendered?: RenderedTemplate; queued?: boolean },
): StoredMessage {
	return world.messages.add({
		id: newMessageId('out', person.number),
		altId: queued ? randomBytes(16).toString('hex') : null,
		number: person.number,
		direction: 'out',
		type: message.type,
		text: renderSent(message, rendered),
		status: 'waiting',
		at: Date.now(),
		raw,
		record: recordOf(rendered),
		hidden: queued,
	});
}

const recordOf = (rendered?: RenderedTemplate) => ({ style: 'meta', ...(rendered && { rendered }) });

const UNANSWERED: Refusal = { code: 131000, details: 'Something went wrong' };

async function workOff(world: HelloAllWorld, kept: StoredMessage, send: Send): Promise<void> {
	const person = world.people.resolve(send.message.to);
	const { queueReport } = world.settings;
	const verdict: Verdict =
		queueReport === 'failed' ? { refusal: UNANSWERED } : verdictOn(world, person, send);
	if ('refusal' in verdict) {
		const errors = [statusError(verdict.refusal)];
		world.messages.setStatus(kept.id, 'failed', errors);
		world.emit('status', { id: kept.id, number: kept.number, status: 'failed', errors });
		if (queueReport !== 'none') await report(world, kept, verdict.refusal);
		return;
	}
	const { rendered } = verdict;
	const change = { hidden: false, text: renderSent(send.message, rendered), record: recordOf(rendered) };
	world.messages.update(kept.id, change);
	// A receiver that learns a status first cannot tell whose it is: that is what `last` is for.
	if (queueReport === 'first') await report(world, kept);
	publish(world, person, { ...kept, ...change });
	if (queueReport === 'last') world.timers.later(LATE_REPORT_MS, async () => await report(world, kept));
}

/** Tells which of WhatsApp's ids a queue number became, or why it became none. */
async function report(
	world: HelloAllWorld,
	{ id, altId, number }: StoredMessage,
	refusal?: Refusal,
): Promise<void> {
	const body = {
		messaging_channel: 'whatsapp',
		message: { queue_id: altId, message_status: refusal ? 'failed' : 'sent' },
		response: refusal
			? graphError(refusal)
			: { messaging_product: 'whatsapp', contacts: [{ input: number, wa_id: number }], messages: [{ id }] },
	};
	await world.deliver(panelDeliveries(world, 'status', { event: 'queue report', id }, body));
}
