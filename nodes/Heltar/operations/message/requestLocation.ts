import { defineOperation } from '../../../../core/run/operation';
import { interactive } from '../../../../whatsapp/interactive';
import { bodyField } from '../../../shared/interactive/parts';
import { interactiveEntry, messageOptions, person } from '../../fields';
import { messageBatch } from '../../messageBatch';

/** Heltar API, "Send messages": `interactive` of type `location_request_message`. */
export const requestLocation = defineOperation({
	value: 'requestLocation',
	name: 'Request Location',
	action: 'Ask for a location',
	description:
		'Send a button with which the person shares their location, inside the 24-hour window; it arrives as a message',
	fields: {
		clientWaNumber: person(),
		body: bodyField(),
		options: messageOptions(),
	},
	batch: messageBatch,
	message: ({ clientWaNumber, body, options }) =>
		interactiveEntry(
			clientWaNumber,
			options,
			interactive('location_request_message', { body }, { name: 'send_location' }),
		),
});
