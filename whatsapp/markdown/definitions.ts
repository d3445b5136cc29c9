/** What is known of a text while it is read. */
export interface Reading {
	/** Where the labels of `[text][label]` lead, by label in lower case. */
	definitions: ReadonlyMap<string, string>;
	/** Whether anything was found that is Markdown and nothing else: `*this*` is WhatsApp's formatting as well. */
	isMarkdown: boolean;
}

const DEFINITION =
	/^ {0,3}\[([^\]^][^\]]*)\]:[ \t]*<?(\S+?)>?(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^)]*\)))?[ \t]*$/;
const FENCE = /^ {0,3}(?:```[^`]*$|~~~)/;

export const labelOf = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase();

/** Takes the definitions of links out of the lines. One that no link refers to is text like any other. */
export function definitionsOf(lines: string[]): { lines: string[]; definitions: Reading['definitions'] } {
	const definitions = new Map<string, string>();
	if (!lines.some((line) => line.includes(']:'))) return { lines, definitions };
	const kept: string[] = [];
	const uses = usesOf(lines);
	let isCode = false;
	for (const line of lines) {
		if (FENCE.test(line)) isCode = !isCode;
		const found = isCode ? null : DEFINITION.exec(line);
		const [, label = '', address = ''] = found ?? [];
		const isUsed = found !== null && (uses.get(labelOf(label)) ?? 0) > 1;
		if (isUsed) definitions.set(labelOf(label), address);
		else kept.push(line);
	}
	return { lines: kept, definitions };
}

/** How often each label stands between brackets, its definition included. */
function usesOf(lines: string[]): Map<string, number> {
	const uses = new Map<string, number>();
	for (const [, label = ''] of lines.join('\n').matchAll(/\[([^[\]]{1,999})\]/g)) {
		uses.set(labelOf(label), (uses.get(labelOf(label)) ?? 0) + 1);
	}
	return uses;
}
