import { z } from 'zod';
import type { StoredMessage } from '../../core/store.ts';
import { messageReader, validateCloud, type ReadsMessages } from '../../platform/cloud/messageSchema.ts';
import { graphError, RefusedByWhatsApp } from '../../platform/errors.ts';
import { pathValue, readJson, type Call, type Handler } from '../body.ts';
import type { HelloAllSettings, HelloAllWorld } from '../settings.ts';
import { requireOwn } from './account.ts';
import { LOGIN_PAGE } from './loginPage.ts';
import { enqueue, sendNow, type Send } from './queue.ts';

const READERS: Record<HelloAllSettings['metaExtraFields'], ReadsMessages> = {
	refused: messageReader({ product: 'optional', extraFields: 'refused' }),
	ignored: messageReader({ product: 'optional', extraFields: 'ignored' }),
};

/** `POST /{phone number ID}/messages`: a message, or that one from a customer was read. */
export const postMessage: Handler = async (c, world) => {
	requireOwn(pathValue(c, 'phoneNumberId'), 'phoneNumberId');
	const value = await readJson(c);
	if (value !== null && typeof value === 'object' && 'status' in value) return markRead(c, world, value);
	const message = READERS[world.settings.metaExtraFields](value);
	const partial = c.get('partial');
	const refuseWith = partial?.positions.includes(0) ? partial.code : undefined;
	return ANSWERS[world.settings.metaAnswer](c, world, {
		message,
		raw: value as Record<string, unknown>,
		refuseWith,
	});
};

const refusal = { code: 131000, details: 'Refused by the sandbox, as it was told' };

const accepted = ({ id, number }: StoredMessage) => ({
	messaging_product: 'whatsapp',
	contacts: [{ input: number, wa_id: number }],
	messages: [{ id, message_status: 'accepted' }],
});

const queued = ({ altId }: StoredMessage) => ({
	messaging_channel: 'whatsapp',
	message: { queue_id: altId, message_status: 'queued' },
});

/**
 * What panels of this family answer, all of it with status 200. The first two send, and so do `noId` and `html`,
 * though their answers do not say so; the others do not.
 */
const ANSWERS: Record<
	HelloAllSettings['metaAnswer'],
	(c: Call, world: HelloAllWorld, send: Send) => Response
> = {
	queue: (c, world, send) => c.json(queued(enqueue(world, send))),
	cloud: (c, world, send) => c.json(accepted(sendNow(world, send))),
	noId: (c, world, send) => {
		enqueue(world, send);
		return c.json({ messaging_channel: 'whatsapp', success: true });
	},
	html: (c, world, send) => {
		enqueue(world, send);
		return c.html(LOGIN_PAGE);
	},
	error200: (c) => c.json(graphError(refusal)),
	successFalse: (c) => c.json({ success: false, message: refusal.details }),
	status400: (c) => c.json({ status: 400, message: refusal.details }),
	messageFailed: (c) =>
		c.json({ messaging_channel: 'whatsapp', message: { queue_id: null, message_status: 'failed' } }),
	errorText: (c) => c.text('Error, the same message was sent to this number a moment ago'),
};

const reading = z.strictObject({
	messaging_product: z.literal('whatsapp').optional(),
	status: z.literal('read'),
	message_id: z.string().min(1),
	typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
});

/** Marks a customer's message, and with it all before it, as read; the customer may see the business type. */
function markRead(c: Call, world: HelloAllWorld, value: object): Response {
	const { message_id: id, typing_indicator: typing } = validateCloud(value, reading);
	const message = world.messages.find(id);
	if (message?.id !== id)
		throw new RefusedByWhatsApp(100, `message_id: there is no message with the id ${id}`);
	if (message.direction === 'out')
		throw new RefusedByWhatsApp(131009, 'message_id: only messages of customers can be marked as read');
	world.messages.setStatus(id, 'read');
	world.emit('status', { id, number: message.number, status: 'read' });
	if (typing) world.emit('typing', { number: message.number, kind: typing.type });
	return c.json({ success: true });
}
