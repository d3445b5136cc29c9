import type { IDataObject } from 'n8n-workflow';

import type { Field, FieldRecord } from '../../core/fields/field';
import { number, text, toggle } from '../../core/fields/basic';
import { collection } from '../../core/fields/containers';
import { checkOnlyOption } from '../../core/run/checkOnly';
import { pacingOptions } from '../../core/run/pacing';
import { simplifyOption } from '../../core/run/simplify';
import type { Interactive } from '../../whatsapp/interactive';
import { contactId, personId, recipientId } from '../../whatsapp/recipient';
import { textOptions } from '../shared/messageText';
import { recipientOptions } from '../shared/recipientOptions';
import { recipientField } from '../shared/recipient';
import { customFieldOption, integrations } from './customData';
import { DEFAULT_BATCH_SIZE, DEFAULT_CALLS, DEFAULT_TIMEOUT_SECONDS, MOST_PER_CALL } from './messageCall';

/** Whom a message goes to; one it cannot go to would get the whole call refused. */
export const recipient = (): Field<string> =>
	recipientField(recipientId, {
		displayName: 'Recipient',
		placeholder: 'e.g. 447700900123',
		description:
			'Phone number with country code. Plus signs and spaces are removed. You can also enter a WhatsApp user ID or a group ID.',
	});

/** Which contact a request is about; the address book knows other channels, too. */
export const contactNumber = (): Field<string> =>
	recipientField(contactId, {
		displayName: 'Contact',
		placeholder: 'e.g. 447700900123',
		description:
			'Phone number with country code. Plus signs and spaces are removed. You can also enter a WhatsApp user ID or a group ID.',
	});

/**
 * Whom a message goes to that groups do not take; one such message would get the whole call refused.
 * @param check knows which forms of a recipient this message takes
 */
export const person = (check = personId): Field<string> =>
	recipientField(check, {
		displayName: 'Recipient',
		placeholder: 'e.g. 447700900123',
		description:
			'Phone number with country code. Plus signs and spaces are removed. You can also enter a WhatsApp user ID, but not a group ID.',
	});

/** Options of every message, and of the call that carries it. */
export const everyMessage = {
	batchSize: number({
		displayName: 'Batch Size',
		default: DEFAULT_BATCH_SIZE,
		min: 1,
		max: MOST_PER_CALL,
		description: 'Max number of messages to send in one request',
	}),
	campaignId: text({
		displayName: 'Campaign ID',
		placeholder: 'e.g. 6f1c2f0e-8f57-4a55-9d0e-3a1f6f0f2b11',
		trim: true,
		description: 'ID of an existing campaign; its statistics then include the message',
	}),
	...checkOnlyOption(),
	checkBeforeGivingUp: toggle({
		displayName: 'Check History on Timeout',
		description:
			'Whether to look for the message in the contact’s history when its request got no response. It counts as sent only if the match is beyond doubt. Needs one extra request per contact.',
	}),
	...pacingOptions({ concurrentCalls: DEFAULT_CALLS, timeoutSeconds: DEFAULT_TIMEOUT_SECONDS }),
	priority: toggle({
		displayName: 'Bypass Queue',
		description:
			'Whether to send the message at once if the account is in asynchronous mode, so that the output has the final message ID',
	}),
	...recipientOptions(),
	...simplifyOption(),
	skipOptedOut: toggle({
		displayName: 'Skip Opted-Out',
		description:
			'Whether to skip contacts who have opted out in Heltar. Needs one extra request per contact.',
	}),
	refId: text({
		displayName: 'Reference',
		placeholder: 'e.g. order-1042',
		description: 'Your own reference; it comes back in the output of this node only',
	}),
};

/**
 * Options of the free-form types; templates cannot be replies.
 * @param fields the fields of the message: texts among them bring options of their own
 */
export const messageOptions = (fields: FieldRecord = {}) =>
	collection({
		fields: {
			...everyMessage,
			...textOptions(fields),
			contextId: text({
				displayName: 'Reply To',
				placeholder: 'e.g. wamid.HBgMNDQ3NzAwOTAwMTIz',
				trim: true,
				description: 'ID of the message to quote, such as the ID a trigger gave',
			}),
			customField: customFieldOption(),
			isPrivate: toggle({
				displayName: 'Private Note',
				description: 'Whether to store the message as a note in the Heltar inbox and send nothing',
			}),
		},
	});

/** The properties every message has. Empty options are left out. */
export function commonMessageFields(
	clientWaNumber: string,
	options: { contextId?: string; refId?: string; isPrivate?: boolean; customField?: unknown },
): IDataObject {
	const { contextId, refId, isPrivate, customField } = options;
	return {
		clientWaNumber,
		...(contextId ? { contextId } : {}),
		...(refId ? { refId } : {}),
		...(isPrivate ? { isPrivate } : {}),
		...integrations(customField),
	};
}

/** The entry of an interactive message. */
export const interactiveEntry = (
	clientWaNumber: string,
	options: Parameters<typeof commonMessageFields>[1],
	interactive: Interactive,
): IDataObject => ({
	...commonMessageFields(clientWaNumber, options),
	messageType: 'interactive',
	interactive: interactive as IDataObject,
});
