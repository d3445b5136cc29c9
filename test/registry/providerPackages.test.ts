import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { PackageDirectoryLoader } from 'n8n-core';

import { packProviders } from '../../scripts/providerPackages';
import { nodes } from './published';

const execute = promisify(execFile);
const root = join(__dirname, '../..');

/** n8n's scan of an unpacked package. It is an ES module, which Jest does not load; so by a Node of its own. */
async function scan(folder: string): Promise<{ passed: boolean; message?: string; details?: string }> {
	const program = `require('./scripts/lint').scanPublished(process.argv[1]).then((found) => console.log(JSON.stringify(found)))`;
	const { stdout } = await execute(process.execPath, ['-e', program, folder], { cwd: root });
	return JSON.parse(stdout) as Awaited<ReturnType<typeof scan>>;
}

describe('npx gulp tarballs', () => {
	let work: string;
	const folders: Record<string, string> = {};

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
	}, 120_000);
	afterAll(async () => await rm(work, { recursive: true, force: true }));

	test('gives a package for each provider', () => {
		expect(Object.keys(folders).sort()).toEqual(['n8n-nodes-hello-all', 'n8n-nodes-heltar']);
	});

	describe.each([
		['n8n-nodes-heltar', 'Heltar', 'heltar'],
		['n8n-nodes-hello-all', 'HelloAll', 'helloAll'],
	])('%s', (name, room, node) => {
		test('holds this provider and no other', async () => {
			const files = await readdir(folders[name], { recursive: true });
			expect(await readdir(join(folders[name], 'dist/nodes'))).toEqual([room, 'shared']);
			expect(await readdir(join(folders[name], 'dist/credentials'))).toEqual([`${room}Api.credentials.js`]);
			expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE.md', 'package.json']));
			expect(
				files.filter((file) => /(^|[\\/])(test|sandbox|demo|node_modules)([\\/]|$)|\.ts$/.test(file)),
			).toEqual([]);
		});

		test('passes n8n’s scan', async () => {
			expect(await scan(folders[name])).toMatchObject({ passed: true });
		}, 60_000);

		test('is loaded by n8n with all of its nodes', async () => {
			// Where n8n installs it, n8n-workflow is found in n8n's own folder.
			const modules = join(folders[name], 'node_modules');
			if (!existsSync(modules)) await symlink(join(root, 'node_modules'), modules, 'junction');
			const loader = new PackageDirectoryLoader(folders[name]);
			await loader.loadAll();

			const own = nodes.filter(([one]) => one.startsWith(room));
			expect(Object.keys(loader.known.nodes).sort()).toEqual([node, `${node}Trigger`]);
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

	test('the scan is at work', async () => {
		const folder = folders['n8n-nodes-heltar'];
		await appendFile(join(folder, 'index.js'), '\nsetTimeout(() => console.log(process.env.HOME), 5);\n');
		expect(await scan(folder)).toMatchObject({ passed: false });
	}, 60_000);
});
