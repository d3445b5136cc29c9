import { compose, within } from '../../whatsapp/events/compose';
import { readErrors } from '../../whatsapp/events/errors';
import type { DeliveryStatus } from '../../whatsapp/events/event';
import { given, isFilledObject, listIn, objectIn, textIn } from '../../whatsapp/events/json';
import { cleanNumber } from '../../whatsapp/events/number';
import type { ServiceForm } from '../../whatsapp/events/service';
import { statusText } from '../../whatsapp/events/status';

/** Words of the panel for a message that WhatsApp did not take. */
const FAILED = ['failed', 'rejected', 'error', 'undelivered'];

/**
 * The result of a message that waited in the panel's queue (known from four public programs):
 * `{message: {queue_id, message_status}, response: {contacts, messages: [{id}]}}`, or `response.error` where WhatsApp refused
 * it. It is the only place that says which queue number became which message. Its word `sent` means that WhatsApp took
 * the message in; WhatsApp's own `sent` comes by itself.
 */
export const queueReport: ServiceForm = (body, setting) => {
	const message = objectIn(body, 'message');
	const response = objectIn(body, 'response');
	const queueId = textIn(message, 'queue_id');
	if (!message || !response || queueId === null) return undefined;
	const errors = readErrors(given(response, 'error', 'errors'));
	const word = textIn(message, 'message_status');
	const hasFailed = errors.length > 0 || FAILED.includes(word ?? '');
	const [taken] = listIn(response, 'messages') ?? [];
	const [contact] = listIn(response, 'contacts') ?? [];
	const recipient = isFilledObject(contact) ? cleanNumber(textIn(contact, 'wa_id', 'input')) : null;
	const status: DeliveryStatus = {
		value: hasFailed ? 'failed' : 'accepted',
		recipient,
		participant: null,
		errors,
	};
	const event = compose(within(setting, 'event', body), {
		event: 'status',
		type: 'message',
		text: statusText(status),
		raw: body,
		id: isFilledObject(taken) ? textIn(taken, 'id') : null,
		direction: 'outbound',
		from: setting.ownNumber,
		to: recipient,
		time: given(body, 'timestamp'),
		blocks: { status, queueId },
	});
	// A key of its own: it must not be taken for a status of WhatsApp's.
	return [{ ...event, dedupeKey: `queue:${queueId}:${status.value}` }];
};
