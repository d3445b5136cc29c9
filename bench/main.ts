import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ABOUT } from './about.ts';
import { againstHttpRequest, againstSet, memory, perItem } from './bulk.ts';
import { LAZY_EXPRESSIONS } from '../demo/environment.ts';
import { collecting } from './collect.ts';
import { writeDocuments } from './documents.ts';
import { document } from './file.ts';
import { againstSimpleMemory } from './history.ts';
import { againstAsTyped } from './markdown.ts';
import { MemoryWatch } from './memory.ts';
import { loading, packedSize } from './package.ts';
import { fastestSecond } from './pace.ts';
import { againstTheRate } from './paced.ts';
import { queueMode } from './queue.ts';
import type { Figure } from './report.ts';
import type { BenchSandbox } from './sandbox.ts';
import { startSandboxProcess } from './sandbox.ts';
import type { BenchEnvironment } from './environment.ts';
import { startBenchEnvironment } from './environment.ts';
import { triggers, unwantedStatuses } from './trigger.ts';

const root = join(import.meta.dirname, '..');

interface Place {
	sandbox: BenchSandbox;
	/** One n8n for all that can share it. */
	shared(): Promise<BenchEnvironment>;
	/** An n8n that has done nothing yet, for one piece of work. */
	fresh<T>(work: (environment: BenchEnvironment) => Promise<T>, settings?: NodeJS.ProcessEnv): Promise<T>;
}

const BENCHES: Record<string, (place: Place) => Promise<Figure[]>> = {
	http: async ({ sandbox, shared }) => await againstHttpRequest(sandbox, await shared()),
	set: async ({ sandbox, shared }) => await againstSet(sandbox, await shared()),
	items: async ({ sandbox, shared }) => await perItem(sandbox, await shared()),
	markdown: async ({ sandbox, shared }) => await againstAsTyped(sandbox, await shared()),
	rate: async ({ sandbox, shared }) => await againstTheRate(sandbox, await shared()),
	pace: async ({ sandbox, shared }) => await fastestSecond(sandbox, await shared()),
	memory: async ({ sandbox, fresh }) => await memory(sandbox, fresh),
	document: async ({ sandbox, fresh }) => await document(sandbox, fresh),
	trigger: async ({ sandbox, shared }) => await triggers(sandbox, await shared()),
	status: async ({ sandbox, shared, fresh }) => [
		...(await unwantedStatuses(sandbox, await shared(), 'trigger.status')),
		...(await fresh(
			async (environment) => await unwantedStatuses(sandbox, environment, 'trigger.lazy.status'),
			LAZY_EXPRESSIONS,
		)),
	],
	lazy: async ({ sandbox, fresh }) =>
		await fresh(
			async (environment) => await triggers(sandbox, environment, 'trigger.lazy'),
			LAZY_EXPRESSIONS,
		),
	collect: async ({ sandbox, fresh }) =>
		await fresh(async (environment) => await collecting(sandbox, environment), LAZY_EXPRESSIONS),
	queue: async ({ sandbox }) => await queueMode(root, sandbox),
	history: async ({ sandbox, shared }) => await againstSimpleMemory(sandbox, await shared()),
	size: async () => await packedSize(root),
	loading: async () => await loading(root),
};
const NEED_PROC = new Set(['memory', 'document']);

const { values, positionals: chosen } = parseArgs({
	options: { write: { type: 'boolean' } },
	allowPositionals: true,
});
const unknown = chosen.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
	console.error(`No benchmark ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}`);
	process.exit(2);
}

const sandbox = await startSandboxProcess(root);
let environment: BenchEnvironment | undefined;
const place: Place = {
	sandbox,
	shared: async () => (environment ??= await startBenchEnvironment(root, sandbox)),
	async fresh(work, settings) {
		const own = await startBenchEnvironment(root, sandbox, settings);
		return await work(own).finally(async () => await own.stop());
	},
};
const stop = async () => {
	await environment?.stop();
	await sandbox.stop();
};
// Whoever stops us leaves nothing running; an n8n of its own ends with this process by itself.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => void stop().finally(() => process.exit(130)));
}
const figures: Figure[] = [];
try {
	for (const name of chosen.length > 0 ? chosen : Object.keys(BENCHES)) {
		if (NEED_PROC.has(name) && !MemoryWatch.isPossible) {
			console.error(`${name}: left out, since this system does not tell the memory of a process`);
			continue;
		}
		for (const one of await BENCHES[name](place)) {
			figures.push(one);
			console.log(JSON.stringify(one));
		}
	}
} finally {
	await stop();
}

if (values.write) await keep(figures);

/** Keeps the figures in docs/measured.json, beside those of other runs, and writes what the documents say of them. */
async function keep(fresh: readonly Figure[]): Promise<void> {
	const file = join(root, 'docs', 'measured.json');
	const known = JSON.parse(await readFile(file, 'utf8')) as Figure[];
	const all = Object.keys(ABOUT).flatMap((bench) => {
		const of = (list: readonly Figure[]) => list.find((one) => one.bench === bench);
		return of(fresh) ?? of(known) ?? [];
	});
	await writeFile(file, `${JSON.stringify(all, null, '\t')}\n`);
	await writeDocuments(root, all);
}
