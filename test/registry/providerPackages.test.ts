import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { PackageDirectoryLoader } from 'n8n-core';

import { packProviders } from '../../scripts/providerPackages';
import { nodes, roomOf } from './published';
import { registries } from './registries';

const execute = promisify(execFile);
const root = join(__dirname, '../..');
/** A package that n8n would not take. */
const FAULTY = 'faulty';

interface Scan {
	passed: boolean;
	message?: string;
	details?: string;
}

/** n8n's scan of unpacked packages. It is an ES module, which Jest does not load; so by a Node of its own, one for all. */
async function scanEach(folders: string[]): Promise<Scan[]> {
	const program = `
		const { scanPublished } = require('./scripts/lint');
		(async () => {
			const found = [];
			for (const folder of process.argv.slice(1)) found.push(await scanPublished(folder));
			console.log(JSON.stringify(found));
		})();`;
	const { stdout } = await execute(process.execPath, ['-e', program, ...folders], { cwd: root });
	return JSON.parse(stdout) as Scan[];
}

const packages = registries.map(({ room, name, node }): [string, string, string] => [
	`n8n-nodes-${name.toLowerCase().replaceAll(' ', '-')}`,
	room,
	node.description.name,
]);

describe('npx gulp tarballs', () => {
	let work: string;
	const folders: Record<string, string> = {};
	let scans: Record<string, Scan>;

	beforeAll(async () => {
		work = await mkdtemp(join(tmpdir(), 'whatsapp-bsp-tarballs-'));
		for (const tarball of await packProviders()) {
			const name = basename(tarball).replace(/-\d.*$/, '');
			folders[name] = join(work, name);
			await mkdir(folders[name]);
			// By its name alone: some tars take the drive of a Windows path for a host.
			await execute('tar', ['-xzf', basename(tarball), '-C', folders[name], '--strip-components=1'], {
				cwd: dirname(tarball),
			});
		}
		const faulty = join(work, FAULTY);
		await mkdir(faulty);
		await copyFile(join(folders['n8n-nodes-heltar'], 'package.json'), join(faulty, 'package.json'));
		await writeFile(join(faulty, 'index.js'), 'setTimeout(() => console.log(process.env.HOME), 5);\n');
		const names = [...Object.keys(folders), FAULTY];
		const found = await scanEach(names.map((name) => join(work, name)));
		scans = Object.fromEntries(names.map((name, at) => [name, found[at]]));
	}, 120_000);
	afterAll(async () => await rm(work, { recursive: true, force: true }));

	test('gives a package for each provider', () => {
		expect(Object.keys(folders).sort()).toEqual(packages.map(([name]) => name).sort());
	});

	describe.each(packages)('%s', (name, room, node) => {
		test('holds this provider and no other', async () => {
			const files = await readdir(folders[name], { recursive: true });
			expect(await readdir(join(folders[name], 'dist/nodes'))).toEqual([room, 'shared']);
			expect(await readdir(join(folders[name], 'dist/credentials'))).toEqual([`${room}Api.credentials.js`]);
			expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE.md', 'package.json']));
			expect(
				files.filter((file) => /(^|[\\/])(test|sandbox|demo|node_modules)([\\/]|$)|\.ts$/.test(file)),
			).toEqual([]);
		});

		test('asks for n8n’s SDK for AI nodes only where one of its nodes is for agents', async () => {
			const manifest = await readFile(join(folders[name], 'package.json'), 'utf8');
			const { n8n, peerDependencies } = JSON.parse(manifest) as {
				n8n: { aiNodeSdkVersion?: number };
				peerDependencies: Record<string, string>;
			};
			const isForAgents = room === 'Heltar';
			expect(n8n.aiNodeSdkVersion).toBe(isForAgents ? 1 : undefined);
			expect(Object.keys(peerDependencies)).toEqual([
				...(isForAgents ? ['@n8n/ai-node-sdk'] : []),
				'n8n-workflow',
			]);
		});

		test('passes n8n’s scan', () => {
			expect(scans[name]).toMatchObject({ passed: true });
		});

		test('is loaded by n8n with all of its nodes', async () => {
			// Where n8n installs it, n8n-workflow is found in n8n's own folder.
			const modules = join(folders[name], 'node_modules');
			if (!existsSync(modules)) await symlink(join(root, 'node_modules'), modules, 'junction');
			const loader = new PackageDirectoryLoader(folders[name]);
			await loader.loadAll();

			const own = nodes.filter(([one]) => roomOf(one) === room);
			const names = own.map(([, { description }]) => description.name);
			expect(Object.keys(loader.known.nodes).sort()).toEqual(names.sort());
			expect(names).toEqual(expect.arrayContaining([node, `${node}Trigger`]));
			expect(Object.keys(loader.known.credentials)).toEqual([`${node}Api`]);
			for (const [one, { description }] of own) {
				const loaded = loader.types.nodes.find(({ displayName }) => displayName === description.displayName);
				expect([one, loaded?.properties.length]).toEqual([one, description.properties.length]);
				expect(loaded?.codex?.alias).toContain('WhatsApp');
				const codex = await readFile(join(folders[name], 'dist/nodes', room, `${one}.node.json`), 'utf8');
				expect(JSON.parse(codex)).toMatchObject({ node: `${name}.${description.name}` });
			}
		});
	});

	test('the scan is at work', () => {
		expect(scans[FAULTY]).toMatchObject({
			passed: false,
			details: expect.stringMatching('no-restricted-globals'),
		});
	});
});
