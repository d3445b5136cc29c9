import type { Reading } from './definitions';
import { definitionsOf } from './definitions';

/** A part of a Markdown text. `blank`: how many empty lines stand before it; they are kept as they are. */
export type Block = { blank: number } & (
	| { kind: 'paragraph' | 'heading'; text: string }
	| { kind: 'code'; text: string; isMarkdown: boolean }
	| { kind: 'rule' }
	| { kind: 'quote'; blocks: Block[] }
	| { kind: 'list'; items: ListItem[] }
	| { kind: 'table'; header: string[]; rows: string[][] }
);

export interface ListItem {
	blank: number;
	/** `undefined` in a list of bullets. */
	number: number | undefined;
	/** Whether WhatsApp would not take it for an item as it is written. */
	isMarkdown: boolean;
	blocks: Block[];
}

const FENCE = /^( {0,3})(`{3,}|~{3,})[ \t]*([^`]*)$/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t](.*))?$/;
/** What makes a heading of the line above it. */
const UNDERLINE = /^ {0,3}={3,}[ \t]*$/;
const DASHES = /^ {0,3}-{3,}[ \t]*$/;
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3})([-+*]|(\d{1,9})[.)])(?:([ \t]+)(.*)|[ \t]*)$/;
/** An item as WhatsApp itself writes it. */
const OF_WHATSAPP = /^ *(?:[-*]|\d+\.)(?: (?!\[[ xX]\] )\S| ?$)/;
const INDENTED = /^(?: {4}|\t)/;
const COLUMN = /^:?-+:?$/;
/** A line that begins with none of these, and holds no bar of a table, is a line of a paragraph: most are. */
const MAY_BEGIN = /^[ \t]*[#`~\-*_+>\d]|^ {4}|^\t|\|/;
/** How many quotes and lists may stand in each other; what would be deeper is text. */
const MOST_LEVELS = 20;
const isBlank = (line: string) => line.trim() === '';

export interface Parsed {
	blocks: Block[];
	reading: Reading;
}

/**
 * The blocks of a Markdown text: CommonMark with GitHub's tables. In two things it is stricter than CommonMark: a line belongs
 * to a list item or a quote only if it is marked as such, because people and language models write "Thanks!" right below a
 * list without meaning its last item; and a line below a heading has three signs at least, because "--" stands above the name
 * of who writes.
 */
export function parseBlocks(markdown: string): Parsed {
	const { lines, definitions } = definitionsOf(markdown.replace(/\r\n?/g, '\n').split('\n'));
	const reading: Reading = { definitions, isMarkdown: definitions.size > 0 };
	return { blocks: blocksOf(lines, 0), reading };
}

function blocksOf(lines: string[], level: number): Block[] {
	const blocks: Block[] = [];
	let at = 0;
	let blank = 0;
	while (at < lines.length) {
		const line = lines[at] as string;
		if (isBlank(line)) {
			blank += 1;
			at += 1;
			continue;
		}
		const before = blocks.length === 0 ? 0 : blank;
		const { block, next } = blockAt(lines, at, level, before, blocks.length === 0 || blank > 0);
		blocks.push(block);
		at = next;
		blank = 0;
	}
	return blocks;
}

interface Found {
	block: Block;
	next: number;
}

function blockAt(lines: string[], at: number, level: number, blank: number, afterBlank: boolean): Found {
	const line = lines[at] as string;
	if (level > MOST_LEVELS || !MAY_BEGIN.test(line)) return paragraph(lines, at, blank);
	return (
		BEGINNINGS[line.trimStart()[0] as string]?.(lines, at, level, blank) ??
		table(lines, at, blank) ??
		(afterBlank ? indentedCode(lines, at, blank) : undefined) ??
		paragraph(lines, at, blank)
	);
}

type Beginning = (lines: string[], at: number, level: number, blank: number) => Found | undefined;

const ruleOrList: Beginning = (lines, at, level, blank) =>
	RULE.test(lines[at] as string)
		? { block: { kind: 'rule', blank }, next: at + 1 }
		: list(lines, at, level, blank);

/** What a line may begin, by its first sign. */
const BEGINNINGS: Readonly<Record<string, Beginning>> = {
	'#': heading,
	'`': fencedCode,
	'~': fencedCode,
	'>': quote,
	'-': ruleOrList,
	'*': ruleOrList,
	_: ruleOrList,
	'+': list,
	...Object.fromEntries([...'0123456789'].map((digit) => [digit, list])),
};

function heading(lines: string[], at: number, _level: number, blank: number): Found | undefined {
	const found = HEADING.exec(lines[at] as string);
	if (!found) return undefined;
	const text = (found[1] ?? '')
		.trim()
		.replace(/(?:^|[ \t])#+$/, '')
		.trimEnd();
	return { block: { kind: 'heading', blank, text }, next: at + 1 };
}

function fencedCode(lines: string[], at: number, _level: number, blank: number): Found | undefined {
	const opening = FENCE.exec(lines[at] as string);
	if (!opening) return undefined;
	const [, indent = '', fence = '', info = ''] = opening;
	const mark = fence[0] as string;
	const unindented = new RegExp(`^ {0,${indent.length}}`);
	let end = at + 1;
	while (end < lines.length && !(lines[end] as string).trimEnd().endsWith(fence)) end += 1;
	const last = (lines[end] ?? fence).trim();
	const inside = lines.slice(at + 1, end);
	// WhatsApp's own way to write it: the code begins right behind the marks, and they end its last line.
	const isOfWhatsApp = last !== mark.repeat(last.length);
	const code = isOfWhatsApp ? [info, ...inside, last.slice(0, -fence.length)] : inside;
	const text = code.map((line) => line.replace(unindented, '')).join('\n');
	const isMarkdown = mark === '~' || (info !== '' && !isOfWhatsApp);
	return { block: { kind: 'code', blank, text, isMarkdown }, next: Math.min(end + 1, lines.length) };
}

function quote(lines: string[], at: number, level: number, blank: number): Found | undefined {
	let next = at;
	while (next < lines.length && QUOTE.test(lines[next] as string)) next += 1;
	if (next === at) return undefined;
	const inside = lines.slice(at, next).map((line) => line.replace(QUOTE, ''));
	return { block: { kind: 'quote', blank, blocks: blocksOf(inside, level + 1) }, next };
}

function list(lines: string[], at: number, level: number, blank: number): Found | undefined {
	const first = markerAt(lines, at);
	if (!first) return undefined;
	const isNumbered = first[3] !== undefined;
	const items: ListItem[] = [];
	let next = at;
	let between = 0;
	let number = 0;
	let marker: RegExpExecArray | undefined = first;
	while (marker && (marker[3] !== undefined) === isNumbered) {
		const { inside, end } = insideOfItem(lines, next + between, marker);
		// A list in which every item is written "1." is counted; numbers that leave some out are kept.
		number = Math.max(Number(marker[3] ?? 0), items.length === 0 ? 0 : number + 1);
		items.push({
			blank: between,
			number: isNumbered ? number : undefined,
			isMarkdown: !OF_WHATSAPP.test(marker[0]),
			blocks: blocksOf(inside, level + 1),
		});
		next = end;
		between = 0;
		while (next + between < lines.length && isBlank(lines[next + between] as string)) between += 1;
		marker = markerAt(lines, next + between);
	}
	return { block: { kind: 'list', blank, items }, next };
}

/** The first line of an item; a rule is none. */
function markerAt(lines: string[], at: number): RegExpExecArray | undefined {
	const line = lines[at];
	return line === undefined || RULE.test(line) ? undefined : (ITEM.exec(line) ?? undefined);
}

/** An item's own lines without their indent: its first one, and those that are indented below it. */
function insideOfItem(lines: string[], at: number, marker: RegExpExecArray) {
	const [, indent = '', mark = '', , space = ' ', text = ''] = marker;
	const width = indent.length + mark.length + (space.length > 4 ? 1 : space.length);
	// CommonMark wants the width of the marker; language models indent by two or four, whatever the marker.
	const least = indent.length + 2;
	const inside = [space.length > 4 ? space.slice(1) + text : text];
	let end = at + 1;
	for (let look = end; look < lines.length; look++) {
		const line = lines[look] as string;
		if (isBlank(line)) continue;
		const wide = line.replace(/^\t+/, (tabs) => '    '.repeat(tabs.length));
		const indented = wide.length - wide.trimStart().length;
		if (indented < least) break;
		for (; end < look; end++) inside.push('');
		inside.push(wide.slice(Math.min(indented, width)));
		end = look + 1;
	}
	return { inside, end };
}

function table(lines: string[], at: number, blank: number): Found | undefined {
	const rule = lines[at + 1];
	const first = lines[at] as string;
	if (!first.includes('|') || !rule?.includes('|')) return undefined;
	const header = cellsOf(first);
	const columns = cellsOf(rule);
	if (header.length !== columns.length || !columns.every((cell) => COLUMN.test(cell))) return undefined;
	let next = at + 2;
	const rows: string[][] = [];
	for (; next < lines.length && (lines[next] as string).includes('|'); next++) {
		rows.push(cellsOf(lines[next] as string));
	}
	return { block: { kind: 'table', blank, header, rows }, next };
}

/** The cells of a row; a bar behind a backslash belongs to its cell. */
const cellsOf = (row: string): string[] =>
	row
		.trim()
		.replace(/^\|/, '')
		.replace(/(?<!\\)\|$/, '')
		.split(/(?<!\\)\|/)
		.map((cell) => cell.replaceAll('\\|', '|').trim());

function indentedCode(lines: string[], at: number, blank: number): Found | undefined {
	if (!INDENTED.test(lines[at] as string)) return undefined;
	let next = at;
	for (let look = at; look < lines.length; look++) {
		const line = lines[look] as string;
		if (INDENTED.test(line)) next = look + 1;
		else if (!isBlank(line)) break;
	}
	const text = lines
		.slice(at, next)
		.map((line) => line.replace(INDENTED, ''))
		.join('\n');
	return { block: { kind: 'code', blank, text, isMarkdown: false }, next };
}

function paragraph(lines: string[], at: number, blank: number): Found {
	let text = (lines[at] as string).trimStart();
	let next = at + 1;
	for (; next < lines.length; next++) {
		const line = lines[next] as string;
		if (isBlank(line)) break;
		if (UNDERLINE.test(line) || (next === at + 1 && DASHES.test(line))) {
			return { block: { kind: 'heading', blank, text }, next: next + 1 };
		}
		if (beginsBlock(lines, next)) break;
		text += `\n${line.trimStart()}`;
	}
	return { block: { kind: 'paragraph', blank, text }, next };
}

const beginsBlock = (lines: string[], at: number): boolean => {
	const line = lines[at] as string;
	if (!MAY_BEGIN.test(line)) return false;
	return (
		[FENCE, HEADING, RULE, QUOTE].some((start) => start.test(line)) ||
		/^ {0,3}([-+*]|\d{1,9}[.)])[ \t]+\S/.test(line) ||
		table(lines, at, 0) !== undefined
	);
};
