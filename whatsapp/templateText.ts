import { variablesOf } from './template';

/** A template's texts as they are handed in for approval (Meta, "Template components": limits and variables). */

const VARIABLE = /\{\{\d+\}\}/g;

/** What is wrong with the variables of a body: WhatsApp rejects templates that break these rules. */
export function bodyProblem(text: string): string | undefined {
	const trimmed = text.trim();
	if (/^\{\{\d+\}\}/.test(trimmed)) return 'begins with a variable; put a word before it';
	if (/\{\{\d+\}\}$/.test(trimmed)) return 'ends with a variable; put a word or a full stop after it';
	const [pair] = /\{\{\d+\}\}\s*\{\{\d+\}\}/.exec(trimmed) ?? [];
	if (pair !== undefined) return `has ${pair} side by side; put a word between them`;
	return numberingProblem(text);
}

/** A header holds one variable at most, wherever it stands. */
export function headerProblem(text: string): string | undefined {
	const count = (text.match(VARIABLE) ?? []).length;
	return count > 1 ? `has ${count} variables, but a header holds one at most` : numberingProblem(text);
}

export function footerProblem(text: string): string | undefined {
	return text.includes('{{') ? 'holds a variable, which a footer cannot' : undefined;
}

/** Variables are {{1}}, {{2}} and so on; none may be left out. */
function numberingProblem(text: string): string | undefined {
	const [stray] = /\{\{(?!\d+\}\})[^}]*\}{0,2}/.exec(text) ?? [];
	if (stray !== undefined) return `contains ${stray}, but variables are written {{1}}, {{2}} and so on`;
	const numbers = variablesOf(text).map(Number);
	const missing = numbers.findIndex((_, at) => !numbers.includes(at + 1));
	return missing === -1
		? undefined
		: `has {{${Math.max(...numbers)}}}, but {{${missing + 1}}} is missing: variables are numbered without gaps`;
}

/** Letters, digits and underscores, all small. */
export function nameProblem(name: string): string | undefined {
	return /^[a-z0-9_]+$/.test(name)
		? undefined
		: `is "${name}", but may hold small letters, digits and underscores only`;
}

/** What is needed of a definition to create it. */
export interface TemplateDraft {
	header?: { format: 'TEXT'; text: string } | { format: 'IMAGE' | 'DOCUMENT' | 'VIDEO'; handle: string };
	body: string;
	footer?: string;
	quickReplies: readonly string[];
	/** A sample for each variable, by the place it is for: `header.text`, `body.1`… */
	examples: ReadonlyMap<string, string>;
}

/** The variables of a draft, by place, in their order. */
export const placesOf = ({ header, body }: Pick<TemplateDraft, 'header' | 'body'>): string[] => [
	...(header?.format === 'TEXT' && variablesOf(header.text).length > 0 ? ['header.text'] : []),
	...variablesOf(body)
		.map(Number)
		.sort((a, b) => a - b)
		.map((number) => `body.${number}`),
];

/**
 * The components of a new template. A sample is given exactly where there is something to be filled in; the samples of
 * a body are a list within a list.
 */
export function draftComponents({ header, body, footer, quickReplies, examples }: TemplateDraft) {
	const samples = placesOf({ body }).map((place) => examples.get(place));
	return [
		...(header ? [headerComponent(header, examples)] : []),
		{ type: 'BODY', text: body, ...(samples.length > 0 ? { example: { body_text: [samples] } } : {}) },
		...(footer === undefined ? [] : [{ type: 'FOOTER', text: footer }]),
		...(quickReplies.length > 0
			? [{ type: 'BUTTONS', buttons: quickReplies.map((text) => ({ type: 'QUICK_REPLY', text })) }]
			: []),
	];
}

function headerComponent(header: NonNullable<TemplateDraft['header']>, examples: TemplateDraft['examples']) {
	const { format } = header;
	if (format !== 'TEXT') return { type: 'HEADER', format, example: { header_handle: [header.handle] } };
	const { text } = header;
	const hasVariable = variablesOf(text).length > 0;
	return {
		type: 'HEADER',
		format,
		text,
		...(hasVariable ? { example: { header_text: [examples.get('header.text')] } } : {}),
	};
}
