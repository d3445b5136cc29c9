import { isNamed, variablesOf } from './template';

/*
 * The rules for a template's texts as they are submitted for approval (Meta, "Template components"). Each gives what
 * is wrong, to stand after the name of the text; lengths are the fields' own matter.
 */

/** WhatsApp rejects bodies whose variables stand at an end or right beside each other. */
export function bodyProblem(text: string): string | undefined {
	const trimmed = text.trim();
	if (/^\{\{\w+\}\}/.test(trimmed)) return 'it begins with a variable; put a word before it';
	if (/\{\{\w+\}\}$/.test(trimmed)) return 'it ends with a variable; put a word or a full stop after it';
	const [pair] = /\{\{\w+\}\}\s*\{\{\w+\}\}/.exec(trimmed) ?? [];
	if (pair !== undefined) return `${pair} are side by side; put a word between them`;
	return variablesProblem(text);
}

/** A header holds one variable at most, wherever it stands. */
export function headerProblem(text: string): string | undefined {
	const { length } = text.match(/\{\{\w+\}\}/g) ?? [];
	return length > 1 ? `${length} variables, the maximum is 1` : variablesProblem(text);
}

export function footerProblem(text: string): string | undefined {
	return text.includes('{{') ? 'a footer cannot hold a variable' : undefined;
}

/** The end of an address is numbered even where the other variables have names. */
export function urlProblem(url: string): string | undefined {
	const other = variablesOf(url).find((variable) => variable !== '1');
	return other === undefined ? undefined : `{{${other}}} must be written {{1}}: an address has one variable`;
}

/** Letters, digits and underscores, all small. */
export function nameProblem(name: string): string | undefined {
	return /^[a-z0-9_]+$/.test(name)
		? undefined
		: `"${name}" may contain lowercase letters, digits and underscores only`;
}

/** One template has numbers or names, never both. */
export function mixtureProblem(variables: readonly string[]): string | undefined {
	const name = variables.find(isNamed);
	const number = variables.find((variable) => !isNamed(variable));
	return name === undefined || number === undefined
		? undefined
		: `{{${number}}} and {{${name}}} are mixed: a template has either numbers or names`;
}

/** Variables are {{1}}, {{2}} and so on, and none may be left out; or they have names of small letters. */
function variablesProblem(text: string): string | undefined {
	const [stray] = /\{\{(?!(\d+|[a-z_][a-z0-9_]*)\}\})[^}]*\}{0,2}/.exec(text) ?? [];
	if (stray !== undefined) {
		return `${stray} is not a valid variable: write {{1}}, {{2}} and so on, or a name such as {{first_name}} in lowercase letters, digits and underscores`;
	}
	const variables = variablesOf(text);
	if (variables.some(isNamed)) return mixtureProblem(variables);
	const numbers = variables.map(Number);
	const missing = numbers.findIndex((_, at) => !numbers.includes(at + 1));
	return missing === -1
		? undefined
		: `{{${missing + 1}}} is missing, but there is {{${Math.max(...numbers)}}}: variables are numbered without gaps`;
}
