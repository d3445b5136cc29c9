import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ABOUT } from './about.ts';
import type { Figure } from './report.ts';
import { table } from './report.ts';
import { broadcasts, conversations, costs } from './scale.ts';

/** What stands between `<!-- measured:NAME -->` and `<!-- /measured:NAME -->`, by document and name. */
const PARTS: Record<string, Record<string, (figures: readonly Figure[]) => string>> = {
	'README.md': { figures: inShort },
	'docs/measured.md': { figures: (figures) => table(figures, ABOUT) },
	'docs/scale.md': { costs, conversations, broadcasts },
};

/** The documents that show figures, by their paths. */
export const DOCUMENTS = Object.keys(PARTS);

/** A document with everything that is computed from the figures written anew. */
export function withFigures(text: string, path: string, figures: readonly Figure[]): string {
	let written = text;
	for (const [name, render] of Object.entries(PARTS[path])) {
		const [begin, end] = [`<!-- measured:${name} -->`, `<!-- /measured:${name} -->`];
		if (!text.includes(begin) || !text.includes(end)) throw new Error(`${path} has no ${begin} … ${end}`);
		const before = written.slice(0, written.indexOf(begin) + begin.length);
		written = `${before}\n\n${render(figures)}\n\n${written.slice(written.indexOf(end))}`;
	}
	return written;
}

export async function writeDocuments(root: string, figures: readonly Figure[]): Promise<void> {
	for (const path of DOCUMENTS) {
		const file = join(root, path);
		await writeFile(file, withFigures(await readFile(file, 'utf8'), path, figures));
	}
	const oxfmt = join(root, 'node_modules', 'oxfmt', 'bin', 'oxfmt');
	await promisify(execFile)(process.execPath, [oxfmt, ...DOCUMENTS], { cwd: root });
}

/** Three figures for somebody who reads nothing else. */
function inShort(figures: readonly Figure[]): string {
	const of = (bench: string) => {
		const found = figures.find((one) => one.bench === bench);
		if (!found) throw new Error(`${bench} was never measured: npm run bench -- --write`);
		return found;
	};
	const time = of('heltar.time');
	const events = of('trigger.events');
	const paced = of('helloAll.paced.delivered');
	return [
		`- 1,000 texts over Heltar take ${of('heltar.calls').value} calls and ${time.value} ms; with n8n’s HTTP Request node ${of('heltar.calls').peer} calls and ${time.peer} ms.`,
		`- 1,000 texts at the rate Hello All allows reach ${paced.value} people; sent as fast as possible with the HTTP Request node, ${paced.peer}.`,
		`- A trigger takes in ${events.value} events a second, n8n’s Webhook node ${events.peer}.`,
	].join('\n');
}
