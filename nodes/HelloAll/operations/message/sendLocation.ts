import { location } from '../../../shared/messages/location';
import { undocumented } from '../../fields';
import { defineKindOfMessage } from '../../defineMessage';

/** WhatsApp's own form; the Hello All collection has no location message. */
export const sendLocation = defineKindOfMessage(location, {
	value: 'sendLocation',
	name: 'Send Location',
	action: 'Send a location',
	description: undocumented('Send a place on the map inside the 24-hour window'),
});
