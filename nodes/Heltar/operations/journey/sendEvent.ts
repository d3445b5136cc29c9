import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../../core/http/errors';
import { optional, refined } from '../../../../core/fields/field';
import { text } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { jsonObject } from '../../../../core/fields/json';
import { withoutUndefined } from '../../../../core/fields/omit';
import { hint } from '../../../../core/run/hint';
import { defineOperation } from '../../../../core/run/operation';
import { isObject } from '../../../../whatsapp/events/json';
import { phoneNumber } from '../../../../whatsapp/phoneNumber';
import { recipientField } from '../../../shared/recipient';
import { email } from '../../email';
import { endpoints } from '../../endpoints';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Heltar API, "Journey events": the journeys run in the background, and whoever is not known yet becomes a person. */
export const sendEvent = defineOperation({
	value: 'sendEvent',
	name: 'Send Event',
	action: 'Send an event to journeys',
	description:
		'Tell the journeys of the account what a person did, such as placing an order. A person who is not a contact yet becomes one.',
	effect: 'send',
	fields: {
		eventName: text({
			displayName: 'Event',
			placeholder: 'e.g. added_to_cart',
			description: 'Name of the event, spelled as in the journeys that listen for it',
			trim: true,
		}),
		phone: optional(
			recipientField(phoneNumber, {
				displayName: 'Phone Number',
				placeholder: 'e.g. 447700900123',
				description: 'WhatsApp number of the person with country code. Needed unless there is an email.',
			}),
		),
		email: optional(email({ description: 'Email of the person. Needed unless there is a phone number.' })),
		properties: optional(
			jsonObject({
				displayName: 'Properties (JSON)',
				placeholder: 'e.g. {"orderId": "1042"}',
				description:
					'What the journeys are told about the event: an object such as <code>{"orderId": "1042"}</code>',
			}),
		),
		options: collection({
			fields: {
				journeyId: refined(
					text({
						displayName: 'Journey ID',
						placeholder: 'e.g. 8c1f2b6e-4d2a-4b0e-9d5f-3a7c1e2f4b6d',
						description:
							'Only this journey gets the event. Without this option, all journeys that listen for it get it. To find an ID, send an event without this option: the output names the journeys that got it.',
						trim: true,
					}),
					(given) => {
						if (UUID.test(given)) return given;
						throw new BadInput(`"${given}" is not the ID of a journey`);
					},
				),
			},
		}),
	},
	check: async ({ phone, email: address }) => {
		if (phone === undefined && address === undefined) {
			throw new BadInput('nothing is filled in, neither here nor in the email', [
				{ name: 'phone', label: 'Phone Number' },
			]);
		}
	},
	run: async ({ eventName, phone, email: address, properties, options }, { call, context }) => {
		const data = await call({
			endpoint: endpoints.sendJourneyEvent,
			body: withoutUndefined({
				event: withoutUndefined({ name: eventName, properties }),
				phone,
				email: address,
				...options,
			}) as IDataObject,
		});
		if (isObject(data) && Array.isArray(data.journeys) && data.journeys.length === 0) {
			hint(context, `No journey listens for the event "${eventName}", so nothing was triggered.`);
		}
		return data;
	},
});
