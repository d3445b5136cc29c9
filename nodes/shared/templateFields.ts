import { linkProblem } from '../../core/http/address';
import { BadInput } from '../../core/http/errors';
import type { Field } from '../../core/fields/field';
import { isEmpty, refined, when } from '../../core/fields/field';
import { asText, choice } from '../../core/fields/basic';
import { json } from '../../core/fields/json';
import type { Mapped } from '../../core/fields/loaded';
import { loadedChoice, mappedFields } from '../../core/fields/loaded';
import { locator } from '../../core/fields/locator';
import { isFilledObject } from '../../whatsapp/events/json';
import { isSentEmpty } from '../../whatsapp/templateButtons';
import { readComponents } from '../../whatsapp/templateJson';
import type { Filled, FilledComponent, FillRules } from '../../whatsapp/templateMessage';
import {
	columnName,
	columnOfInput,
	fillColumns,
	headerColumnId,
	inputName,
} from '../../whatsapp/templateVariables';
import { templateHint } from './builderHints';
import type { TemplateSource } from './templateLists';
import { isUnread, languagesOf, ONLY_LANGUAGE, searchTemplates, variablesOf } from './templateLists';
import { templateNotice } from './templateNotice';

/** A template by its name; one template has several language versions. */
export const templateField = (
	source: TemplateSource,
	shown = { displayName: 'Template', description: 'The template to use' },
): Field<string> =>
	locator({
		...shown,
		builderHint: templateHint,
		search: { name: 'searchTemplates', method: searchTemplates(source) },
		id: { displayName: 'By Name', placeholder: 'e.g. delivery_slot' },
	});

/**
 * A template, its language and the values of its variables. The values are asked for one by one once a template is
 * chosen, or given as JSON; both are read as the components of the message.
 */
export function templateFields(source: TemplateSource, buttonIndex: FillRules['buttonIndex']) {
	const rules: FillRules = { buttonIndex, linkProblem, textOf };
	return {
		templateName: templateField(source),
		languageCode: leftToTemplate(
			loadedChoice({
				displayName: 'Language Name or ID',
				description:
					'The approved language version to send. Not needed if the template has only one. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				load: {
					name: 'getTemplateLanguages',
					method: languagesOf(source, 'templateName', true),
					dependsOn: ['templateName.value'],
				},
			}),
		),
		templateText: templateNotice(source),
		specifyVariables: choice({
			displayName: 'Specify Variables',
			description:
				'Whether to fill in the variables one by one or to give them as JSON. Use JSON for a carousel, or if an expression chooses the template.',
			options: [
				{ name: 'Using Fields Below', value: 'fields' },
				{ name: 'Using JSON', value: 'json' },
			],
		}),
		variables: when(
			{ specifyVariables: ['fields'] },
			refined(
				mappedFields({
					displayName: 'Variables',
					description:
						'Values for the template’s variables. Automatic mapping reads them from fields of the item: named variables from the field of the same name, the others from <code>body_1</code>, <code>header_text</code>, <code>header_image</code>, <code>button_0_url</code> and so on.',
					words: { singular: 'variable', plural: 'variables' },
					byName: { labelOf: columnName, nameOf: inputName, idOf: columnOfInput },
					load: {
						name: 'getTemplateVariables',
						method: variablesOf(source),
						// Without the language: the editor empties the fields when one of these changes.
						dependsOn: ['templateName.value'],
					},
				}),
				(mapped) => accepted(fillColumns(filledIn(mapped), rules)),
			),
		),
		variablesJson: when(
			{ specifyVariables: ['json'] },
			refined(
				json({
					displayName: 'Variables (JSON)',
					default: '[]',
					description:
						'Message components in WhatsApp’s JSON format, or just the body values, such as <code>["Dana", "Tuesday"]</code>',
				}),
				(given) => accepted(readComponents(given, rules)),
			),
		),
	};
}

/** A language that may be left empty: see `withLanguage`. */
const leftToTemplate = (field: Field<string>): Field<string> => ({
	...field,
	property: { ...field.property, required: undefined },
	read: (raw, context) => (isEmpty(raw) ? ONLY_LANGUAGE : field.read(raw, context)),
});

/** The components from whichever of the two ways was used. */
export const componentsOf = (values: {
	variables?: FilledComponent[];
	variablesJson?: FilledComponent[];
}): FilledComponent[] => values.variables ?? values.variablesJson ?? [];

/** What was filled in, and what has to be. A button can have to be sent although its values were taken out. */
function filledIn(mapped: readonly Mapped[]): ReadonlyMap<string, string> {
	const columns = new Map<string, string>();
	for (const { id: column, label, required, removed, raw } of mapped) {
		if (isUnread(column)) continue;
		const needed = required || column.startsWith('body.') || !isEmpty(raw);
		if (!isSentEmpty(column) && (removed || !needed)) continue;
		const id = column === 'header.text' ? headerColumnId(label) : column;
		columns.set(id, columnText(id, raw));
	}
	return columns;
}

function columnText(id: string, raw: unknown): string {
	// The data of a flow is an object, which an expression may yield as it is.
	if (id.endsWith('.flow_action_data') && isFilledObject(raw)) return JSON.stringify(raw);
	try {
		return asText(raw);
	} catch (error) {
		throw error instanceof BadInput ? error.within({ name: id, label: columnName(id) }) : error;
	}
}

/** A value of JSON as text; undefined where a field would refuse it. */
function textOf(value: unknown): string | undefined {
	try {
		return asText(value);
	} catch {
		return undefined;
	}
}

/** @throws BadInput */
function accepted(filled: Filled): FilledComponent[] {
	if ('value' in filled) return filled.value;
	throw new BadInput(filled.problem, filled.at);
}
