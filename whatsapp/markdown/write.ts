import type { Block, ListItem } from './blocks';
import type { Reading } from './definitions';
import type { Piece } from './emphasis';
import { traitsOf } from './emphasis';
import { characterAt, characterBefore, parseInline } from './inline';

/** A line of text, or of a block of code. */
type Line = string | Code;
interface Code {
	code: string;
}

/** WhatsApp has no rules across a message. */
const RULE = '———';
const MARKS = [
	['bold', '*'],
	['italic', '_'],
	['strike', '~'],
] as const;

/** Blocks as the lines of a WhatsApp message. */
export const writeBlocks = (blocks: Block[], reading: Reading): string =>
	linesOf(blocks, reading)
		.map((line) => (typeof line === 'string' ? line : line.code))
		.join('\n');

const linesOf = (blocks: Block[], reading: Reading): Line[] => {
	// Most items of lists: nothing to put together.
	if (blocks.length === 1) return linesOfBlock(blocks[0] as Block, reading);
	const written: Line[] = [];
	for (const block of blocks) {
		const lines = linesOfBlock(block, reading);
		if (lines.length === 0) continue;
		if (written.length > 0) addEmpty(written, block.blank);
		for (const line of lines) written.push(line);
	}
	return written;
};

function addEmpty(lines: Line[], count: number): void {
	for (let added = 0; added < count; added++) lines.push('');
}

function linesOfBlock(block: Block, reading: Reading): Line[] {
	switch (block.kind) {
		case 'paragraph':
			return writeInline(parseInline(block.text, reading));
		case 'heading':
			reading.isMarkdown = true;
			return block.text === '' ? [] : writeInline(bold(parseInline(block.text, reading)));
		case 'rule':
			reading.isMarkdown = true;
			return [RULE];
		case 'code':
			reading.isMarkdown ||= block.isMarkdown;
			if (block.text.trim() === '') return [];
			return ['```', ...block.text.split('\n'), '```'].map((code) => ({ code }));
		case 'quote':
			return linesOf(block.blocks, reading)
				.map(quoted)
				.filter((line) => line !== '');
		case 'list': {
			const lines: Line[] = [];
			for (const [index, item] of block.items.entries()) {
				if (index > 0) addEmpty(lines, item.blank);
				for (const line of linesOfItem(item, reading)) lines.push(line);
			}
			return lines;
		}
		case 'table':
			reading.isMarkdown = true;
			return linesOfTable(block.header, block.rows, reading);
	}
}

/** WhatsApp quotes lines of one level, and knows no blocks of code inside. */
function quoted(line: Line): string {
	if (typeof line === 'string') return line.startsWith('> ') ? line : `> ${line}`;
	if (line.code === '```') return '';
	return line.code === '' ? '> ' : `> \`${line.code}\``;
}

function linesOfItem({ number, isMarkdown, blocks }: ListItem, reading: Reading): Line[] {
	reading.isMarkdown ||= isMarkdown;
	const marker = number === undefined ? '- ' : `${number}. `;
	const indent = ' '.repeat(marker.length);
	const [first, ...rest] = linesOf(blocks, reading);
	const begins: Line[] =
		typeof first === 'object' ? [marker.trimEnd(), first] : [marker + checkbox(first ?? '')];
	// WhatsApp shows no code or quote behind an indent.
	const below = rest.map((line) =>
		typeof line === 'object' || line === '' || line.startsWith('> ') ? line : indent + line,
	);
	return [...begins, ...below];
}

/** GitHub's lists of tasks. */
const checkbox = (text: string) => text.replace(/^\[([ xX])\] /, (_, mark) => (mark === ' ' ? '☐ ' : '☑ '));

/**
 * A table is too wide for a phone. Each row becomes a line, its first cell in bold; the other cells are named by their
 * columns. What the first column is called stands above.
 */
function linesOfTable(header: string[], rows: string[][], reading: Reading): Line[] {
	const write = (cell: string, change = (pieces: Piece[]) => pieces) =>
		writeInline(change(parseInline(cell, reading))).join(' ');
	if (rows.length === 0) {
		return [write(header.filter((cell) => cell !== '').join(' · '), bold)];
	}
	const names = header.map((name) => write(name));
	const title = header[0] ? [write(header[0], bold)] : [];
	return [
		...title,
		...rows.map(([first = '', ...others]) => {
			const cells = others.flatMap((cell, index) => {
				const name = names[index + 1];
				if (cell === '') return [];
				return [name ? `${name}: ${write(cell)}` : write(cell)];
			});
			const label = first === '' ? [] : [write(first, bold)];
			return `- ${[...label, ...cells].join(' · ')}`;
		}),
	];
}

const bold = (pieces: Piece[]): Piece[] =>
	pieces.map((piece) => (piece.isAddress ? piece : { ...piece, bold: true }));

/** Marks that have become formatting leave none. */
const isThere = ({ text }: Piece) => text !== '';
const isFormatted = ({ bold: isBold, italic, strike }: Piece) => isBold || italic || strike;

/** Pieces as lines. WhatsApp's marks end with the line, so each line gets its own. */
function writeInline(pieces: Piece[]): string[] {
	if (!pieces.some((piece) => piece.ticks || isFormatted(piece))) {
		const text = pieces.length === 1 ? (pieces[0] as Piece).text : plainOf(pieces);
		return text.split('\n').map((line) => line.trimEnd());
	}
	// Most texts with marks are one line: of a list, or of a table.
	if (!pieces.some(({ text }) => text.includes('\n'))) {
		return [writeMarked(pieces.filter(isThere), 0, '', '').trimEnd()];
	}
	const written: string[] = [];
	let line: Piece[] = [];
	const endLine = () => {
		const text = writeMarked(line, 0, '', '').trimEnd();
		// Code of several lines is one piece.
		if (text.includes('\n')) written.push(...text.split('\n'));
		else written.push(text);
		line = [];
	};
	for (const piece of pieces) {
		if (piece.ticks || !piece.text.includes('\n')) {
			if (isThere(piece)) line.push(piece);
			continue;
		}
		const [first = '', ...others] = piece.text.split('\n');
		if (first !== '') line.push({ ...piece, text: first });
		for (const text of others) {
			endLine();
			if (text !== '') line.push({ ...piece, text });
		}
	}
	endLine();
	return written;
}

function plainOf(pieces: Piece[]): string {
	let text = '';
	for (const piece of pieces) text += piece.text;
	return text;
}

/** Between `before` and `after`, the characters around it. */
function writeMarked(pieces: Piece[], level: number, before: string, after: string): string {
	const [name] = MARKS[level] ?? [];
	if (!name || !pieces.some(isFormatted)) {
		let text = '';
		for (const piece of pieces) text += writePiece(piece);
		return text;
	}
	if (!pieces.some((piece) => piece[name])) return writeMarked(pieces, level + 1, before, after);
	let preceding = before;
	let written = '';
	for (let from = 0, to = 0; from < pieces.length; from = to) {
		while (to < pieces.length && pieces[to]?.[name] === pieces[from]?.[name]) to += 1;
		const text = writeGroup(pieces.slice(from, to), level, preceding, pieces[to]?.text ?? after);
		if (text === '') continue;
		preceding = text;
		written += text;
	}
	return written;
}

/** Pieces that all are, or all are not, what this level marks. */
function writeGroup(pieces: Piece[], level: number, before: string, after: string): string {
	const [name, sign] = MARKS[level] as (typeof MARKS)[number];
	if (!pieces[0]?.[name]) return writeMarked(pieces, level + 1, before, after);
	const plain = plainOf(pieces);
	const begins = plain.trimStart();
	if (begins === '') return plain;
	const opening = plain.slice(0, plain.length - begins.length);
	const closing = plain.slice(plain.trimEnd().length);
	const outer = [opening || before, closing || after] as const;
	// Marks inside of words show, and a mark inside would end it there.
	const isShown =
		!traitsOf(lastOf(outer[0])).isWord && !traitsOf(firstOf(outer[1])).isWord && !plain.includes(sign);
	const [left, right] = isShown ? [sign, sign] : outer;
	const inner = opening === '' && closing === '' ? pieces : trimmed(pieces);
	const inside = writeMarked(inner, level + 1, left, right);
	return isShown ? opening + sign + inside + sign + closing : opening + inside + closing;
}

const firstOf = (text: string) => characterAt(text, 0);
const lastOf = (text: string) => characterBefore(text, text.length);

/** Without the spaces at both ends, which belong outside of marks. */
function trimmed(pieces: Piece[]): Piece[] {
	const all = pieces.map((piece) => ({ ...piece }));
	while (all[0] && all[0].text.trimStart() === '') all.shift();
	while (all.at(-1)?.text.trimEnd() === '') all.pop();
	const [first] = all;
	const last = all.at(-1);
	if (first) first.text = first.text.trimStart();
	if (last) last.text = last.text.trimEnd();
	return all;
}

function writePiece({ text, ticks }: Piece): string {
	if (!ticks) return text;
	if (text.includes('```')) return text;
	return ticks === 3 || text.includes('`') ? `\`\`\`${text}\`\`\`` : `\`${text}\``;
}
