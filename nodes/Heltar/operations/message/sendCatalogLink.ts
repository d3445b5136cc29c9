import { BadInput } from '../../../../core/http/errors';
import { optional, refined } from '../../../../core/fields/field';
import { text } from '../../../../core/fields/basic';
import { limits } from '../../../../whatsapp/limits';
import { phoneNumber } from '../../../../whatsapp/phoneNumber';
import { messageText } from '../../../shared/messageText';
import { assertValid } from '../../../shared/recipient';
import { commonMessageFields, messageOptions, recipient } from '../../fields';
import { defineMessage } from '../../defineMessage';

const message = optional(
	messageText({
		displayName: 'Text',
		placeholder: 'e.g. Shop here:',
		description: 'Text to send before the link',
		maxLength: limits.text,
	}),
);

/**
 * Heltar API, "Send messages: catalogue link": a text with the `wa.me/c/` address of the business number.
 * `preview_url`, which older texts mention, is refused as an unknown key.
 */
export const sendCatalogLink = defineMessage({
	value: 'sendCatalogLink',
	name: 'Send Catalog Link',
	action: 'Send a link to the catalog',
	description: 'Send a link to the catalog of a business number, inside the 24-hour window',
	fields: {
		clientWaNumber: recipient(),
		businessNumber: refined(
			text({
				displayName: 'Business Number',
				placeholder: 'e.g. 447700900999',
				description: 'WhatsApp number whose catalog the link opens, with country code',
			}),
			(given) => assertValid(phoneNumber(given)),
		),
		message,
		options: messageOptions({ message }),
	},
	entry: ({ clientWaNumber, businessNumber, message, options }) => ({
		...commonMessageFields(clientWaNumber, options),
		messageType: 'text',
		message: withLink(message, `https://wa.me/c/${businessNumber}`),
	}),
});

function withLink(before: string | undefined, link: string): string {
	const whole = before ? `${before.trimEnd()} ${link}` : link;
	const { length } = [...whole];
	if (length <= limits.text) return whole;
	throw new BadInput(`${length} characters with the link, the maximum is ${limits.text}`, [
		{ name: 'message', label: 'Text' },
	]);
}
