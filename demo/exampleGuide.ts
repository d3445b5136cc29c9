import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkflowData } from './n8nTypes.ts';

/** What examples/README.md says of an example. */
export interface GuideRow {
	/** Name of the workflow in n8n. */
	name: string;
	/** In examples/. */
	file: string;
	shows: string;
	/** What to do with it: "publish, write _Hello_". */
	tryIt: string;
	needs: string;
}

const ROW = /^\| \[(?<name>[^\]]+)\]\((?<file>[\w-]+\.json)\) +\|(?<cells>.+)\|$/;

/** The table of examples/README.md. */
export async function readGuide(root: string): Promise<GuideRow[]> {
	const lines = (await readFile(join(root, 'examples', 'README.md'), 'utf8')).split('\n');
	return lines.flatMap((line) => {
		const { name, file, cells } = ROW.exec(line)?.groups ?? {};
		if (name === undefined) return [];
		const [shows, tryIt, needs] = cells.split('|').map((cell) => cell.trim());
		return [{ name, file, shows, tryIt, needs }];
	});
}

const cellsOf = (...cells: string[]) => `| ${cells.join(' | ')} |`;

/** A workflow of one note, which n8n lists before the examples: what each of them does, and which are published. */
export function startHere(guide: GuideRow[], published: string[]): WorkflowData {
	const content = [
		'## Start here',
		`**Published:** ${published.map((name) => `*${name}*`).join(', ')}. Write *Hello* as a customer on the phone page.`,
		'All other examples are off. Open one, and do what stands under *Try*. When you publish a workflow that listens to the same messages, an example or one of your own, the demo unpublishes those above: nobody gets two answers.',
		[
			cellsOf('Example', 'Shows', 'Try'),
			cellsOf('---', '---', '---'),
			...guide.map(({ name, shows, tryIt }) => cellsOf(`**${name}**`, shows, tryIt)),
		].join('\n'),
	].join('\n\n');
	const note = { content, width: 1200, height: 220 + 60 * guide.length };
	return {
		name: START_HERE,
		nodes: [
			{
				name: 'Note',
				type: 'n8n-nodes-base.stickyNote',
				typeVersion: 1,
				position: [0, 0],
				parameters: note,
			},
		],
		connections: {},
	};
}

export const START_HERE = 'Start here: what the examples do';
