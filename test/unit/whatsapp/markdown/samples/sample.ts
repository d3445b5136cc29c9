/** A Markdown text, and what WhatsApp is to get for it. */
export interface Sample {
	name: string;
	markdown: string;
	whatsapp: string;
	/** Why WhatsApp does not show it as another parser of Markdown reads it. */
	differs?: string;
}

/**
 * A text of several lines, without the indent of the source and without its first and last line break. A backslash is one,
 * except before a backtick.
 */
export function text({ raw }: TemplateStringsArray): string {
	const lines = raw.join('').replace(/\\`/g, '`').split('\n').slice(1, -1);
	const indent = Math.min(...lines.filter((line) => line !== '').map((line) => /^\t*/.exec(line)![0].length));
	return lines.map((line) => line.slice(indent)).join('\n');
}
