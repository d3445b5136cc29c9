/** A component of a template message with its values (Meta, "Template messages": `components`). */
export type FilledComponent = {
	type: string;
	sub_type?: string;
	index?: number | string;
	parameters?: Parameter[];
	[more: string]: unknown;
};

export type Parameter = { type: string; [more: string]: unknown };

/** What differs between providers, and how the caller reads values. */
export interface FillRules {
	/** How a button's position goes on the wire. */
	buttonIndex(position: number): number | string;
	/** What is wrong with the address of a file, if anything. */
	linkProblem(link: string): string | undefined;
	/** A value as text, as the fields take it; undefined for what is none, such as an object. */
	textOf(value: unknown): string | undefined;
}

/** The components, or what is wrong at which place from the outside in. */
export type Filled = { value: FilledComponent[] } | Problem;

export interface Problem {
	problem: string;
	at: Array<{ name: string; label: string }>;
}

/** What a header can hold instead of text. */
export const HEADER_FILES = ['image', 'video', 'document'] as const;

/**
 * What is wrong with a text that goes into a template: WhatsApp takes no empty ones, no line breaks or tabs and no more
 * than four spaces in a row (Meta, "Template messages", error 132012 and 100).
 */
export function textProblem(text: string): string | undefined {
	if (text.trim() === '') return 'nothing is filled in';
	if (/[\r\n\t]/.test(text)) return 'contains a line break or a tab, which WhatsApp refuses in templates';
	if (/ {5,}/.test(text))
		return 'contains more than four spaces in a row, which WhatsApp refuses in templates';
	return undefined;
}
