import { location } from '../../../shared/messages/location';
import { defineKindOfMessage } from '../../defineMessage';

/** Heltar API, "Send messages": `messageType` `location`. */
export const sendLocation = defineKindOfMessage(location, {
	value: 'sendLocation',
	name: 'Send Location',
	action: 'Send a location',
	description: 'Send a place on the map inside the 24-hour window',
});
