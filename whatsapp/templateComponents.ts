import { isObject, listIn, objectIn, textIn } from './events/json';
import type { JsonObject } from './events/json';
import { limits } from './limits';

const { template } = limits;

/** The longest texts of components, by their type; a header's is counted only where it is text. */
const LONGEST: Readonly<Record<string, number>> = {
	HEADER: template.header,
	BODY: template.body,
	FOOTER: template.footer,
	LIMITED_TIME_OFFER: template.offer,
	CALL_PERMISSION_REQUEST: template.callPermission,
};

/**
 * What is wrong with the components of a new template that were given as JSON, in words that stand after the field's
 * label (Meta, "Template components"). Kinds of components that are not known here pass.
 */
export function componentsProblem(components: readonly unknown[]): string | undefined {
	for (const [at, component] of components.entries()) {
		const problem = componentProblem(component);
		if (problem !== undefined) return `entry ${at + 1} ${problem}`;
	}
	return components.some((component) => typeOf(component) === 'BODY') ? undefined : 'must contain a BODY';
}

const typeOf = (component: unknown) =>
	isObject(component) ? (textIn(component, 'type') ?? '').toUpperCase() : '';

function componentProblem(component: unknown): string | undefined {
	if (!isObject(component)) return 'is not a component: it must be an object';
	const type = typeOf(component);
	if (type === '') return 'is not a component: it needs a type such as BODY';
	const most = LONGEST[type];
	const length = [...(textOf(component, type) ?? '')].length;
	if (most !== undefined && length > most) {
		return `(${type}): ${length} characters, the maximum is ${most}`;
	}
	return type === 'CAROUSEL' ? cardsProblem(listIn(component, 'cards') ?? []) : undefined;
}

const textOf = (component: JsonObject, type: string) =>
	textIn(type === 'LIMITED_TIME_OFFER' ? objectIn(component, 'limited_time_offer') : component, 'text');

function cardsProblem(cards: readonly unknown[]): string | undefined {
	if (cards.length === 0) return 'is a CAROUSEL without cards';
	for (const [at, card] of cards.entries()) {
		const problem = componentsProblem((isObject(card) ? listIn(card, 'components') : undefined) ?? []);
		if (problem !== undefined) return `(card ${at + 1}): ${problem}`;
	}
	return undefined;
}
