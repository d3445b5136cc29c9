import { optional } from '../../../../core/fields/field';
import { interactive } from '../../../../whatsapp/interactive';
import { limits } from '../../../../whatsapp/limits';
import { listAction, listButtonField, sectionFields } from '../../../shared/interactive/list';
import { bodyField, footerField, headerTextField } from '../../../shared/interactive/parts';
import { interactiveEntry, messageOptions, person } from '../../fields';
import { defineMessage } from '../../defineMessage';

/**
 * Heltar API, "Send messages": `interactive` of type `list`. Heltar documents ten sections of ten rows each, WhatsApp
 * ten rows in total: only what both refuse is refused here, the rest is WhatsApp's to judge.
 */
export const sendList = defineMessage({
	value: 'sendList',
	name: 'Send List',
	action: 'Send a list to choose from',
	description: 'Send a list of options behind a button, inside the 24-hour window',
	fields: {
		clientWaNumber: person(),
		headerText: optional(headerTextField()),
		body: bodyField(limits.list.body),
		footer: footerField(),
		button: listButtonField(),
		...sectionFields({
			note: 'Up to 10 sections of up to 10 rows. WhatsApp itself refuses a list of more than 10 rows in total.',
		}),
		options: messageOptions(),
	},
	entry: ({ clientWaNumber, headerText, body, footer, button, options, ...rest }) =>
		interactiveEntry(
			clientWaNumber,
			options,
			interactive(
				'list',
				{ header: headerText ? { type: 'text', text: headerText } : undefined, body, footer },
				listAction(button, rest),
			),
		),
});
