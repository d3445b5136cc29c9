import type { JsonObject } from './events/json';
import { isObject, listIn, textIn } from './events/json';

/**
 * Every word of a template, as its recipient would read it from top to bottom (Meta, "Template components"). Variables stand
 * as they are written: `{{1}}`.
 */
export function templateText(components: readonly unknown[]): string[] {
	return components.filter(isObject).flatMap(linesOf);
}

function linesOf(component: JsonObject): string[] {
	const type = (textIn(component, 'type') ?? '').toUpperCase();
	const text = textIn(component, 'text');
	switch (type) {
		case 'HEADER': {
			const format = (textIn(component, 'format') ?? 'TEXT').toLowerCase();
			return [text ?? `[${format}]`];
		}
		case 'BODY':
			return [text ?? '[WhatsApp’s own text with the code]'];
		case 'FOOTER':
			return text === null ? [] : [text];
		case 'BUTTONS':
			return (listIn(component, 'buttons') ?? []).filter(isObject).map(buttonLine);
		case 'CAROUSEL':
			return (listIn(component, 'cards') ?? [])
				.filter(isObject)
				.flatMap((card, at) => [`Card ${at + 1}:`, ...templateText(listIn(card, 'components') ?? [])]);
		default:
			return text === null ? [] : [text];
	}
}

/** "[Track order] https://example.org/{{1}}" */
function buttonLine(button: JsonObject): string {
	const target = textIn(button, 'url', 'phone_number');
	const label = textIn(button, 'text') ?? (textIn(button, 'type') ?? 'button').toLowerCase();
	return target === null ? `[${label}]` : `[${label}] ${target}`;
}
