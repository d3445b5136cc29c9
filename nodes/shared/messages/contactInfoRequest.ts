import { interactive } from '../../../whatsapp/interactive';
import { bodyField } from './interactiveParts';
import { defineInteractive } from './kind';

/** A button with which the person shares their phone number: `interactive` of type `request_contact_info`. */
export const contactInfoRequest = defineInteractive({
	fields: { body: bodyField() },
	interactive: ({ body }) => interactive('request_contact_info', { body }, { name: 'request_contact_info' }),
});
