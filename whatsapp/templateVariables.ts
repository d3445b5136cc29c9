import { isNamed, variablesOf } from './template';
import { buttonColumnName, buttonValueProblem, filledButtons, isButtonColumn } from './templateButtons';
import type { Filled, FillRules, Problem } from './templateMessage';
import { HEADER_FILES, textProblem } from './templateMessage';

const HEADER_TEXT = 'header.text';

/** The name of a column for people. */
export function columnName(id: string): string {
	const [part, first] = id.split('.');
	if (part === 'body') return `Body ${first}`;
	if (part === 'header') return `Header ${first === 'filename' ? 'file name' : first}`;
	return buttonColumnName(id);
}

/**
 * Where the value of a header's text goes. The id in saved workflows is `header.text` for every template; that of a
 * named variable has the name in it, which the label of the column shows.
 */
export function headerColumnId(label: string): string {
	const [variable = ''] = variablesOf(label);
	return variable !== '' && isNamed(variable) ? `${HEADER_TEXT}.${variable}` : HEADER_TEXT;
}

/**
 * What a value is called among the fields of an item: a variable with a name by that name, everything else by the column's id
 * with underscores, such as `body_1`, `header_image` and `button_0_url`.
 */
export function inputName(column: { id: string; label: string }): string {
	const id = column.id === HEADER_TEXT ? headerColumnId(column.label) : column.id;
	const [, variable = ''] = /^(?:body|header\.text)\.(\w+)$/.exec(id) ?? [];
	return isNamed(variable) && variable !== '' ? variable : id.replaceAll('.', '_');
}

/** The column that a field of an item is for, as far as its name alone says it: the other way round. */
export function columnOfInput(name: string): string | undefined {
	const body = /^body_(\d+)$/.exec(name);
	if (body) return `body.${body[1]}`;
	const header = /^header_(text|image|video|document|filename)$/.exec(name);
	if (header) return `header.${header[1]}`;
	const button = /^button_(\d+)_(\w+)$/.exec(name);
	const id = button ? `button.${button[1]}.${button[2]}` : '';
	return isButtonColumn(id) ? id : undefined;
}

/**
 * The components out of filled columns (see `Column` for their ids). Columns left empty are not passed in, unless the
 * template needs them.
 */
export function fillColumns(columns: ReadonlyMap<string, string>, rules: FillRules): Filled {
	for (const [id, value] of columns) {
		const problem = columnProblem(id, value, rules);
		if (problem) return at(id, problem);
	}
	const header = headerOf(columns);
	if ('problem' in header) return header;
	const body = bodyOf(columns);
	if ('problem' in body) return body;
	const buttons = filledButtons(columns, rules);
	if ('problem' in buttons) return at(buttons.id, buttons.problem);
	return { value: [...header.value, ...body.value, ...buttons.value] };
}

const at = (id: string, problem: string): Problem => ({
	problem,
	at: [{ name: id.startsWith(HEADER_TEXT) ? HEADER_TEXT : id, label: columnName(id) }],
});

const COLUMN = /^(header\.(text(\.\w+)?|image|video|document|filename)|body\.\w+)$/;

function columnProblem(id: string, value: string, rules: FillRules): string | undefined {
	if (isButtonColumn(id)) return buttonValueProblem(id, value);
	if (!COLUMN.test(id)) return 'is not a variable that a template can have';
	const isLink = HEADER_FILES.some((kind) => id === `header.${kind}`);
	return textProblem(value) ?? (isLink ? rules.linkProblem(value) : undefined);
}

function headerOf(columns: ReadonlyMap<string, string>): Filled {
	const ids = [...columns.keys()];
	const text = ids.filter((id) => id === HEADER_TEXT || id.startsWith(`${HEADER_TEXT}.`));
	const given = [...text, ...HEADER_FILES.map((kind) => `header.${kind}`).filter((id) => columns.has(id))];
	const filename = columns.get('header.filename');
	const [id, second] = given;
	if (id !== undefined && second !== undefined) {
		return at(
			second,
			`the header's ${kindOf(id)} is filled in as well, but a header can have only one of them`,
		);
	}
	if (filename !== undefined && id !== 'header.document') {
		return at('header.filename', 'only a document header can have a file name');
	}
	if (id === undefined) return { value: [] };
	const value = columns.get(id) as string;
	const kind = kindOf(id);
	const parameter =
		kind === 'text'
			? textParameter(id.slice(HEADER_TEXT.length + 1), value)
			: { type: kind, [kind]: { link: value, ...(filename === undefined ? {} : { filename }) } };
	return { value: [{ type: 'header', parameters: [parameter] }] };
}

const kindOf = (id: string) => id.split('.')[1] ?? '';

/** Numbered variables go by their position, named ones by their name. */
function bodyOf(columns: ReadonlyMap<string, string>): Filled {
	const names = [...columns.keys()]
		.filter((id) => id.startsWith('body.'))
		.map((id) => id.slice('body.'.length));
	if (names.length === 0) return { value: [] };
	const named = names.some(isNamed);
	const ordered = named ? names : [...names].sort((a, b) => Number(a) - Number(b));
	const missing = named ? -1 : ordered.findIndex((name, position) => Number(name) !== position + 1);
	if (missing !== -1) return at(`body.${missing + 1}`, 'it is missing');
	const parameters = ordered.map((name) =>
		textParameter(named ? name : '', columns.get(`body.${name}`) as string),
	);
	return { value: [{ type: 'body', parameters }] };
}

const textParameter = (name: string, text: string) => ({
	type: 'text',
	...(name === '' ? {} : { parameter_name: name }),
	text,
});
