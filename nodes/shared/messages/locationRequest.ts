import { interactive } from '../../../whatsapp/interactive';
import type { MoreHeaderFiles } from './interactiveParts';
import { bodyField, headerFields, headerOf } from './interactiveParts';
import { defineInteractive } from './kind';

/** A button with which the person shares their location: `interactive` of type `location_request_message`. */
export const locationRequest = (files?: MoreHeaderFiles) =>
	defineInteractive({
		fields: { ...headerFields(files), body: bodyField() },
		interactive: ({ body, ...rest }) =>
			interactive('location_request_message', { header: headerOf(rest), body }, { name: 'send_location' }),
	});
