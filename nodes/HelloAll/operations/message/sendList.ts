import { optional } from '../../../../core/fields/field';
import { interactive } from '../../../../whatsapp/interactive';
import { limits } from '../../../../whatsapp/limits';
import { listAction, listButtonField, sectionFields } from '../../../shared/interactive/list';
import { bodyField, footerField, headerTextField } from '../../../shared/interactive/parts';
import { defineMessage, session } from '../../message';

/** Hello All collection: Session List Message, with one section or several. */
export const sendList = defineMessage({
	value: 'sendList',
	name: 'Send List',
	action: 'Send a list message',
	description: 'Send a list of up to 10 rows to choose one from, inside the 24-hour window',
	fields: {
		headerText: optional(headerTextField()),
		body: bodyField(),
		footer: footerField(),
		button: listButtonField(),
		...sectionFields({
			note: `What can be chosen: 1 to ${limits.list.sections} sections with ${limits.list.rows} rows in total`,
			mostRows: limits.list.rows,
		}),
	},
	content: ({ body, button, headerText, footer, ...list }) =>
		session(
			'interactive',
			interactive(
				'list',
				{ body, footer, ...(headerText ? { header: { type: 'text', text: headerText } } : {}) },
				listAction(button, list),
			),
		),
});
