import type { Person } from '../core/people.ts';
import type { StoredMessage, WhatsAppErrorObject } from '../core/store.ts';
import type { Template } from './templates.ts';

/** The business account the webhooks speak of. */
export interface BusinessNumber {
	wabaId: string;
	phoneNumberId: string;
	displayPhoneNumber: string;
}

/** WhatsApp Cloud API, webhooks: the envelope around one change of the field `messages`. */
export function cloudEnvelope(business: BusinessNumber, value: object, field = 'messages') {
	const metadata = {
		display_phone_number: business.displayPhoneNumber,
		phone_number_id: business.phoneNumberId,
	};
	return {
		object: 'whatsapp_business_account',
		entry: [
			{
				id: business.wabaId,
				changes: [{ value: { messaging_product: 'whatsapp', metadata, ...value }, field }],
			},
		],
	};
}

/** Cloud API, webhooks, `message_template_status_update`: what WhatsApp thinks of a template now. */
export function templateStatusEnvelope({ wabaId }: BusinessNumber, template: Template) {
	const value = {
		event: template.status,
		message_template_id: Number(template.id),
		message_template_name: template.name,
		message_template_language: template.language,
		message_template_category: template.category,
		reason: template.status === 'REJECTED' ? (template.rejected_reason ?? 'INVALID_FORMAT') : 'NONE',
	};
	const changes = [{ value, field: 'message_template_status_update' }];
	const time = Math.floor(template.updatedAt / 1000);
	return { object: 'whatsapp_business_account', entry: [{ id: wabaId, time, changes }] };
}

/** The `contacts` entry for a customer: no number when they hide it. */
export function contactEntry(person: Person) {
	return {
		profile: { name: person.name, ...(person.hidesNumber && { username: person.username }) },
		...(!person.hidesNumber && { wa_id: person.number }),
		user_id: person.userId,
	};
}

export function inboundValue(message: StoredMessage, person: Person): object {
	return { contacts: [contactEntry(person)], messages: [message.raw] };
}

/** One status entry; statuses of people who hide their number carry only the user id. */
export function statusValue(message: StoredMessage, person: Person, at: number): object {
	const errors: WhatsAppErrorObject[] | null = message.errors;
	const category = message.type === 'template' ? 'utility' : 'service';
	const group = /[A-Za-z=/+]/.test(message.number) && !message.number.includes('.');
	return {
		statuses: [
			{
				id: message.id,
				status: message.status,
				timestamp: String(Math.floor(at / 1000)),
				...(!person.hidesNumber && { recipient_id: message.number }),
				...(group ? { recipient_type: 'group' } : { recipient_user_id: person.userId }),
				...(message.status === 'failed'
					? { errors: errors ?? [] }
					: {
							conversation: { id: conversationId(message), origin: { type: category } },
							pricing: {
								billable: category !== 'service',
								pricing_model: 'PMP',
								category,
								type: category === 'service' ? 'free_customer_service' : 'regular',
							},
						}),
			},
		],
	};
}

/** One id a customer and day. */
function conversationId(message: StoredMessage): string {
	const day = Math.floor(message.at / 86_400_000);
	return Buffer.from(`${day}:${message.number}`).toString('hex').slice(0, 32);
}
