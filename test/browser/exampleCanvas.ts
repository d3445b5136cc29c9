import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowData } from '../../demo/n8nApi';
import { allExamples } from '../../demo/environment';
import { PROVIDERS } from '../../demo/providers';
import type { Fixture } from '../e2e/environment';
import { openFixture } from '../e2e/environment';
import { overlaps } from './canvas';
import type { Editor } from './editor';
import type { OpenEditor } from './useEditor';

const ROOT = join(__dirname, '..', '..');
const FILES = readdirSync(join(ROOT, 'examples')).filter((file) => file.endsWith('.json'));

/** What nodes of these types miss is an account of their own service, or an agent of this n8n. */
const OTHER_ACCOUNTS = [
	'n8n-nodes-base.redis',
	'n8n-nodes-base.messageAnAgent',
	'@n8n/n8n-nodes-langchain.lmChatOpenAi',
	'@n8n/n8n-nodes-langchain.openAi',
];

export function exampleTests(openEditor: OpenEditor): void {
	describe('an example, opened in the editor', () => {
		let fixture: Fixture;
		let editor: Editor;
		let examples: Map<string, WorkflowData>;
		beforeAll(async () => {
			const fixtures = [];
			for (const { name } of PROVIDERS) fixtures.push(await openFixture(name));
			[fixture] = fixtures;
			const credentials = new Map(fixtures.map(({ provider, credential }) => [provider, credential]));
			examples = new Map(await allExamples(ROOT, credentials));
			editor = await openEditor('example');
		});

		it.each(FILES)('%s: is complete and readable, and nothing lies on anything else', async (file) => {
			const { nodes, ...rest } = examples.get(file) as WorkflowData;
			const { id } = await fixture.api.createWorkflow({ nodes, ...rest });
			await editor.openWorkflow(id);
			const drawn = await editor.drawn(nodes.map(({ name }) => name));
			await editor.screenshot(file.replace('.json', ''));

			expect(drawn.map(({ name }) => name).sort()).toEqual(nodes.map(({ name }) => name).sort());
			expect(overlaps(drawn)).toEqual([]);
			expect(drawn.flatMap(({ cut }) => cut)).toEqual([]);
			const others = nodes.filter(({ type }) => OTHER_ACCOUNTS.includes(type)).map(({ name }) => name);
			expect(drawn.filter(({ hasIssues }) => hasIssues).map(({ name }) => name)).toEqual(others);
		});
	});
}
