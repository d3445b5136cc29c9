import { isObject } from './events/json';
import type { Filled, FilledComponent, FillRules, Parameter, Problem } from './templateMessage';
import { HEADER_FILES, textProblem } from './templateMessage';

/**
 * The components out of raw JSON. A flat list of values, either bare or as parameters, is the body's. Numbers and truth
 * values stand for their text.
 */
export function readComponents(given: unknown, rules: FillRules): Filled {
	if (!Array.isArray(given)) return { problem: 'must be a list of components', at: [] };
	const entries = given.map((entry: unknown) => (isTyped(entry) ? entry : bareValue(entry, rules)));
	const stray = entries.findIndex((entry) => entry === undefined);
	if (stray !== -1) return { problem: 'must be an object with a type', at: [entryAt(stray)] };
	const list = entries as FilledComponent[];
	if (list.length === 0) return { value: [] };
	const values = list.filter(isParameter);
	if (values.length === list.length) {
		const read = readParameters(list as Parameter[], rules);
		return 'problem' in read ? read : { value: [{ type: 'body', parameters: read.value }] };
	}
	if (values.length > 0) {
		return {
			problem: 'this is a parameter, not a component; put it into the parameters of a component',
			at: [entryAt(list.findIndex(isParameter))],
		};
	}
	return readList(list, rules);
}

/** A value of the body that is given without its type. */
function bareValue(entry: unknown, rules: FillRules): Parameter | undefined {
	const text = rules.textOf(entry);
	return text === undefined ? undefined : { type: 'text', text };
}

const isTyped = (entry: unknown): entry is { type: string } =>
	isObject(entry) && typeof entry.type === 'string';

const isParameter = ({ type }: FilledComponent) => ['text', 'currency', 'date_time'].includes(type);

const entryAt = (position: number) => ({ name: String(position), label: `Entry ${position + 1}` });

function readList(components: readonly FilledComponent[], rules: FillRules): Filled {
	const value: FilledComponent[] = [];
	for (const [position, component] of components.entries()) {
		const read = readComponent(component, rules);
		if ('problem' in read) return { ...read, at: [entryAt(position), ...read.at] };
		value.push(read.value);
	}
	return { value };
}

function readComponent(component: FilledComponent, rules: FillRules): { value: FilledComponent } | Problem {
	const { parameters, cards } = component;
	if (Array.isArray(cards)) return readCards(component, cards, rules);
	if (!Array.isArray(parameters)) return { value: component };
	const read = readParameters(parameters, rules);
	return 'problem' in read ? read : { value: { ...component, parameters: read.value } };
}

function readCards(
	carousel: FilledComponent,
	cards: readonly unknown[],
	rules: FillRules,
): { value: FilledComponent } | Problem {
	const value: unknown[] = [];
	for (const [position, card] of cards.entries()) {
		const read = readCard(card, rules);
		if ('problem' in read) {
			return { ...read, at: [{ name: String(position), label: `Card ${position + 1}` }, ...read.at] };
		}
		value.push(read.value);
	}
	return { value: { ...carousel, cards: value } };
}

/** A card's lists hold its components, whatever a provider calls them. */
function readCard(card: unknown, rules: FillRules): { value: unknown } | Problem {
	if (!isObject(card)) return { value: card };
	const value: Record<string, unknown> = { ...card };
	for (const [key, list] of Object.entries(card)) {
		if (!Array.isArray(list)) continue;
		const stray = list.findIndex((entry) => !isTyped(entry));
		if (stray !== -1) return { problem: 'must be an object with a type', at: [entryAt(stray)] };
		const read = readList(list as FilledComponent[], rules);
		if ('problem' in read) return read;
		value[key] = read.value;
	}
	return { value };
}

function readParameters(parameters: readonly unknown[], rules: FillRules): { value: Parameter[] } | Problem {
	const value: Parameter[] = [];
	for (const [position, given] of parameters.entries()) {
		const parameter = isTyped(given) ? withTexts(given, rules) : undefined;
		const problem = parameter ? parameterProblem(parameter, rules) : 'must be an object with a type';
		if (problem !== undefined) {
			return { problem, at: [{ name: String(position), label: `Parameter ${position + 1}` }] };
		}
		value.push(parameter as Parameter);
	}
	return { value };
}

/** The properties of a parameter that are texts, by its type. */
const TEXTS: Readonly<Record<string, string>> = {
	text: 'text',
	payload: 'payload',
	coupon_code: 'coupon_code',
};

/** A parameter whose texts are texts, also where they were given as numbers. */
function withTexts(parameter: Parameter, rules: FillRules): Parameter {
	const { type } = parameter;
	const key = Object.hasOwn(TEXTS, type) ? TEXTS[type] : undefined;
	if (key !== undefined && parameter[key] !== undefined) {
		return { ...parameter, [key]: rules.textOf(parameter[key]) ?? parameter[key] };
	}
	// The words shown where a phone cannot write the amount or the date itself.
	const inner = parameter[type];
	if (!isObject(inner) || inner.fallback_value === undefined) return parameter;
	const fallback = rules.textOf(inner.fallback_value) ?? inner.fallback_value;
	return { ...parameter, [type]: { ...inner, fallback_value: fallback } };
}

function parameterProblem({ type, ...rest }: Parameter, rules: FillRules): string | undefined {
	if (type === 'text') return typeof rest.text === 'string' ? textProblem(rest.text) : 'there is no text';
	if (!HEADER_FILES.some((kind) => kind === type)) return undefined;
	const { link } = isObject(rest[type]) ? rest[type] : {};
	return typeof link === 'string' ? rules.linkProblem(link) : undefined;
}
