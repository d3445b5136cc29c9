import { choice, link, text } from '../../core/fields/basic';
import { literal, optional, when } from '../../core/fields/field';
import { limits } from '../../whatsapp/limits';

const { template } = limits;

/** One button of a new template. */
export const draftButton = {
	type: choice({
		displayName: 'Type',
		description: 'What the button does',
		options: [
			{ name: 'Quick Reply', value: 'QUICK_REPLY', description: 'Sends its text back as an answer' },
			{ name: 'Open Web Page', value: 'URL' },
			{ name: 'Call', value: 'PHONE_NUMBER' },
			{ name: 'Copy Code', value: 'COPY_CODE' },
		],
	}),
	text: text({
		displayName: 'Text',
		placeholder: 'e.g. Track',
		description: `Button text, up to ${template.buttonText} characters`,
		maxLength: template.buttonText,
		trim: true,
	}),
	url: when(
		{ type: ['URL'] },
		literal(
			link({
				displayName: 'URL',
				placeholder: 'e.g. https://example.org/orders/{{1}}',
				description: 'The address; {{1}} at its end is filled in with every message',
			}),
		),
	),
	phone_number: when(
		{ type: ['PHONE_NUMBER'] },
		text({
			displayName: 'Phone Number',
			placeholder: 'e.g. +447700900123',
			description: 'The number to call, with its country code',
			trim: true,
		}),
	),
	example: when(
		{ type: ['URL', 'COPY_CODE'] },
		optional(
			text({
				displayName: 'Sample',
				placeholder: 'e.g. https://example.org/orders/88',
				description: 'A sample of the whole address with its variable filled in, or of the code',
				trim: true,
			}),
		),
	),
};
