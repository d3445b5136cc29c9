/** Enough of a page to find its first words in. */
const LOOKED_AT = 20_000;

/** The first words of a page or a text, without tags, for showing them in an error. */
export const plainText = (page: string, length = 300): string =>
	page
		.slice(0, LOOKED_AT)
		// No "<" within a tag: otherwise a page of nothing but "<" would take seconds.
		.replace(/<(script|style)\b[^<>]*>[^<]*<\/\1>|<[^<>]*>/gi, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, length)
		// Half of a character is none.
		.replace(/[\ud800-\udbff]$/, '');

/** The title of a page, for telling which one it is; empty where it has none. */
export function pageTitle(page: string): string {
	const [, title = ''] = /<title\b[^<>]*>([^<]*)</i.exec(page.slice(0, LOOKED_AT)) ?? [];
	return plainText(title, 80);
}
