import { optional, refined } from '../../../core/fields/field';
import { text } from '../../../core/fields/basic';
import { listOf, rows, rowsOrJson } from '../../../core/fields/containers';
import { isObject } from '../../../whatsapp/events/json';
import { interactive, listOfOptions, sectionsProblem } from '../../../whatsapp/interactive';
import type { Section } from '../../../whatsapp/interactive';
import { limits } from '../../../whatsapp/limits';
import { assertNoProblem } from './problem';
import { bodyField, footerField, headerTextField } from './interactiveParts';
import { defineInteractive } from './kind';

const { list } = limits;

/** The button that opens a list. */
export const listButtonField = () =>
	text({
		displayName: 'Button Text',
		placeholder: 'e.g. Show topics',
		description: `The text of the button that opens the list, up to ${list.button} characters`,
		maxLength: list.button,
		trim: true,
	});

/**
 * Sections of rows to choose from. In JSON a plain text is a row's title, and a list of rows without sections is one
 * section.
 * @param mostRows how many rows all sections may have together, where the provider says so
 */
export const sectionFields = ({ note, mostRows }: { note: string; mostRows?: number }) => {
	const sections = rows({
		displayName: 'Sections',
		description: note,
		row: 'Section',
		min: 1,
		max: list.sections,
		fields: {
			title: optional(
				text({
					displayName: 'Title',
					placeholder: 'e.g. Billing',
					description: `Heading above the rows, up to ${list.sectionTitle} characters. Required if there is more than one section.`,
					maxLength: list.sectionTitle,
					trim: true,
				}),
			),
			rows: rowField(),
		},
	});
	const checked = refined(sections, (given) => {
		assertNoProblem(sectionsProblem(given, mostRows), ['Section', 'Row']);
		return given;
	});
	return rowsOrJson('sections', checked, {
		example: '[{"title": "Billing", "rows": [{"title": "Invoices", "description": "Copies and dates"}]}]',
		fromJson(given) {
			const entries = listOf(given);
			return entries.length > 0 && entries.every(isRow) ? [{ rows: entries }] : entries;
		},
	});
};

const rowField = () =>
	rows({
		displayName: 'Rows',
		description: `What can be chosen in this section: 1 to ${list.rows} rows`,
		row: 'Row',
		min: 1,
		max: list.rows,
		short: 'title',
		fields: {
			title: text({
				displayName: 'Title',
				placeholder: 'e.g. Invoices',
				description: `Up to ${list.title} characters`,
				maxLength: list.title,
				trim: true,
			}),
			description: optional(
				text({
					displayName: 'Description',
					placeholder: 'e.g. Copies and dates',
					description: `A second line, up to ${list.description} characters`,
					maxLength: list.description,
				}),
			),
			id: optional(
				text({
					displayName: 'ID',
					placeholder: 'e.g. topic-invoices',
					description: 'Returned with the answer. If empty, the title is used.',
					maxLength: list.id,
					trim: true,
				}),
			),
		},
	});

/** A section has rows of its own; anything else is a row, or the title of one. */
const isRow = (entry: unknown) => !Array.isArray(entry) && !(isObject(entry) && 'rows' in entry);

/** The action of type `list` from the values of `sectionFields`. */
export const listAction = (
	button: string,
	values: { sections?: readonly Section[]; sectionsJson?: readonly Section[] },
) => listOfOptions(button, values.sections ?? values.sectionsJson ?? []);

/**
 * A list of options behind a button: `interactive` of type `list`.
 * @param limits what the provider documents, where it differs from WhatsApp
 */
export const listMessage = ({
	maxBody,
	...sections
}: Parameters<typeof sectionFields>[0] & { maxBody?: number }) =>
	defineInteractive({
		fields: {
			headerText: optional(headerTextField()),
			body: bodyField(maxBody),
			footer: footerField(),
			button: listButtonField(),
			...sectionFields(sections),
		},
		interactive: ({ headerText, body, footer, button, ...list }) =>
			interactive(
				'list',
				{ header: headerText ? { type: 'text', text: headerText } : undefined, body, footer },
				listAction(button, list),
			),
	});
