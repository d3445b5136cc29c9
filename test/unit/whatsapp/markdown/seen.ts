import { marked, type MarkedToken, type Token, type Tokens } from 'marked';

import { parseWhatsApp, type Inline } from '../../../../sandbox/phone/src/bubbles/whatsappText';

export type Look = 'bold' | 'italic' | 'strike' | 'code';
/** What a customer reads: each letter, digit and formatting sign, with how it looks. */
export interface Seen {
	sign: string;
	looks: readonly Look[];
}

const SIGN = /[\p{L}\p{N}\p{M}*_~`]/gu;
const see = (text: string, looks: readonly Look[] = []): Seen[] =>
	(text.match(SIGN) ?? []).map((sign) => ({ sign, looks }));
const withLook = (looks: readonly Look[], look: Look) => [...new Set([...looks, look])].sort();

/** As marked, a parser of its own, reads a Markdown text. */
export const seenByMarked = (markdown: string): Seen[] => seenInTokens(marked.lexer(markdown), []);

const seenInTokens = (tokens: Token[] | undefined, looks: readonly Look[]): Seen[] =>
	(tokens ?? []).flatMap((token) => seenInToken(token as MarkedToken, looks));

function seenInToken(token: MarkedToken, looks: readonly Look[]): Seen[] {
	switch (token.type) {
		case 'code':
			return see(token.text, withLook([], 'code'));
		case 'codespan':
			return see(token.text, withLook(looks, 'code'));
		case 'heading':
		case 'strong':
			return seenInTokens(token.tokens, withLook(looks, 'bold'));
		case 'em':
			return seenInTokens(token.tokens, withLook(looks, 'italic'));
		case 'del':
			return seenInTokens(token.tokens, withLook(looks, 'strike'));
		case 'list':
			return token.items.flatMap((item, index) => [
				...(token.ordered ? see(String(Number(token.start) + index)) : []),
				...seenInTokens(item.tokens, looks),
			]);
		case 'link':
		case 'image':
			return seenInLink(token, looks);
		case 'table':
			return seenInTable(token);
		case 'html':
			return see(token.text.replace(/<br *\/?>/g, ''), looks);
		case 'blockquote':
		case 'paragraph':
			return seenInTokens(token.tokens, looks);
		case 'text':
			return token.tokens ? seenInTokens(token.tokens, looks) : see(decoded(token.text), looks);
		case 'escape':
			return see(token.text, looks);
		default:
			return [];
	}
}

/** Its text and its address, which has no look; the address alone where both are the same. */
function seenInLink(token: Tokens.Link | Tokens.Image, looks: readonly Look[]): Seen[] {
	if (token.raw === token.text) return see(token.text);
	const address = decoded(token.href).replace(/^(?:mailto|tel):/, '');
	const shown = token.type === 'image' ? see(decoded(token.text), looks) : seenInTokens(token.tokens, looks);
	const plain = (signs: Seen[]) => signs.map(({ sign }) => sign).join('');
	const isSame = [address, address.replace(/^https?:/, '')].some((one) => plain(see(one)) === plain(shown));
	return isSame ? see(address) : [...shown, ...see(address)];
}

/** What the first column is called, and for each row its first cell and its other cells behind what their columns are called. */
function seenInTable({ header, rows }: Tokens.Table): Seen[] {
	const [title, ...columns] = header;
	const all = rows.length === 0 ? columns : [];
	return [
		...[title, ...all].flatMap((cell) => seenInTokens(cell?.tokens, ['bold'])),
		...rows.flatMap(([label, ...cells]) => [
			...seenInTokens(label?.tokens, ['bold']),
			...cells.flatMap((cell, index) =>
				cell.text === ''
					? []
					: [...seenInTokens(columns[index]?.tokens, []), ...seenInTokens(cell.tokens, [])],
			),
		]),
	];
}

const NAMED: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	copy: '©',
	nbsp: '\u00a0',
	eacute: 'é',
};
const decoded = (text: string) =>
	text.replace(/&(?:#(\d+)|#x([0-9A-F]+)|(\w+));/gi, (entity, decimal, hexadecimal, name) => {
		if (name) return NAMED[name] ?? entity;
		return String.fromCodePoint(decimal ? Number(decimal) : parseInt(hexadecimal, 16));
	});

/** As a WhatsApp message looks on the phone page. */
export function seenOnPhone(whatsapp: string): Seen[] {
	return parseWhatsApp(whatsapp).flatMap((block): Seen[] => {
		switch (block.kind) {
			case 'monospace':
				return see(block.text, ['code']);
			case 'bullets':
				return block.items.flatMap((item) => seenInParts(item, []));
			case 'numbers':
				return block.items.flatMap((item, index) => [
					...see(String(block.start + index)),
					...seenInParts(item, []),
				]);
			default:
				return seenInParts(block.parts, []);
		}
	});
}

const seenInParts = (parts: Inline[], looks: readonly Look[]): Seen[] =>
	parts.flatMap((part) => {
		if ('parts' in part) return seenInParts(part.parts, withLook(looks, part.kind));
		return see(part.text, part.kind === 'code' ? withLook(looks, 'code') : looks);
	});

/** To compare: `word` with its looks between brackets. */
export const asText = (seen: Seen[]): string => {
	let text = '';
	seen.forEach(({ sign, looks }, index) => {
		const shown = looks.join('+');
		if (shown !== (seen[index - 1]?.looks.join('+') ?? '')) text += `[${shown}]`;
		text += sign;
	});
	return text;
};

export const lettersOf = (seen: Seen[]): string =>
	seen
		.map(({ sign }) => sign)
		.filter((sign) => !/[*_~`]/.test(sign))
		.join('');
