import { z } from 'zod';
import type { StoredMessage } from '../core/store.ts';
import { pathValue, readBody, readGetJson, readJson, type Call, type Handler } from './body.ts';
import { meta } from './codes.ts';
import { missing, wrong } from './errors.ts';
import { readMessage } from './messageSchema.ts';
import { markRead, send } from './send.ts';
import type { HelloAllSettings, HelloAllWorld, QueueForm } from './settings.ts';

export const sendMessage: Handler = async (c, world) => sendAndAnswer(c, world, await readJson(c));

/** Hello All collection, Session Document Message: headed GET, with the message in its body. */
export const sendDocumentByGet: Handler = async (c, world) => {
	const value = await readGetJson(c);
	if (value === undefined) throw missing('The request has no body');
	if ((value as { type?: unknown } | null)?.type !== 'document') throw wrong('type must be document');
	return sendAndAnswer(c, world, value);
};

function sendAndAnswer(c: Call, world: HelloAllWorld, value: unknown): Response {
	const partial = c.get('partial');
	const refuseWith = partial?.positions.includes(0) ? partial.code : undefined;
	const message = send(world, readMessage(value), refuseWith);
	const { status, body } = sendAnswer(world.settings, message);
	return c.json(body, status);
}

const QUEUE_ANSWERS: Record<QueueForm, (message: StoredMessage) => object> = {
	nested: ({ altId }) => ({ message: { queue_id: altId, message_status: 'queued' } }),
	flat: ({ altId }) => ({ queue_id: altId, status: 'queued' }),
	flatMessage: ({ id }) => ({ message_id: id, status: 'queued' }),
	data: ({ altId }) => ({ success: true, data: { queue_id: altId, status: 'queued' } }),
	dataMessage: ({ id }) => ({ success: true, data: { message_id: id, status: 'queued' } }),
};

function sendAnswer(
	settings: HelloAllSettings,
	message: StoredMessage,
): { status: 200 | 201 | 202; body: object } {
	const { id, number } = message;
	const contacts = [{ input: number, wa_id: number }];
	switch (settings.answer) {
		case 'onPremises':
			return {
				status: 201,
				body: { ...(settings.answerContacts && { contacts }), messages: [{ id }], meta },
			};
		case 'cloud':
			return {
				status: 200,
				body: { messaging_product: 'whatsapp', contacts, messages: [{ id, message_status: 'accepted' }] },
			};
		case 'queue':
			return { status: 202, body: QUEUE_ANSWERS[settings.queueForm](message) };
	}
}

const reading = z.strictObject({ status: z.literal('read') });

export const markMessageRead: Handler = async (c, world) => {
	await readBody(c, reading);
	markRead(world, pathValue(c, 'id'));
	return c.json({ meta });
};
