import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { ShownText } from './published';
import { credentials, everyProperty, nodes, shownTexts } from './published';
import { registries } from './registries';

const root = join(__dirname, '../..');

/** n8n's UX guidelines for nodes, as far as a program can tell. What its linter knows is in n8nLinter.test.ts. */
const of = (...kinds: Array<ShownText['kind']>) => shownTexts.filter(({ kind }) => kinds.includes(kind));

/** Which of these texts break a rule, each once. */
const breaking = (texts: ShownText[], breaks: (text: ShownText) => boolean) => [
	...new Set(texts.filter(breaks).map(({ at, text }) => `${at}: ${text}`)),
];

/** Without what is quoted from elsewhere: code, field names, and words of another program. */
const plain = (text: string) =>
	text
		.replace(/<code>.*?<\/code>/g, 'X')
		.replace(/<a .*?>(.*?)<\/a>/g, '$1')
		.replace(/"[^"]*"/g, 'X')
		.replace(/\be\.g\. /g, '');

const SMALL_WORDS = /^(a|an|and|as|at|but|by|for|from|in|into|of|on|or|over|per|the|to|via|with)$/;
const ALWAYS_SMALL = /^(A|An|And|As|At|But|By|For|In|Of|On|Or|The|To)$/;

function isTitleCase(name: string): boolean {
	const words = name
		.replace(/[()"→]/g, ' ')
		.split(/[\s-]+/)
		.filter(Boolean);
	return words.every((word, at) => {
		if (at === 0 || at === words.length - 1) return /^([A-Z0-9]|iPhone)/.test(word);
		if (ALWAYS_SMALL.test(word)) return false;
		return SMALL_WORDS.test(word) || /^([A-Z0-9]|iPhone)/.test(word);
	});
}

const isSeveralSentences = (text: string) => /[.?!] +[A-Z]/.test(plain(text));

test('there is something to read', () => {
	const written = globSync('nodes/*/*.node.ts', { cwd: root }).map((file) => basename(file, '.node.ts'));
	expect(nodes.map(([name]) => name).sort()).toEqual(written.sort());
	expect(nodes.length).toBeGreaterThanOrEqual(2 * registries.length);
	expect(credentials).toHaveLength(registries.length);
	expect(shownTexts.length).toBeGreaterThan(1000);
});

describe('names', () => {
	test('are in Title Case', () => {
		expect(breaking(of('name'), ({ text }) => !isTitleCase(text))).toEqual([]);
	});

	test('end without a sign', () => {
		expect(breaking(of('name'), ({ text }) => /[.:!?]$/.test(text))).toEqual([]);
	});
});

describe('sentences', () => {
	test('begin with a capital letter or a number', () => {
		expect(breaking(of('sentence'), ({ text }) => !/^[A-Z0-9]/.test(text))).toEqual([]);
	});

	test('end with a period where there are several, and without where there is one', () => {
		expect(breaking(of('sentence'), ({ text }) => text.endsWith('.') !== isSeveralSentences(text))).toEqual(
			[],
		);
	});
});

describe('actions', () => {
	test('are in Sentence case and end without a period', () => {
		const wrong = ({ text }: ShownText) =>
			!/^[A-Z][a-z]+ /.test(text) || / (?!URL|JSON|ID)[A-Z]/.test(text) || text.endsWith('.');
		expect(breaking(of('action'), wrong)).toEqual([]);
	});

	test.each(nodes.map(([name]) => name))('of %s differ from one another', (name) => {
		const actions = of('action').filter(({ at }) => at.startsWith(`${name}.`));
		expect(new Set(actions.map(({ text }) => text)).size).toBe(actions.length);
	});
});

describe('placeholders', () => {
	const lists = ['collection', 'fixedCollection'];

	test('show an example, and at lists say what is added', () => {
		const wrong = ({ text, of: type }: ShownText) =>
			lists.includes(type) ? !/^Add [A-Za-z ]+$/.test(text) : !/^e\.g\. \S/.test(text);
		expect(breaking(of('placeholder'), wrong)).toEqual([]);
	});

	test('stand in every field that takes text, or a number and has none to begin with', () => {
		const properties = [
			...nodes.flatMap(([name, { description }]) => everyProperty(description.properties, `${name}.`)),
			...credentials.flatMap(([name, { properties: own }]) => everyProperty(own, `${name}.`)),
		];
		const without = properties.filter(
			([, { type, default: preset, placeholder }]) =>
				!placeholder && (type === 'string' || (type === 'number' && preset === '')),
		);
		expect(without.map(([at]) => at)).toEqual([]);
	});
});

describe('every text', () => {
	test('is said without "please" and without exclamation marks', () => {
		expect(breaking(shownTexts, ({ text }) => /please|!/i.test(plain(text)))).toEqual([]);
	});

	test('is in American English, as n8n is', () => {
		const british =
			/\b(catalogues?|cent(re|red)|colou?rs?(?<=colours?)|behaviours?|favourites?|licences?|licen[c]ed|cancelled|labelled|grey|dialogue|\w+(is|ys)(e|es|ed|ing|ation)(?<=(organi|recogni|authori|customi|normali|initiali|synchroni|optimi|summari|utili|analy)s(e|es|ed|ing|ation)))\b/i;
		expect(breaking(shownTexts, ({ text }) => british.test(plain(text)))).toEqual([]);
	});

	test('lists things without a comma before the last', () => {
		expect(breaking(shownTexts, ({ text }) => /\w+, \w+, (and|or) \w/.test(plain(text)))).toEqual([]);
	});

	test('has curly apostrophes and single spaces', () => {
		expect(breaking(shownTexts, ({ text }) => /\w'\w| {2}|^\s|\s$/.test(plain(text)))).toEqual([]);
	});
});

/** What customers read on the pages of Send and Wait may be as polite as one likes. */
const FOR_CUSTOMERS = /sendAndWait\/(resume|submission|page)/;

test('what nodes say at run time has neither "please" nor exclamation marks', () => {
	const files = globSync('{nodes,credentials,core,whatsapp}/**/*.ts', { cwd: root });
	const faults = files
		.filter((file) => !FOR_CUSTOMERS.test(file))
		.flatMap((file) =>
			readFileSync(join(root, file), 'utf8')
				.split('\n')
				.filter((line) => /(['`"])(?=[^'`"]*\s)[^'`"]*(\bplease\b|[a-z]!)[^'`"]*\1/i.test(line))
				.map((line) => `${file}: ${line.trim()}`),
		);
	expect(faults).toEqual([]);
});
