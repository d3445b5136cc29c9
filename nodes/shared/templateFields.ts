import { linkProblem } from '../../core/http/address';
import { BadInput } from '../../core/http/errors';
import type { Field } from '../../core/fields/field';
import { isEmpty, refined, when } from '../../core/fields/field';
import { asText, choice, json } from '../../core/fields/basic';
import type { Mapped } from '../../core/fields/loaded';
import { loadedChoice, mappedFields } from '../../core/fields/loaded';
import { locator } from '../../core/fields/locator';
import type { Filled, FilledComponent, FillRules } from '../../whatsapp/templateVariables';
import { columnName, fillColumns, readComponents } from '../../whatsapp/templateVariables';
import type { TemplateSource } from './templateLists';
import { languagesOf, searchTemplates, variablesOf } from './templateLists';

/** A template by its name; one template has several language versions. */
export const templateField = (source: TemplateSource): Field<string> =>
	locator({
		displayName: 'Template',
		description: 'The template to use',
		search: { name: 'searchTemplates', method: searchTemplates(source) },
		id: { displayName: 'By Name', placeholder: 'e.g. delivery_slot' },
	});

/**
 * A template, its language and the values of its variables. The values are asked for one by one once a template is
 * chosen, or given as JSON; both are read as the components of the message.
 */
export function templateFields(source: TemplateSource, buttonIndex: FillRules['buttonIndex']) {
	const rules: FillRules = { buttonIndex, linkProblem };
	return {
		templateName: templateField(source),
		languageCode: loadedChoice({
			displayName: 'Language Name or ID',
			description:
				'The language version of the template, which must be approved. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			load: {
				name: 'getTemplateLanguages',
				method: languagesOf(source),
				dependsOn: ['templateName.value'],
			},
		}),
		specifyVariables: choice({
			displayName: 'Specify Variables',
			description:
				'Whether to fill in the variables one by one or to give them as JSON, for a template that comes from data or has a carousel',
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
					description: 'The values that are put into the template',
					words: { singular: 'variable', plural: 'variables' },
					load: {
						name: 'getTemplateVariables',
						method: variablesOf(source),
						dependsOn: ['templateName.value', 'languageCode'],
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
						'The components of the message as WhatsApp knows them, or simply the values of the body such as <code>["Dana", "Tuesday"]</code>. An expression may yield them.',
				}),
				(given) => accepted(readComponents(given, rules)),
			),
		),
	};
}

/** The components from whichever of the two ways was used. */
export const componentsOf = (values: {
	variables?: FilledComponent[];
	variablesJson?: FilledComponent[];
}): FilledComponent[] => values.variables ?? values.variablesJson ?? [];

/** What was filled in, and what has to be. */
function filledIn(mapped: readonly Mapped[]): ReadonlyMap<string, string> {
	const columns = new Map<string, string>();
	for (const { id, required, raw } of mapped) {
		const needed = required || id.startsWith('body.');
		if (!isEmpty(raw) || needed) columns.set(id, columnText(id, raw));
	}
	return columns;
}

function columnText(id: string, raw: unknown): string {
	try {
		return asText(raw);
	} catch (error) {
		throw error instanceof BadInput ? error.within({ name: id, label: columnName(id) }) : error;
	}
}

/** @throws BadInput */
function accepted(filled: Filled): FilledComponent[] {
	if ('value' in filled) return filled.value;
	throw new BadInput(filled.problem, filled.at);
}
