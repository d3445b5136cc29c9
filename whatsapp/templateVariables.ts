/** A component of a template message with its values (Meta, "Template messages": `components`). */
export type FilledComponent = {
	type: string;
	sub_type?: string;
	index?: number | string;
	parameters?: Parameter[];
	[more: string]: unknown;
};

type Parameter = { type: string; [more: string]: unknown };

/** What differs between providers. */
export interface FillRules {
	/** How a button's position goes on the wire. */
	buttonIndex(position: number): number | string;
	/** What is wrong with the address of a file, if anything. */
	linkProblem(link: string): string | undefined;
}

/** The components, or what is wrong at which place from the outside in. */
export type Filled = { value: FilledComponent[] } | Problem;

interface Problem {
	problem: string;
	at: Array<{ name: string; label: string }>;
}

/** What a header can hold instead of text. */
const HEADER_FILES = ['image', 'video', 'document'] as const;

/**
 * What is wrong with a text that goes into a template: WhatsApp takes no empty ones, no line breaks or tabs and no more
 * than four spaces in a row (Meta, "Template messages", error 132012 and 100).
 */
export function textProblem(text: string): string | undefined {
	if (text.trim() === '') return 'is empty';
	if (/[\r\n\t]/.test(text)) return 'contains a line break or a tab, which WhatsApp refuses in templates';
	if (/ {5,}/.test(text)) return 'has more than four spaces in a row, which WhatsApp refuses in templates';
	return undefined;
}

/** The name of a column for people. */
export function columnName(id: string): string {
	const [part, first, second] = id.split('.');
	if (part === 'body') return `Body ${first}`;
	if (part === 'header') return `Header ${first === 'filename' ? 'file name' : first}`;
	return `Button ${Number(first) + 1} ${second === 'url' ? 'address' : 'code'}`;
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
	return { value: [...header.value, ...body.value, ...buttonsOf(columns, rules)] };
}

const at = (id: string, problem: string): Problem => ({
	problem,
	at: [{ name: id, label: columnName(id) }],
});

const COLUMN = /^(header\.(text|image|video|document|filename)|body\.\w+|button\.\d+\.(url|copy_code))$/;

function columnProblem(id: string, value: string, rules: FillRules): string | undefined {
	if (!COLUMN.test(id)) return 'is no place in a template';
	const isLink = HEADER_FILES.some((kind) => id === `header.${kind}`);
	return textProblem(value) ?? (isLink ? rules.linkProblem(value) : undefined);
}

function headerOf(columns: ReadonlyMap<string, string>): Filled {
	const given = ['text', ...HEADER_FILES].filter((kind) => columns.has(`header.${kind}`));
	const filename = columns.get('header.filename');
	if (given.length > 1) {
		return at(
			`header.${given[1]}`,
			`is filled in beside the header's ${given[0]}: a header is only one of them`,
		);
	}
	const [kind] = given;
	if (filename !== undefined && kind !== 'document') {
		return at('header.filename', 'is filled in, but the header is no document');
	}
	if (kind === undefined) return { value: [] };
	const value = columns.get(`header.${kind}`) as string;
	const parameter =
		kind === 'text'
			? { type: 'text', text: value }
			: { type: kind, [kind]: { link: value, ...(filename === undefined ? {} : { filename }) } };
	return { value: [{ type: 'header', parameters: [parameter] }] };
}

/** Numbered variables go by their position, named ones by their name. */
function bodyOf(columns: ReadonlyMap<string, string>): Filled {
	const names = [...columns.keys()]
		.filter((id) => id.startsWith('body.'))
		.map((id) => id.slice('body.'.length));
	if (names.length === 0) return { value: [] };
	const named = names.some((name) => !/^\d+$/.test(name));
	const ordered = named ? names : [...names].sort((a, b) => Number(a) - Number(b));
	const missing = named ? -1 : ordered.findIndex((name, position) => Number(name) !== position + 1);
	if (missing !== -1) return at(`body.${missing + 1}`, 'is missing');
	const parameters = ordered.map((name) => ({
		type: 'text',
		...(named ? { parameter_name: name } : {}),
		text: columns.get(`body.${name}`) as string,
	}));
	return { value: [{ type: 'body', parameters }] };
}

function buttonsOf(columns: ReadonlyMap<string, string>, rules: FillRules): FilledComponent[] {
	return [...columns]
		.filter(([id]) => id.startsWith('button.'))
		.map(([id, value]) => {
			const [, position, subType] = id.split('.');
			return { position: Number(position), subType, value };
		})
		.sort((a, b) => a.position - b.position)
		.map(({ position, subType, value }) => ({
			type: 'button',
			sub_type: subType,
			index: rules.buttonIndex(position),
			parameters: [
				subType === 'copy_code' ? { type: 'coupon_code', coupon_code: value } : { type: 'text', text: value },
			],
		}));
}

/**
 * The components out of raw JSON. A flat list of values, either texts or parameters, is the body's; current servers
 * take components only (Heltar API, "Send bulk campaign").
 */
export function readComponents(given: unknown, rules: FillRules): Filled {
	if (!Array.isArray(given)) return { problem: 'must be a list of components', at: [] };
	const list = given.map((entry: unknown) =>
		typeof entry === 'string' ? { type: 'text', text: entry } : entry,
	);
	const stray = list.findIndex((entry) => !isTyped(entry));
	if (stray !== -1) return { problem: 'must be an object with a type', at: [entryAt(stray)] };
	const entries = list as FilledComponent[];
	const flat = entries.length > 0 && entries.every(isParameter);
	const components = flat ? [{ type: 'body', parameters: entries as Parameter[] }] : entries;
	const problem = flat ? parametersProblem(entries, rules) : componentsProblem(components, rules);
	return problem ?? { value: components };
}

const isTyped = (entry: unknown): entry is { type: string } =>
	typeof entry === 'object' && entry !== null && 'type' in entry && typeof entry.type === 'string';

const isParameter = (entry: FilledComponent) => ['text', 'currency', 'date_time'].includes(entry.type);

const entryAt = (position: number) => ({ name: String(position), label: `Entry ${position + 1}` });

function componentsProblem(components: readonly FilledComponent[], rules: FillRules): Problem | undefined {
	for (const [position, { parameters }] of components.entries()) {
		const problem = Array.isArray(parameters) ? parametersProblem(parameters, rules) : undefined;
		if (problem) return { ...problem, at: [entryAt(position), ...problem.at] };
	}
	return undefined;
}

function parametersProblem(parameters: readonly unknown[], rules: FillRules): Problem | undefined {
	for (const [position, parameter] of parameters.entries()) {
		const problem = parameterProblem(parameter, rules);
		if (problem) {
			return { problem, at: [{ name: String(position), label: `Parameter ${position + 1}` }] };
		}
	}
	return undefined;
}

function parameterProblem(parameter: unknown, rules: FillRules): string | undefined {
	if (!isTyped(parameter)) return 'must be an object with a type';
	const { type, ...rest } = parameter as Parameter;
	if (type === 'text') return typeof rest.text === 'string' ? textProblem(rest.text) : 'has no text';
	if (!HEADER_FILES.some((kind) => kind === type)) return undefined;
	const link = (rest[type] as { link?: unknown } | undefined)?.link;
	return typeof link === 'string' ? rules.linkProblem(link) : undefined;
}
