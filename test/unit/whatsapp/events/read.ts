import { isObject } from '../../../../whatsapp/events/json';
import type { WhatsAppEvent } from '../../../../whatsapp/events/event';
import { readEvents } from '../../../../whatsapp/events/read';
import { panelForms } from '../../../../nodes/shared/panelForms/panelForms';

export const RECEIVED_AT = '2026-01-02T00:00:00.000Z';

/** As the triggers of panels read it. */
export function read(body: unknown, provider = 'helloAll'): WhatsAppEvent[] {
	return readEvents(body, { provider, receivedAt: RECEIVED_AT, forms: panelForms });
}

/** The only event of a body that must hold exactly one. */
export function readOne(body: unknown): WhatsAppEvent {
	const events = read(body);
	expect(events).toHaveLength(1);
	return events[0];
}

export const OWN_NUMBER = '910000000001';
export const CUSTOMER = '910000000123';

/** A change's value in its envelope, with the own number and the customer's contact beside it. */
export function cloud(value: object, field = 'messages') {
	return {
		object: 'whatsapp_business_account',
		entry: [
			{
				id: '100000000000001',
				changes: [
					{
						field,
						value: {
							messaging_product: 'whatsapp',
							metadata: { display_phone_number: OWN_NUMBER, phone_number_id: '200000000000002' },
							contacts: [{ profile: { name: 'Asha Verma' }, wa_id: CUSTOMER }],
							...value,
						},
					},
				],
			},
		],
	};
}

/** One message of the standard customer, in its envelope. */
export function message(content: object) {
	return cloud({ messages: [{ from: CUSTOMER, id: 'wamid.X1', timestamp: '1717500000', ...content }] });
}

/** One status of a message to the standard customer, in its envelope. */
export function status(content: object) {
	return cloud({
		statuses: [
			{ id: 'wamid.X0', status: 'sent', timestamp: '1717500000', recipient_id: CUSTOMER, ...content },
		],
	});
}

/** Without what says nothing: nulls and empty lists, at any depth. */
export function withoutVoid(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutVoid);
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, member]) => member !== null && !(Array.isArray(member) && member.length === 0))
			.map(([key, member]) => [key, withoutVoid(member)]),
	);
}
