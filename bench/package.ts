import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { Figure } from './report.ts';
import { figure, figureOfPairs } from './report.ts';

const execute = promisify(execFile);
const TIMES = 9;

/** What npm would publish, in kB of 1,000 bytes. */
export async function packedSize(root: string): Promise<Figure[]> {
	const folder = await mkdtemp(join(tmpdir(), 'whatsapp-bsp-size-'));
	try {
		const npm = process.env.npm_execpath;
		const args = ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder];
		if (npm && basename(npm) === 'npm-cli.js') await execute(process.execPath, [npm, ...args], { cwd: root });
		else await execute('npm', args, { cwd: root, shell: process.platform === 'win32' });
		const [tarball] = await readdir(folder);
		return [figure('package.size', (await stat(join(folder, tarball))).size / 1000, 'kB')];
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Loads nodes in a process of its own, which has what every n8n has loaded already; prints milliseconds. */
const LOADER = `
	const { createRequire } = require('node:module');
	const { basename } = require('node:path');
	const [from, ...files] = process.argv.slice(1);
	createRequire(from)('n8n-workflow');
	const started = performance.now();
	for (const file of files) {
		new (require(file)[basename(file, '.node.js')])();
	}
	console.log(performance.now() - started);
`;

/** All four nodes of ours against n8n's own four for WhatsApp and Telegram. */
export async function loading(root: string): Promise<Figure[]> {
	const base = join(root, 'demo', 'node_modules', 'n8n-nodes-base', 'dist', 'nodes');
	const ours = ['Heltar', 'HelloAll'].flatMap((name) =>
		['', 'Trigger'].map((kind) => join(root, 'dist', 'nodes', name, `${name}${kind}.node.js`)),
	);
	const theirs = ['WhatsApp', 'Telegram'].flatMap((name) =>
		['', 'Trigger'].map((kind) => join(base, name, `${name}${kind}.node.js`)),
	);
	const load = async (files: string[]) => {
		const env = { ...process.env, NODE_COMPILE_CACHE: undefined };
		const { stdout } = await execute(process.execPath, ['-e', LOADER, files[0], ...files], { env });
		return Number(stdout);
	};
	const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
	for (let time = 0; time < TIMES; time++) {
		times.ours.push(await load(ours));
		times.theirs.push(await load(theirs));
	}
	return [figureOfPairs('package.loading', times, 'ms')];
}
