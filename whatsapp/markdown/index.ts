import { parseBlocks } from './blocks';
import { writeBlocks } from './write';

/**
 * A Markdown text in WhatsApp's own formatting (WhatsApp Help Center, "How to format your messages"): `*bold*`, `_italic_`,
 * `~struck out~`, lists, quotes and code, each where WhatsApp shows it; what WhatsApp does not know becomes readable text.
 *
 * CommonMark with GitHub's tables, struck out text, lists of tasks and bare addresses. Line breaks are kept. A text without
 * anything that is Markdown alone stays as it is, because it may be in WhatsApp's formatting already: there `*this*` is bold.
 */
export function markdownToWhatsApp(markdown: string): string {
	const { blocks, reading } = parseBlocks(markdown);
	const written = writeBlocks(blocks, reading);
	return reading.isMarkdown ? written : markdown;
}
