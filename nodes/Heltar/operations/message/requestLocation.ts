import { interactive } from '../../../../whatsapp/interactive';
import { bodyField } from '../../../shared/interactive/parts';
import { interactiveEntry, messageOptions, person } from '../../fields';
import { defineMessage } from '../../defineMessage';

/** Heltar API, "Send messages": `interactive` of type `location_request_message`. */
export const requestLocation = defineMessage({
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
	entry: ({ clientWaNumber, body, options }) =>
		interactiveEntry(
			clientWaNumber,
			options,
			interactive('location_request_message', { body }, { name: 'send_location' }),
		),
});
