import { locationRequest } from '../../../shared/messages/locationRequest';
import { defineKindOfMessage } from '../../defineMessage';
import { HEADER_FILES } from '../../headerFiles';

/** Heltar API, "Send messages": `interactive` of type `location_request_message`. */
export const requestLocation = defineKindOfMessage(locationRequest(HEADER_FILES), {
	value: 'requestLocation',
	name: 'Request Location',
	action: 'Request a location',
	description:
		'Send a button with which the person shares their location, inside the 24-hour window; the location then arrives as a message',
});
