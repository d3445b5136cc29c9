import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

import { homepage, scripts } from '../../package.json';
import { scripts as phoneScripts } from '../../sandbox/phone/package.json';
import { credentials, everyProperty, nodes, shownTexts } from './published';
import { everyOperation, registries } from './registries';

/** What documents say about files, commands, operations and labels has to be so. */
const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = globSync(['*.md', 'docs/**/*.md', 'sandbox/README.md', '.github/**/*.md'], { cwd: root })
	.map((path) => path.replaceAll('\\', '/'))
	// Written by the build from what is checked elsewhere.
	.filter((path) => path !== 'docs/operations.md')
	.sort();

/** What stands in a document beside its code blocks, with the code in lines as well. */
const prose = (path: string) => read(path).replace(/^```[\s\S]*?^```/gm, '');
const words = (path: string) => prose(path).replace(/`[^`\n]*`/g, '');

/** The anchors GitHub gives a document's headings. */
function anchors(path: string): Set<string> {
	const headings = [...prose(path).matchAll(/^#+ +(.*)$/gm)].map(([, heading]) =>
		heading
			.replace(/\[(.*?)\]\(.*?\)/g, '$1')
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.trim()
			.replace(/ /g, '-'),
	);
	return new Set(headings.map((slug, at) => (headings.indexOf(slug) === at ? slug : `${slug}-1`)));
}

/** What is wrong with a link to a place in this repository. */
function fault(path: string, anchor: string | undefined): string | undefined {
	if (!existsSync(join(root, path))) return 'no such file';
	if (anchor === undefined) return undefined;
	if (statSync(join(root, path)).isDirectory() || !anchors(path).has(anchor)) return 'no such heading';
	return undefined;
}

const REPOSITORY = homepage.replace(/#.*$/, '');

/** A link as path and anchor in this repository; undefined when it leads elsewhere. */
function placeOf(link: string, from: string): [path: string, anchor: string | undefined] | undefined {
	const [address, anchor] = link.split('#');
	if (address === REPOSITORY) return ['README.md', anchor === 'readme' ? undefined : anchor];
	if (address.startsWith(`${REPOSITORY}/blob/main/`))
		return [address.slice(`${REPOSITORY}/blob/main/`.length), anchor];
	if (/^[a-z]+:/.test(address)) return undefined;
	if (address === '') return [from, anchor];
	return [posix.join(posix.dirname(from), decodeURI(address)), anchor];
}

const broken = (links: string[], from: string) =>
	links.flatMap((link) => {
		const place = placeOf(link, from);
		const problem = place && fault(...place);
		return problem ? [`${from}: ${link}: ${problem}`] : [];
	});

test('there are documents to check', () => {
	expect(documents).toEqual(
		expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/triggers.md']),
	);
});

test.each(documents)('%s links to what exists', (path) => {
	const links = [...words(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
	expect(broken(links, path)).toEqual([]);
});

test('what n8n shows links to what exists', () => {
	const codex = globSync('nodes/**/*.node.json', { cwd: root });
	expect(codex).toHaveLength(nodes.length);
	const links = codex.flatMap((path) => read(path).match(/https:[^"]+/g) ?? []);
	const own = credentials.map(([, { documentationUrl }]) => documentationUrl as string);
	expect(broken([...links, ...own], 'README.md')).toEqual([]);
});

test.each(documents)('%s names commands that exist', (path) => {
	const named = [...read(path).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
	expect(named.filter((name) => !(name in scripts || name in phoneScripts))).toEqual([]);
});

/** `media.url` and its like are fields of an event, not operations of the resource of that name. */
const eventFields = new Set(
	[...prose('docs/triggers.md').matchAll(/^\| (`\w+`(?:, `\w+`)*) +\|(.*)\|$/gm)].flatMap(
		([, blocks, fields]) =>
			[...blocks.matchAll(/\w+/g)].flatMap(([block]) =>
				[...fields.matchAll(/`(\w+)`/g)].map(([, field]) => `${block}.${field}`),
			),
	),
);
const ids = new Set(everyOperation.map(({ id }) => id));
const resourceValues = new Set(everyOperation.map(({ resource }) => resource.value));

test.each(documents)('%s names operations that exist', (path) => {
	const named = [...prose(path).matchAll(/`([a-z][A-Za-z]+)\.([a-z][A-Za-z]+)`/g)]
		.filter(([, resource]) => resourceValues.has(resource))
		.map(([, resource, operation]) => `${resource}.${operation}`);
	const isFile = (id: string) => id.endsWith('.ts');
	expect(named.filter((id) => !ids.has(id) && !eventFields.has(id) && !isFile(id))).toEqual([]);
});

/** Words in italics that begin like a label and are somebody else's. */
const OTHERS = new Set(
	[
		// n8n
		'Retry On Fail|Remove Duplicates|Remove Items Processed in Previous Executions|Listen for event|On Error',
		'Execute step',
		'Continue|Continue (using error output)|Filter|Executions|Chat model|Message an Agent|Stop Workflow|Community nodes|Install|Loop Over Items|Execute workflow|Data Table|Redis|Increment',
		'Tool Description|Set Manually|Human review|Human in the Loop|WhatsApp Business Cloud',
		'Mapping Column Mode|Map Automatically',
		'Workflow settings|Save successful production executions',
		// the phone page
		'Inspector|Webhooks|Customer settings|The bot answers',
		// Heltar's panel
		'Full access|Meta Webhooks',
		// an operation by its short name, and headings of other documents
		'Send and Wait|Unreleased',
		// what a customer writes
		'Hello',
	].flatMap((list) => list.split('|')),
);
/** The examples, and what their nodes are called. */
const inExamples = new Set(
	globSync('examples/*.json', { cwd: root }).flatMap((path) => {
		const { name, nodes: own } = JSON.parse(read(path)) as { name: string; nodes: Array<{ name: string }> };
		return [name, ...own.map((node) => node.name)];
	}),
);
const shown = new Set(shownTexts.filter(({ kind }) => kind !== 'sentence').map(({ text }) => text));
const presets = new Set(
	nodes.flatMap(([, { description }]) =>
		everyProperty(description.properties).map(([, property]) => property.default),
	),
);

/** A label, the text a field is preset with, or a tool n8n makes of a node; a way through menus is each of its steps. */
const TOOL = new RegExp(` (Tool|in (${registries.map(({ name }) => name).join('|')}) WhatsApp)$`);
const isKnown = (words: string) =>
	words.split(' → ').every((step) => {
		const label = step.replace(TOOL, '');
		return (
			OTHERS.has(label) ||
			inExamples.has(label) ||
			shown.has(label) ||
			presets.has(label) ||
			label.endsWith('…')
		);
	});
const menus = new Set(
	everyOperation.map(({ resource, operation }) => `${resource.name} → ${operation.name}`),
);
const isResource = (label: string) => everyOperation.some(({ resource }) => resource.name === label);

/** Where the first step is a resource, the second has to be one of its operations. */
const isMenu = (words: string) =>
	!words.includes(' → ') || !isResource(words.split(' → ')[0]) || menus.has(words);

test.each(documents.filter((path) => !path.startsWith('docs/decisions')))(
	'%s calls fields and operations what the editor calls them',
	(path) => {
		const named = [...words(path).matchAll(/(?<![\w*])_([A-Z][^_\n]*)_(?!\w)/g)].map(([, label]) => label);
		expect(named.filter((label) => !isKnown(label) || !isMenu(label))).toEqual([]);
	},
);
