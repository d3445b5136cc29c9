import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readGuide } from '../../demo/exampleGuide';
import type { GuideRow } from '../../demo/exampleGuide';
import type { WorkflowData } from '../../demo/n8nTypes';
import { PROVIDERS } from '../../demo/providers';

/** What examples/README.md and the demo say of the examples has to be so. */
const root = join(__dirname, '../..');
const examples = readdirSync(join(root, 'examples'))
	.filter((file) => file.endsWith('.json'))
	.map((file): [file: string, WorkflowData] => [
		file,
		JSON.parse(readFileSync(join(root, 'examples', file), 'utf8')) as WorkflowData,
	]);
const names = examples.map(([, { name }]) => name);

let guide: GuideRow[];
beforeAll(async () => {
	guide = await readGuide(root);
});

test('examples/README.md has a row for each of them, under the name it has in n8n', () => {
	const rows = guide.map(({ file, name }) => `${file}: ${name}`).sort();
	expect(rows).toEqual(examples.map(([file, { name }]) => `${file}: ${name}`).sort());
});

test('each row says what the example shows, what to do with it, and what it needs', () => {
	for (const { file, shows, tryIt, needs } of guide) {
		expect([file, shows, tryIt, needs]).toEqual([
			file,
			expect.stringMatching(/\w/),
			expect.stringMatching(/publish|execute/),
			expect.stringMatching(new RegExp(PROVIDERS.map(({ label }) => label).join('|'))),
		]);
	}
});

test('templates an example sends are among what it needs', () => {
	for (const [file, { nodes }] of examples) {
		const used = nodes.flatMap(({ parameters }) => {
			const { value } = (parameters.templateName ?? {}) as { value?: string };
			return value === undefined ? [] : [value];
		});
		const needs = guide.find((row) => row.file === file)?.needs ?? '';
		expect([file, used.filter((name) => !needs.includes(`\`${name}\``))]).toEqual([file, []]);
	}
});

test('the demo knows the examples it publishes, and those that go with them', () => {
	for (const { firstTry, example, leavesAlone } of PROVIDERS) {
		expect(examples.map(([file]) => file)).toEqual(expect.arrayContaining([firstTry, example]));
		expect(names).toEqual(expect.arrayContaining(leavesAlone));
	}
});
