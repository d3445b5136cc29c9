import type { Person } from '../core/people.ts';
import type { StoredMessage, WhatsAppErrorObject } from '../core/store.ts';
import { contactEntry } from '../platform/envelope.ts';
import { onPremisesError } from './codes.ts';

type Fields = Record<string, unknown>;

/** A customer's message as the on-premises API delivers it: no envelope, and some older words. */
export function onPremisesInbound(message: StoredMessage, person: Person): object {
	return { contacts: [contactEntry(person)], messages: [toOlderWords(message.raw)] };
}

function toOlderWords(cloud: Fields): Fields {
	const message = { ...cloud };
	// Panels deliver customers who hide their number under a name of their own.
	if (message.from_user_id !== undefined) move(message, 'from_user_id', 'from_bsuid');
	const { audio, system } = message as { audio?: Fields; system?: Fields };
	if (message.type === 'audio' && audio?.voice === true) {
		message.type = 'voice';
		message.audio = without(audio, 'voice');
		move(message, 'audio', 'voice');
	}
	if (message.type === 'system' && system?.wa_id !== undefined) {
		message.system = { ...system };
		move(message.system as Fields, 'wa_id', 'new_wa_id');
	}
	if (message.type !== 'unsupported') return message;
	const errors = [onPremisesError({ code: 501, details: 'Message type is not currently supported' })];
	return { ...without(message, 'unsupported'), type: 'unknown', errors };
}

function without(fields: Fields, name: string): Fields {
	const rest = { ...fields };
	delete rest[name];
	return rest;
}

function move(fields: Fields, from: string, to: string): void {
	fields[to] = fields[from];
	delete fields[from];
}

/** A status as the on-premises API delivers it, from the Cloud API's. */
export function onPremisesStatus(value: object): object {
	const { statuses } = value as { statuses: Fields[] };
	return {
		statuses: statuses.map(({ conversation, pricing, errors, ...status }) => ({
			...without(status, 'recipient_user_id'),
			type: 'message',
			...(conversation !== undefined && { conversation: { id: (conversation as Fields).id } }),
			...(pricing !== undefined && {
				pricing: { billable: (pricing as Fields).billable, pricing_model: 'CBP' },
			}),
			...(errors !== undefined && { errors: (errors as WhatsAppErrorObject[]).map(toOlderError) }),
		})),
	};
}

const toOlderError = ({ code, title, error_data: data }: WhatsAppErrorObject) =>
	onPremisesError({ code, details: data?.details ?? title });
