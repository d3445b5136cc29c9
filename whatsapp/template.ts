import { charactersOf } from './characters';
import { isObject } from './events/json';

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
 * What a version is made of. Current answers hold all components; older ones of Heltar (Heltar API, "Fetch template
 * list") only all texts in one and how many variables and buttons there are.
 */
export type TemplateParts =
	| { kind: 'components'; components: readonly Component[] }
	| { kind: 'summary'; content: string; variables: number; buttons: number };

/** A component of a template's definition (Meta, "Template components"). */
export interface Component {
	type: string;
	format?: string;
	text?: string;
	buttons?: readonly TemplateButton[];
}

interface TemplateButton {
	type: string;
	text?: string;
	url?: string;
}

/** A value a template needs. Its id says where the value belongs, so that nothing else is needed to send it. */
export interface Column {
	/** `header.text`, `header.image`, `header.filename`, `body.2`, `button.1.url`, `button.0.copy_code`… */
	id: string;
	/** Shows the template's own words around the value. */
	label: string;
	required: boolean;
	/** The answer does not say whether the template has such a value: offered, not shown at once. */
	uncertain?: true;
}

/** A template's values, or the part of it that only raw components can fill. */
export type Columns = { columns: Column[] } | { beyond: string };

type Json = Record<string, unknown>;

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** Reads one entry of a template list, in any of the forms providers give it. */
export function readVersion(entry: unknown): TemplateVersion {
	const given = isObject(entry) ? entry : {};
	const parts: TemplateParts = Array.isArray(given.components)
		? {
				kind: 'components',
				components: given.components.filter(isObject) as Json[] as unknown as Component[],
			}
		: {
				kind: 'summary',
				content: textOf(given.content) ?? '',
				variables: Number(given.numVariables) || 0,
				buttons: Number(given.numButtons) || 0,
			};
	return {
		name: textOf(given.name) ?? '',
		language: textOf(given.language),
		status: textOf(given.status),
		category: textOf(given.category),
		parts,
	};
}

/** Every variable of a text once, in its order: `1`, `2`…, or names. */
export function variablesOf(text: string | undefined): string[] {
	return [...new Set([...(text ?? '').matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name))];
}

/** The values a version needs. */
export function columnsOf({ parts }: TemplateVersion): Columns {
	return parts.kind === 'summary'
		? { columns: columnsOfSummary(parts) }
		: columnsOfComponents(parts.components);
}

const MEDIA: ReadonlySet<string> = new Set(['image', 'video', 'document']);

function columnsOfComponents(components: readonly Component[]): Columns {
	const columns: Column[] = [];
	for (const component of components) {
		switch (component.type.toUpperCase()) {
			case 'HEADER': {
				const header = headerColumns(component);
				if (!header) return { beyond: `a header of format ${component.format}` };
				columns.push(...header);
				break;
			}
			case 'BODY':
				columns.push(...bodyColumns(component.text ?? '', variablesOf(component.text)));
				break;
			case 'BUTTONS':
				for (const [index, button] of (component.buttons ?? []).entries()) {
					const type = button.type.toUpperCase();
					if (type === 'MPM' || type === 'SPM') return { beyond: 'a button that shows products' };
					columns.push(...buttonColumns(index, type, button));
				}
				break;
			case 'CAROUSEL':
				return { beyond: 'a carousel' };
			case 'LIMITED_TIME_OFFER':
				return { beyond: 'a limited-time offer' };
		}
	}
	return { columns };
}

function headerColumns({ format = 'TEXT', text }: Component): Column[] | undefined {
	const kind = format.toLowerCase();
	if (kind === 'text') {
		const [variable] = variablesOf(text);
		if (variable === undefined) return [];
		return [{ id: 'header.text', label: `Header – ${around(text ?? '', variable)}`, required: true }];
	}
	if (!MEDIA.has(kind)) return undefined;
	const link: Column = { id: `header.${kind}`, label: `Header – Link to the ${kind}`, required: true };
	return kind === 'document' ? [link, FILE_NAME] : [link];
}

const FILE_NAME: Column = { id: 'header.filename', label: 'Header – File Name', required: false };

const bodyColumns = (text: string, variables: readonly string[]): Column[] =>
	variables.map((variable) => ({
		id: `body.${variable}`,
		label: `Body ${variable} – ${around(text, variable)}`,
		required: true,
	}));

function buttonColumns(index: number, type: string, { text = '', url }: TemplateButton): Column[] {
	if (type === 'COPY_CODE') {
		return [{ id: `button.${index}.copy_code`, label: `Button “${text}” – Code to Copy`, required: true }];
	}
	// One-time password buttons take the code the way URL buttons take the end of their address.
	if (type !== 'OTP' && (type !== 'URL' || variablesOf(url).length === 0)) return [];
	return [{ id: `button.${index}.url`, label: `Button “${text}” – ${url ?? 'Code'}`, required: true }];
}

function columnsOfSummary(summary: Extract<TemplateParts, { kind: 'summary' }>): Column[] {
	const numbered = Array.from({ length: summary.variables }, (_, at) => String(at + 1));
	const named = variablesOf(summary.content).filter((variable) => !/^\d+$/.test(variable));
	const body = bodyColumns(summary.content, named.length > 0 ? named : numbered);
	const uncertain = (id: string, label: string): Column => ({ id, label, required: false, uncertain: true });
	return [
		...body,
		uncertain('header.text', 'Header – Text'),
		...[...MEDIA].map((kind) => uncertain(`header.${kind}`, `Header – Link to the ${kind}`)),
		uncertain(FILE_NAME.id, FILE_NAME.label),
		...Array.from({ length: summary.buttons }, (_, at) =>
			uncertain(`button.${at}.url`, `Button ${at + 1} – End of Its Address`),
		),
	];
}

/** The editor cuts long labels off at their end, and the variable itself is what has to be seen. */
const SHOWN = { before: 10, after: 24 };

/** A variable with the words next to it: "…order {{2}} is packed…". */
function around(text: string, variable: string): string {
	const flat = text.replace(/\s+/g, ' ').trim();
	// In a summary the header's text comes first and counts its own variables: the last place is the body's.
	const found = [...flat.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].filter(([, name]) => name === variable).at(-1);
	if (!found) return `{{${variable}}}`;
	const before = charactersOf(flat.slice(0, found.index));
	const after = charactersOf(flat.slice(found.index + found[0].length));
	// Cut between words, as far as there are any.
	const start =
		before.length > SHOWN.before
			? `…${before.slice(-SHOWN.before).join('').replace(/^\S* /, '')}`
			: before.join('');
	const end =
		after.length > SHOWN.after
			? `${after.slice(0, SHOWN.after).join('').replace(/ \S*$/, '')}…`
			: after.join('');
	return `${start}${found[0]}${end}`;
}
