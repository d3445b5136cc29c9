/** Members of `statuses[]` and `calls[]`. WhatsApp Cloud API: webhooks, status messages; payments; calls. */

import { compose, type Setting } from './compose';
import { readErrors } from './errors';
import type { DeliveryStatus, EventBlocks, EventError, WhatsAppEvent } from './event';
import { flagIn, given, isObject, type JsonObject, objectIn, textIn } from './json';
import { cleanNumber } from './number';
import { identify } from './parties';
import { readTime } from './time';

/** @param fallback the status word to take when the item itself has none */
export function readStatus(
	item: JsonObject,
	setting: Setting,
	fallback: string | null = null,
): WhatsAppEvent[] {
	const type = textIn(item, 'type');
	// A failed payment must never look like a failed message.
	if (type === 'payment' || isObject(given(item, 'payment'))) return [readPayment(item, setting)];
	if (type === 'call') return [readCallStatus(item, setting)];
	return [readDelivery(item, setting, fallback)];
}

function readDelivery(item: JsonObject, setting: Setting, fallback: string | null): WhatsAppEvent {
	const status: DeliveryStatus = {
		value: textIn(item, 'status') ?? fallback,
		recipient: receiver(item),
		participant: cleanNumber(textIn(item, 'recipient_participant_id', 'recipient_participant_user_id')),
		errors: errorsOf(item, setting),
		...pricing(objectIn(item, 'pricing')),
		...conversation(objectIn(item, 'conversation')),
		...callbackData(item),
	};
	const { recipient, participant } = status;
	const isGroup = textIn(item, 'recipient_type') === 'group';
	const { userId } = identify(
		participant ?? recipient,
		textIn(item, 'recipient_user_id', 'recipient_participant_user_id'),
		setting.contacts,
	);
	return compose(setting, {
		event: 'status',
		type: 'message',
		text: statusText(status),
		raw: item,
		id: textIn(item, 'id'),
		direction: 'outbound',
		from: setting.ownNumber,
		to: recipient,
		userId,
		groupId: isGroup ? recipient : textIn(item, 'group_id'),
		time: given(item, 'timestamp'),
		blocks: { status },
	});
}

export function statusText({ value, errors }: Pick<DeliveryStatus, 'value' | 'errors'>): string {
	return [value, errors[0]?.title].filter(Boolean).join(': ');
}

function receiver(item: JsonObject): string | null {
	return cleanNumber(
		textIn(item, 'recipient_id') ??
			textIn(objectIn(item, 'message'), 'recipient_id') ??
			textIn(item, 'recipient_user_id'),
	);
}

function pricing(price: JsonObject | undefined): Pick<DeliveryStatus, 'pricing'> {
	if (!price) return {};
	return {
		pricing: {
			billable: flagIn(price, 'billable'),
			model: textIn(price, 'pricing_model'),
			category: textIn(price, 'category'),
			type: textIn(price, 'type'),
		},
	};
}

function conversation(talk: JsonObject | undefined): Pick<DeliveryStatus, 'conversation'> {
	if (!talk) return {};
	return {
		conversation: {
			id: textIn(talk, 'id'),
			origin: textIn(objectIn(talk, 'origin'), 'type'),
			expiresAt: readTime(given(talk, 'expiration_timestamp')),
		},
	};
}

function callbackData(item: JsonObject): Pick<DeliveryStatus, 'callbackData'> {
	const data = given(item, 'biz_opaque_callback_data');
	return data === undefined ? {} : { callbackData: data };
}

/** Payments are the customer's doing, although they come among the statuses. */
function readPayment(item: JsonObject, setting: Setting): WhatsAppEvent {
	const payment = objectIn(item, 'payment');
	const status = textIn(item, 'status');
	const customer = identify(
		textIn(item, 'from') ?? receiver(item),
		textIn(item, 'from_user_id', 'from_bsuid', 'recipient_user_id'),
		setting.contacts,
	);
	return compose(setting, {
		event: 'unknown',
		type: 'payment',
		text: labelled('payment', status),
		raw: item,
		id: textIn(item, 'id'),
		from: customer.address,
		to: setting.ownNumber,
		userId: customer.userId,
		profileName: customer.profileName,
		time: given(item, 'timestamp'),
		blocks: {
			username: customer.username,
			payment: {
				status,
				referenceId: textIn(payment, 'reference_id'),
				amount: given(payment, 'amount') ?? null,
				currency: textIn(payment, 'currency'),
				transaction: given(payment, 'transaction') ?? null,
			},
			...errorsBlock(errorsOf(item, setting)),
		},
	});
}

/** How a call the business made is going: ringing, accepted, rejected. */
function readCallStatus(item: JsonObject, setting: Setting): WhatsAppEvent {
	const status = textIn(item, 'status');
	const recipient = receiver(item);
	return compose(setting, {
		event: 'unknown',
		type: 'call',
		text: labelled('call', status),
		raw: item,
		id: textIn(item, 'id'),
		direction: 'outbound',
		from: setting.ownNumber,
		to: recipient,
		userId: identify(recipient, textIn(item, 'recipient_user_id'), setting.contacts).userId,
		time: given(item, 'timestamp'),
		blocks: { call: { status }, ...errorsBlock(errorsOf(item, setting)) },
	});
}

/** One member of `calls[]`: a call begins or ends. */
export function readCall(item: JsonObject, setting: Setting): WhatsAppEvent[] {
	const status = textIn(item, 'event', 'status');
	const way = textIn(item, 'direction');
	const isOutbound = way === 'BUSINESS_INITIATED';
	const customer = isOutbound
		? identify(textIn(item, 'to'), textIn(item, 'to_user_id'), setting.contacts)
		: identify(textIn(item, 'from'), textIn(item, 'from_user_id', 'from_bsuid'), setting.contacts);
	const own = cleanNumber(textIn(item, isOutbound ? 'from' : 'to')) ?? setting.ownNumber;
	return [
		compose(setting, {
			event: 'unknown',
			type: 'call',
			text: labelled('call', status),
			raw: item,
			id: textIn(item, 'id'),
			direction: isOutbound ? 'outbound' : way === 'USER_INITIATED' ? 'inbound' : null,
			from: isOutbound ? own : customer.address,
			to: isOutbound ? customer.address : own,
			userId: customer.userId,
			profileName: customer.profileName,
			time: given(item, 'timestamp'),
			blocks: { username: customer.username, call: { status }, ...errorsBlock(errorsOf(item, setting)) },
		}),
	];
}

function labelled(label: string, word: string | null): string {
	return word === null ? label : `${label}: ${word}`;
}

function errorsOf(item: JsonObject, setting: Setting): EventError[] {
	const own = readErrors(given(item, 'errors'));
	return own.length > 0 ? own : setting.errors;
}

function errorsBlock(errors: EventError[]): EventBlocks {
	return errors.length > 0 ? { errors } : {};
}
