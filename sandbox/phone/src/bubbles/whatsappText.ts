/** WhatsApp's way of writing: what its Help Center calls "format your messages". */

export type Inline =
	| { kind: 'plain' | 'code' | 'link'; text: string }
	| { kind: 'bold' | 'italic' | 'strike'; parts: Inline[] };

export type Block =
	| { kind: 'line'; parts: Inline[] }
	| { kind: 'quote'; parts: Inline[] }
	| { kind: 'bullets' | 'numbers'; start: number; items: Inline[][] }
	| { kind: 'monospace'; text: string };

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

/**
 * An address: brackets belong to it in pairs only, and what ends a sentence or a clause behind it does not, in whatever
 * writing.
 */
const LINK =
	/https?:\/\/(?:[^\s<>"*~()、。，；：！？（）「」『』【】《》〈〉]|\([^\s<>"*~()]*\))+(?<![.,;:!?\]'…،؛؟।])/u;

/** A marker counts only where a word begins or ends, and around something that neither begins nor ends with space. */
const INLINE = new RegExp(
	`\`([^\`\n]+)\`|(${LINK.source})|(?<![\\p{L}\\p{N}])([*_~])(?=\\S)((?:(?!\\3).)+?)(?<=\\S)\\3(?![\\p{L}\\p{N}])`,
	'u',
);

export function parseInline(text: string): Inline[] {
	const parts: Inline[] = [];
	let rest = text;
	for (let match = INLINE.exec(rest); match; match = INLINE.exec(rest)) {
		if (match.index > 0) parts.push({ kind: 'plain', text: rest.slice(0, match.index) });
		const [whole, code, link, mark, inside = ''] = match;
		if (code !== undefined) parts.push({ kind: 'code', text: code });
		else if (link !== undefined) parts.push({ kind: 'link', text: link });
		else parts.push({ kind: MARKS[mark as keyof typeof MARKS], parts: parseInline(inside) });
		rest = rest.slice(match.index + whole.length);
	}
	if (rest !== '') parts.push({ kind: 'plain', text: rest });
	return parts;
}

const QUOTE = /^> (.*)$/;
const BULLET = /^[*-] (.*)$/;
const NUMBER = /^(\d{1,3})\. (.*)$/;

function parseLines(text: string): Block[] {
	const blocks: Block[] = [];
	const append = (kind: 'bullets' | 'numbers', start: number, item: string) => {
		const last = blocks.at(-1);
		if (last?.kind === kind) last.items.push(parseInline(item));
		else blocks.push({ kind, start, items: [parseInline(item)] });
	};
	for (const line of text.split('\n')) {
		const quote = QUOTE.exec(line);
		const bullet = BULLET.exec(line);
		const numbered = NUMBER.exec(line);
		if (quote) blocks.push({ kind: 'quote', parts: parseInline(quote[1] as string) });
		else if (bullet) append('bullets', 1, bullet[1] as string);
		else if (numbered) append('numbers', Number(numbered[1]), numbered[2] as string);
		else blocks.push({ kind: 'line', parts: parseInline(line) });
	}
	return blocks;
}

export function parseWhatsApp(text: string): Block[] {
	return text.split(/```([\s\S]+?)```/).flatMap((piece, index): Block[] => {
		if (index % 2 === 1) return [{ kind: 'monospace', text: piece.replace(/^\n|\n$/g, '') }];
		const trimmed = index === 0 ? piece.replace(/\n$/, '') : piece.replace(/^\n/, '');
		return trimmed === '' ? [] : parseLines(trimmed);
	});
}

/** The words without their marks, for where a message is only hinted at. */
export const plainWords = (text: string): string => flatten(parseInline(text));

const flatten = (parts: Inline[]): string =>
	parts.map((part) => ('parts' in part ? flatten(part.parts) : part.text)).join('');
