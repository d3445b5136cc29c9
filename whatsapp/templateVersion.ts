import type { JsonObject } from './events/json';
import { isObject, parseStructure, textIn } from './events/json';
import type { Columns } from './template';
import { columnsOf } from './templateColumns';

/** One language version of a template, as far as a provider's answer tells. */
export interface TemplateVersion {
	name: string;
	language?: string;
	/** `APPROVED` and others, in WhatsApp's words. */
	status?: string;
	category?: string;
	/** Its parts as the provider tells them; absent where it does not. */
	components?: readonly unknown[];
	/** The values it needs. */
	columns: Columns;
}

/** Reads the values out of an entry that does not tell its components, in a form of the provider's own. */
export type OwnColumns = (entry: JsonObject) => Columns;

/** The versions of a template list. What is no object, or has no name, is none: nobody could choose it. */
export const readVersions = (entries: readonly unknown[], own?: OwnColumns): TemplateVersion[] =>
	entries
		.filter(isObject)
		.map((entry) => readVersion(entry, own))
		.filter(({ name }) => name !== '');

const untold: OwnColumns = () => ({ onlyAsJson: 'components that the provider does not return' });

function readVersion(entry: JsonObject, own: OwnColumns = untold): TemplateVersion {
	const components = parseStructure(entry.components);
	const category = textIn(entry, 'category') ?? undefined;
	return {
		name: textIn(entry, 'name') ?? '',
		language: textIn(entry, 'language') ?? undefined,
		status: textIn(entry, 'status') ?? undefined,
		category,
		...(Array.isArray(components) ? { components } : {}),
		columns: Array.isArray(components) ? columnsOf(components, category) : own(entry),
	};
}
