import { interactive } from '../../../whatsapp/interactive';
import { bodyField } from './interactiveParts';
import { defineInteractive } from './kind';

/** A button with which the person shares their location: `interactive` of type `location_request_message`. */
export const locationRequest = defineInteractive({
	fields: { body: bodyField() },
	interactive: ({ body }) => interactive('location_request_message', { body }, { name: 'send_location' }),
});
