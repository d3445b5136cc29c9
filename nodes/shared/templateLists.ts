import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { locatedId } from '../../core/fields/locator';
import { languages } from '../../whatsapp/languages';
import type { Column } from '../../whatsapp/template';
import type { TemplateVersion } from '../../whatsapp/templateVersion';

/** Where a provider's templates come from. */
export interface TemplateSource {
	/** Every version of every template. */
	all(context: ILoadOptionsFunctions): Promise<TemplateVersion[]>;
	/** The versions of one template; none when it does not exist. */
	versions(context: ILoadOptionsFunctions, name: string): Promise<TemplateVersion[]>;
}

const APPROVED = 'APPROVED';
/** Whether a version can be sent; where the answer does not say, it may be. */
export const isUsable = ({ status }: TemplateVersion) =>
	status === undefined || status.toUpperCase() === APPROVED;

/** The list of templates, one entry a name; those that can be sent come first. */
export const searchTemplates = (source: TemplateSource) =>
	async function (this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
		const wanted = filter.trim().toLowerCase();
		const byName = new Map<string, TemplateVersion[]>();
		for (const version of await source.all(this)) {
			if (!version.name.toLowerCase().includes(wanted)) continue;
			byName.set(version.name, [...(byName.get(version.name) ?? []), version]);
		}
		const results = [...byName].map(([name, versions]) => ({
			usable: versions.some(isUsable),
			entry: { name: labelOf(name, versions), value: name },
		}));
		results.sort(
			(a, b) => Number(b.usable) - Number(a.usable) || a.entry.value.localeCompare(b.entry.value, 'en'),
		);
		return { results: results.map(({ entry }) => entry) };
	};

/** "delivery_slot (en_GB, hi – pending)", "flash_sale (en) – paused": what cannot be sent is said beside it. */
function labelOf(name: string, versions: readonly TemplateVersion[]): string {
	const doubts = new Set(versions.map(doubt));
	const common = doubts.size === 1 ? [...doubts].join() : '';
	const known = versions.flatMap((version) =>
		version.language === undefined ? [] : [`${version.language}${common ? '' : doubt(version)}`],
	);
	return `${name}${known.length > 0 ? ` (${known.join(', ')})` : ''}${common}`;
}

const doubt = (version: TemplateVersion) =>
	isUsable(version) ? '' : ` – ${version.status?.toLowerCase().replaceAll('_', ' ')}`;

/**
 * The languages of the chosen template; all of WhatsApp's where the answer names none.
 * @param parameter the one that holds the template
 * @param mayBeEmpty whether the language may be left to a template that has only one
 */
export const languagesOf = (source: TemplateSource, parameter = 'templateName', mayBeEmpty = false) =>
	async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const name = chosen(this, parameter);
		if (name === undefined) return everyLanguage();
		const versions = (await source.versions(this, name)).filter(({ language }) => language !== undefined);
		if (versions.length === 0) return everyLanguage();
		const options = [...versions]
			.sort((a, b) => Number(isUsable(b)) - Number(isUsable(a)))
			.map((version) => ({
				name: `${languageName(version)}${doubt(version)}`,
				value: version.language as string,
			}));
		const [only, ...others] = options as [INodePropertyOptions, ...INodePropertyOptions[]];
		// A new node holds no language, so this one is chosen by itself.
		return mayBeEmpty && others.length === 0
			? [{ name: `${only.name} – the only one`, value: ONLY_LANGUAGE }, only]
			: options;
	};

/** The value of a language that was left to the template. */
export const ONLY_LANGUAGE = '';

const everyLanguage = (): INodePropertyOptions[] =>
	[...languages].map(([code, name]) => ({ name: `${name} (${code})`, value: code }));

/** "English (en)" */
export function languageName({ language = '' }: TemplateVersion): string {
	const name = languages.get(language);
	return name ? `${name} (${language})` : language;
}

/** A field for every variable of the chosen template. */
export const variablesOf = (source: TemplateSource) =>
	async function (this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
		const name = chosen(this, 'templateName');
		if (name === undefined)
			return none('Choose a template first. For one that comes from an expression, choose "Using JSON".');
		const versions = await source.versions(this, name);
		if (versions.length === 0) return none(`There is no template called ${name} in this account.`);
		const { columns } = formOf(versions, chosen(this, 'languageCode'));
		if ('onlyAsJson' in columns) {
			return none(`The template has ${columns.onlyAsJson}. Choose "Using JSON" to fill it in.`);
		}
		const { columns: fillable, unread = [] } = columns;
		if (fillable.length > 0) return { fields: [...fillable.map(toMapperField), ...unread.map(unreadField)] };
		const notice = 'This template has no variables.';
		if (unread.length === 0) return none(notice);
		return none(`${notice} Left out because it cannot be read: ${unread.join(', ')}.`);
	};

/**
 * The version whose variables are asked for. Where the language is not chosen yet, or has no version, it is another one: the
 * languages of a template nearly always have the same variables, and what is filled in stays when the language changes.
 */
const formOf = (versions: readonly TemplateVersion[], language: string | undefined): TemplateVersion =>
	versionIn(versions, language) ?? versions.find(isUsable) ?? (versions[0] as TemplateVersion);

const UNREAD = 'unread.';

/** A part of the template that could not be read, shown among the others and never filled in. */
const unreadField = (part: string): ResourceMapperField => ({
	...toMapperField({
		id: `${UNREAD}${part}`,
		label: `${part} cannot be read and is left out`,
		required: false,
	}),
	readOnly: true,
});

/** Whether an id is that of a part that could not be read. */
export const isUnread = (id: string): boolean => id.startsWith(UNREAD);

/** The only version needs no choice; versions that name no language fit every one. */
export function versionIn(versions: readonly TemplateVersion[], language: string | undefined) {
	if (language === undefined) return versions.length === 1 ? versions[0] : undefined;
	return versions.find((version) => version.language === undefined || version.language === language);
}

const none = (emptyFieldsNotice: string): ResourceMapperFields => ({ fields: [], emptyFieldsNotice });

export const toMapperField = ({ id, label, required, uncertain }: Column): ResourceMapperField => ({
	id,
	displayName: label,
	required,
	display: true,
	type: 'string',
	defaultMatch: false,
	canBeUsedToMatch: false,
	...(uncertain ? { removed: true } : {}),
});

/** A parameter's value; undefined while it is empty or an expression the editor could not resolve. */
export function chosen(context: ILoadOptionsFunctions, parameter: string): string | undefined {
	const value = locatedId(context.getCurrentNodeParameter(parameter));
	return typeof value !== 'string' || value === '' || value.startsWith('=') ? undefined : value.trim();
}
