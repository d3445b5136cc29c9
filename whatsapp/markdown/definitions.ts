/** What is known of a text while it is read. */
export interface Reading {
	/** Where the labels of `[text][label]` lead, by label in lower case. */
	definitions: ReadonlyMap<string, string>;
	/** Whether anything was found that is Markdown and nothing else: `*this*` is WhatsApp's formatting as well. */
	isMarkdown: boolean;
}

const DEFINITION =
	/^ {0,3}\[([^\]^][^\]]*)\]:[ \t]*<?(\S+?)>?(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^)]*\)))?[ \t]*$/;
const FENCE = /^ {0,3}(?:```|~~~)/;

export const labelOf = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase();

/** Takes the definitions of links out of the lines. One that no link refers to is text like any other. */
export function definitionsOf(lines: string[]): { lines: string[]; definitions: Reading['definitions'] } {
	const definitions = new Map<string, string>();
	const kept: string[] = [];
	const all = lines.join('\n').toLowerCase();
	let isCode = false;
	for (const line of lines) {
		if (FENCE.test(line)) isCode = !isCode;
		const found = isCode ? null : DEFINITION.exec(line);
		const [, label = '', address = ''] = found ?? [];
		const isUsed = found !== null && all.split(`[${label.toLowerCase()}]`).length > 2;
		if (isUsed) definitions.set(labelOf(label), address);
		else kept.push(line);
	}
	return { lines: kept, definitions };
}
