import type { JsonObject } from './events/json';
import { given, isObject, listIn, textIn, toText } from './events/json';
import type { Column, Columns } from './template';
import { variablesOf } from './template';
import { buttonColumns } from './templateButtons';
import { HEADER_FILES } from './templateMessage';

/** The values a template needs, by the components of its definition. What cannot be read of it is left out and named. */
export function columnsOf(components: readonly unknown[], category?: string): Columns {
	const authentication = category?.toUpperCase() === 'AUTHENTICATION';
	const columns: Column[] = [];
	const unread: string[] = [];
	for (const [at, component] of components.entries()) {
		const type = isObject(component) ? textIn(component, 'type') : null;
		const found = isObject(component) && type !== null ? read(type, component, authentication) : undefined;
		if (!found) {
			unread.push(`Component ${at + 1}${type === null ? '' : ` (${type})`}`);
			continue;
		}
		if ('onlyAsJson' in found) return found;
		columns.push(...found.columns);
		unread.push(...(found.unread ?? []));
	}
	return { columns, ...(unread.length > 0 ? { unread } : {}) };
}

/** The values of one component (Meta, "Template components"); undefined when it is none that is known. */
function read(type: string, component: JsonObject, authentication: boolean): Columns | undefined {
	switch (type.toUpperCase()) {
		case 'HEADER':
			return headerColumns(component);
		case 'BODY':
			return bodyOf(component, authentication);
		case 'FOOTER':
		case 'CALL_PERMISSION_REQUEST':
			return { columns: [] };
		case 'BUTTONS':
			return allButtons(component);
		case 'CAROUSEL':
			return { onlyAsJson: 'a carousel' };
		case 'LIMITED_TIME_OFFER':
			return { onlyAsJson: 'a limited-time offer' };
		default:
			return undefined;
	}
}

function headerColumns(header: JsonObject): Columns | undefined {
	const format = toText(given(header, 'format') ?? 'TEXT');
	if (format === null) return undefined;
	const kind = format.toLowerCase();
	if (kind === 'text') {
		const text = textIn(header, 'text');
		if (text === null) return undefined;
		const [variable] = variablesOf(text);
		if (variable === undefined) return { columns: [] };
		return { columns: [{ id: 'header.text', label: `Header – ${around(text, variable)}`, required: true }] };
	}
	if (!HEADER_FILES.some((media) => media === kind)) return { onlyAsJson: `a header of format ${format}` };
	const link = fileColumn(kind);
	return { columns: kind === 'document' ? [link, FILE_NAME] : [link] };
}

/** The file of a header, by its kind. */
export const fileColumn = (kind: string): Column => ({
	id: `header.${kind}`,
	label: `Header – Link to the ${kind}`,
	required: true,
});

/** The name a document of a header is shown under. */
export const FILE_NAME: Column = { id: 'header.filename', label: 'Header – File Name', required: false };

/** The text of an authentication template is WhatsApp's own and may be missing; its one variable is the code. */
function bodyOf(body: JsonObject, authentication: boolean): Columns | undefined {
	const text = textIn(body, 'text');
	if (text !== null) return { columns: bodyColumns(text, variablesOf(text)) };
	const isCode = authentication || given(body, 'add_security_recommendation') !== undefined;
	return isCode ? { columns: [{ id: 'body.1', label: 'Body 1 – Code', required: true }] } : undefined;
}

/** A column for each variable of a body. */
export const bodyColumns = (text: string, variables: readonly string[]): Column[] =>
	variables.map((variable) => ({
		id: `body.${variable}`,
		label: `Body ${variable} – ${around(text, variable)}`,
		required: true,
	}));

function allButtons(component: JsonObject): Columns | undefined {
	const buttons = listIn(component, 'buttons');
	if (!buttons) return undefined;
	const columns: Column[] = [];
	const unread: string[] = [];
	for (const [position, button] of buttons.entries()) {
		const found = buttonColumns(position, button);
		if (!found) unread.push(`Button ${position + 1}`);
		else if ('onlyAsJson' in found) return found;
		else columns.push(...found.columns);
	}
	return { columns, unread };
}

/** The editor cuts long labels off at their end, and the variable itself is what has to be seen. */
const SHOWN = { before: 10, after: 24 };

/** A variable with the words next to it: "…order {{2}} is packed…". */
export function around(text: string, variable: string): string {
	const flat = text.replace(/\s+/g, ' ').trim();
	// Where several texts come as one, the header's comes first and counts its own variables: the last place is the body's.
	const found = [...flat.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].filter(([, name]) => name === variable).at(-1);
	if (!found) return `{{${variable}}}`;
	const before = flat.slice(0, found.index);
	const after = flat.slice(found.index + found[0].length);
	// Cut between words, as far as there are any.
	const start =
		before.length > SHOWN.before ? `…${before.slice(-SHOWN.before).replace(/^\S* /, '')}` : before;
	const end = after.length > SHOWN.after ? `${after.slice(0, SHOWN.after).replace(/ \S*$/, '')}…` : after;
	return `${start}${found[0]}${end}`;
}
