import { variablesOf } from './template';

/*
 * The rules for a template's texts as they are handed in for approval (Meta, "Template components"). Each gives what
 * is wrong, to be read on after the name of the text; lengths are the fields' own matter.
 */

/** WhatsApp rejects bodies whose variables stand at an end or right beside each other. */
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
	const { length } = text.match(/\{\{\d+\}\}/g) ?? [];
	return length > 1 ? `has ${length} variables, but a header holds one at most` : numberingProblem(text);
}

export function footerProblem(text: string): string | undefined {
	return text.includes('{{') ? 'holds a variable, which a footer cannot' : undefined;
}

/** Letters, digits and underscores, all small. */
export function nameProblem(name: string): string | undefined {
	return /^[a-z0-9_]+$/.test(name)
		? undefined
		: `is "${name}", but may hold small letters, digits and underscores only`;
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
