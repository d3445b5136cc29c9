import { isObject, textIn } from './events/json';
import type { JsonObject } from './events/json';
import type { FilledComponent, Parameter } from './templateMessage';

/** What a recipient sees of a message, in words. */
export interface Preview {
	type: string;
	/** The text people read first. */
	text: string;
	header?: string;
	footer?: string;
	/** What stands on the buttons, or on the rows of a list. */
	buttons?: string[];
	/** The texts of a carousel's cards. */
	cards?: string[];
}

/** A message in WhatsApp's own form: `type`, and what stands under that name. */
export function previewOf(type: string, content: unknown): Preview {
	const part = isObject(content) ? content : {};
	switch (type) {
		case 'text':
			return { type, text: typeof content === 'string' ? content : (textIn(part, 'body') ?? '') };
		case 'interactive':
			return interactivePreview(part);
		case 'location': {
			const place = [textIn(part, 'name'), textIn(part, 'address')].filter(Boolean).join(', ');
			return { type, text: place || `${String(part.latitude)}, ${String(part.longitude)}` };
		}
		case 'contacts': {
			const cards = Array.isArray(content) ? content.filter(isObject) : [];
			const names = cards.map(({ name }) => (isObject(name) ? textIn(name, 'formatted_name') : null));
			return { type, text: names.filter(Boolean).join(', ') };
		}
		default:
			return { type, text: textIn(part, 'caption') ?? textIn(part, 'filename') ?? '' };
	}
}

function interactivePreview(interactive: JsonObject): Preview {
	const { header, body, footer, action } = interactive;
	const headerText = isObject(header) ? (textIn(header, 'text') ?? textIn(header, 'type')) : null;
	const footerText = isObject(footer) ? textIn(footer, 'text') : null;
	const buttons = isObject(action) ? buttonsOf(action) : [];
	const cards = isObject(action) && Array.isArray(action.cards) ? action.cards.filter(isObject) : [];
	return {
		type: textIn(interactive, 'type') ?? 'interactive',
		text: isObject(body) ? (textIn(body, 'text') ?? '') : '',
		...(headerText ? { header: headerText } : {}),
		...(footerText ? { footer: footerText } : {}),
		...(buttons.length > 0 ? { buttons } : {}),
		...(cards.length > 0
			? { cards: cards.map(({ body: own }) => (isObject(own) ? textIn(own, 'text') : null) ?? '') }
			: {}),
	};
}

/** Of a carousel those of all cards. */
function buttonsOf({ buttons, sections, button, parameters, cards }: JsonObject): string[] {
	const list = (value: unknown) => (Array.isArray(value) ? value.filter(isObject) : []);
	const titles = [
		...list(buttons).map(({ reply, quick_reply: quick = reply }) =>
			isObject(quick) ? textIn(quick, 'title') : null,
		),
		...(typeof button === 'string' ? [button] : []),
		...list(sections).flatMap(({ rows }) => list(rows).map((row) => textIn(row, 'title'))),
		...(isObject(parameters) ? [textIn(parameters, 'display_text', 'flow_cta')] : []),
		...list(cards).flatMap(({ action }) => (isObject(action) ? buttonsOf(action) : [])),
	];
	return titles.filter((title) => title !== null);
}

/**
 * A template with its values filled in (Meta, "Template messages").
 * @param components of the template, as the provider tells them
 */
export function templatePreview(components: readonly unknown[], filled: readonly FilledComponent[]): Preview {
	const part = (type: string) =>
		components.filter(isObject).find((one) => textIn(one, 'type')?.toUpperCase() === type);
	const valuesOf = (type: string) => filled.find((one) => one.type.toLowerCase() === type)?.parameters ?? [];
	const header = part('HEADER');
	const headerText = header && (textIn(header, 'text') ?? fileOf(valuesOf('header')));
	const footer = part('FOOTER');
	const buttons = part('BUTTONS')?.buttons;
	return {
		type: 'template',
		text: fillText(textIn(part('BODY') ?? {}, 'text') ?? '', valuesOf('body')),
		...(headerText ? { header: fillText(headerText, valuesOf('header')) } : {}),
		...(footer && textIn(footer, 'text') ? { footer: textIn(footer, 'text') as string } : {}),
		...(Array.isArray(buttons) && buttons.length > 0
			? { buttons: buttons.filter(isObject).map((button) => textIn(button, 'text') ?? '') }
			: {}),
	};
}

/** Where the file of a header lies, or what it is called. */
function fileOf([first]: readonly Parameter[]): string | undefined {
	const file = first && first[first.type];
	return isObject(file)
		? (textIn(file, 'filename') ?? textIn(file, 'link') ?? textIn(file, 'id') ?? undefined)
		: undefined;
}

/** Numbered variables are filled in the order in which they stand in the text, named ones by their name. */
function fillText(text: string, parameters: readonly Parameter[]): string {
	const names = [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name))];
	return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => {
		const named = parameters.find((one) => one.parameter_name === name);
		const parameter = named ?? parameters[names.indexOf(name)];
		return parameter ? valueOf(parameter) : whole;
	});
}

/** What WhatsApp puts in for a parameter; amounts and dates have a text for those who cannot format them. */
function valueOf(parameter: Parameter): string {
	const value = parameter[parameter.type];
	return isObject(value) ? (textIn(value, 'fallback_value') ?? '') : String(value ?? '');
}
