import { BadInput } from '../../../../core/http/errors';
import { optional } from '../../../../core/fields/field';
import { choice } from '../../../../core/fields/basic';
import { withoutUndefined } from '../../../../core/fields/omit';
import { defineOperation } from '../../../../core/run/operation';
import { phoneNumber } from '../../../../whatsapp/phoneNumber';
import { personId } from '../../../../whatsapp/recipient';
import { voiceBot } from '../../botLocators';
import { contact } from '../../locators';
import { endpoints } from '../../endpoints';

/** Heltar API, "Initiate a call": by a voice bot, as a person would need a browser. A SIP call has no `callId`. */
export const initiate = defineOperation({
	value: 'initiate',
	name: 'Start',
	action: 'Start a voice bot call',
	description:
		'Have a voice bot call a contact. WhatsApp requires the contact’s permission and allows one call at a time.',
	effect: 'create',
	fields: {
		clientWaNumber: contact({ description: 'The contact to call' }, personId),
		callType: choice({
			displayName: 'Call Via',
			description: 'How the contact is reached',
			options: [
				{ name: 'WhatsApp', value: 'whatsapp' },
				{ name: 'Telephone (SIP)', value: 'sip', description: 'Needs a SIP trunk in Heltar' },
			],
		}),
		chatbotId: optional(
			voiceBot({
				displayName: 'Voice Bot',
				description: 'The bot that speaks. If empty, the active voice bot of the account speaks.',
			}),
		),
	},
	request: ({ clientWaNumber, callType, chatbotId }) => {
		if (callType === 'sip' && 'problem' in phoneNumber(clientWaNumber)) {
			throw new BadInput(`"${clientWaNumber}" is not a phone number, which a SIP call needs`, [
				{ name: 'clientWaNumber', label: 'Contact' },
			]);
		}
		return {
			endpoint: endpoints.initiateCall,
			body: withoutUndefined({ callType, mode: 'agent', clientWaNumber, chatbotId }),
		};
	},
	sentId: (output) => {
		const { callId, roomName } = output as { callId?: string; roomName?: string };
		return callId ?? roomName;
	},
});
