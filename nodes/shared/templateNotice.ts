import type { ILoadOptionsFunctions } from 'n8n-workflow';

import type { Field } from '../../core/fields/field';
import { loadedNotice } from '../../core/fields/notice';
import { escapeHtml } from '../../core/http/visible';
import { templateText } from '../../whatsapp/templateOutline';
import type { TemplateVersion } from '../../whatsapp/templateVersion';
import { chosen, isUsable, languageName, versionIn } from './templateLists';
import type { TemplateSource } from './templateLists';

/** The chosen template as the editor shows it above its fields: language, category, status, and every word of it. */
export const templateNotice = (source: TemplateSource): Field<undefined> =>
	loadedNotice({
		displayName: 'Template Text',
		description: 'Shows the text, category and status of the chosen template',
		what: 'template',
		load: {
			name: 'getTemplateText',
			method: textOf(source),
			dependsOn: ['templateName.value', 'languageCode'],
		},
	});

const textOf = (source: TemplateSource) =>
	async function (this: ILoadOptionsFunctions): Promise<string> {
		const name = chosen(this, 'templateName');
		if (name === undefined) return 'Choose a template to see its text here.';
		const versions = await source.versions(this, name);
		if (versions.length === 0) {
			return `There is no template called <b>${escapeHtml(name)}</b> in this account.`;
		}
		const language = chosen(this, 'languageCode');
		const version = versionIn(versions, language);
		if (version) return describe(version);
		const known = versions.flatMap(({ language: code }) => (code ? [escapeHtml(code)] : [])).join(', ');
		if (language === undefined) return `Choose a language: this template exists in ${known}.`;
		return `<b>Cannot be sent:</b> ${escapeHtml(name)} does not exist in ${escapeHtml(language)}. It exists in ${known}.`;
	};

/** In words: "order_update", "English (en)", "utility", "approved". */
function describe(version: TemplateVersion): string {
	const { category, status, components } = version;
	const facts = [languageName(version), category, status]
		.filter((fact) => fact !== undefined && fact !== '')
		.map((fact, at) => escapeHtml(at === 0 ? String(fact) : String(fact).toLowerCase().replaceAll('_', ' ')));
	const state = isUsable(version) ? '' : '<b>Cannot be sent now.</b> ';
	const heading = `${state}${facts.join(' · ')}`;
	if (!components) return `${heading}<br>The provider does not return the text of this template.`;
	return [heading, '', ...templateText(components).map(shown)].join('<br>');
}

/** A line of the template, with its variables in bold. */
const shown = (line: string) =>
	escapeHtml(line)
		.replace(/\{\{\s*\w+\s*\}\}/g, (variable) => `<b>${variable}</b>`)
		.replaceAll('\n', '<br>');
