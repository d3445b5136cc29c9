import { isObject, parseStructure, textIn, toText } from './events/json';

/** One language version of a template, as far as a provider's answer tells. */
export interface TemplateVersion {
	name: string;
	language?: string;
	/** `APPROVED` and others, in WhatsApp's words. */
	status?: string;
	category?: string;
	parts: TemplateParts;
}

/**
 * What a version is made of. Current answers hold all components, each as it came; older ones of Heltar (Heltar API,
 * "Fetch template list") only all texts in one and how many variables and buttons there are.
 */
export type TemplateParts =
	| { kind: 'components'; components: readonly unknown[] }
	| { kind: 'summary'; content: string; variables: number; buttons: number };

/** A value a template needs. Its id says where the value belongs, so that nothing else is needed to send it. */
export interface Column {
	/**
	 * `header.text`, `header.image`, `header.filename`, `body.2`, `body.first_name`, `button.1.url`,
	 * `button.0.copy_code`… They are saved in workflows: never change one. `header.text` says nothing of the variable's
	 * name, which the label shows; a message takes it as `header.text.first_name` (see `headerColumnId`).
	 */
	id: string;
	/** Shows the template's own words around the value. */
	label: string;
	required: boolean;
	/** The answer does not say whether the template has such a value: offered, not shown at once. */
	uncertain?: true;
}

/** A template's values, or the part of it that only raw components can fill. */
export type Columns =
	| {
			columns: Column[];
			/** Parts of the answer that could not be read, for people: "Component 2". */
			unread?: string[];
	  }
	| { beyond: string };

/** The versions of a template list. What is no object, or has no name, is none: nobody could choose it. */
export const readVersions = (entries: readonly unknown[]): TemplateVersion[] =>
	entries
		.filter(isObject)
		.map(readVersion)
		.filter(({ name }) => name !== '');

/** Reads one entry of a template list, in any of the forms providers give it. */
export function readVersion(entry: unknown): TemplateVersion {
	const given = isObject(entry) ? entry : {};
	const components = parseStructure(given.components);
	const parts: TemplateParts = Array.isArray(components)
		? { kind: 'components', components }
		: {
				kind: 'summary',
				content: toText(given.content) ?? '',
				variables: Number(given.numVariables) || 0,
				buttons: Number(given.numButtons) || 0,
			};
	return {
		name: textIn(given, 'name') ?? '',
		language: textIn(given, 'language') ?? undefined,
		status: textIn(given, 'status') ?? undefined,
		category: textIn(given, 'category') ?? undefined,
		parts,
	};
}

/** Every variable of a text once, in its order: `1`, `2`…, or names. */
export function variablesOf(text: string | undefined): string[] {
	return [...new Set([...(text ?? '').matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name))];
}

/** Whether a variable has a name instead of a number. */
export const isNamed = (variable: string): boolean => !/^\d+$/.test(variable);
