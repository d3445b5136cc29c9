import { execFile } from 'node:child_process';
import { access, cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export const PACKAGE = 'n8n-nodes-whatsapp-bsp';

/** A folder that holds the package unpacked already: a run of many environments packs it once for all of them. */
export const UNPACKED = 'WHATSAPP_BSP_UNPACKED';

/** npm without a shell when `npm run` told us where its script lies, else from the PATH. */
async function npm(args: string[], cwd: string): Promise<void> {
	const script = process.env.npm_execpath;
	if (script && basename(script) === 'npm-cli.js')
		await execute(process.execPath, [script, ...args], { cwd });
	else await execute('npm', args, { cwd, shell: process.platform === 'win32' });
}

/** Fails when the package names a node or credential that it does not hold, as it does when nothing was built. */
async function expectComplete(folder: string): Promise<void> {
	const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
		n8n: { nodes: string[]; credentials: string[] };
	};
	for (const file of [...manifest.n8n.nodes, ...manifest.n8n.credentials]) {
		await access(join(folder, file)).catch(() => {
			throw new Error(`The package holds no ${file}: run npm run build`);
		});
	}
}

/**
 * Packs the package as `npm publish` would and unpacks it as `npm install` would.
 *
 * @param root the repository, with dist/ built
 * @param into the folder that receives the package's files; made when missing
 * @returns `into`
 * @throws when dist/ is missing or incomplete
 */
export async function unpackPackage(root: string, into: string): Promise<string> {
	const unpacked = process.env[UNPACKED];
	if (unpacked !== undefined) {
		await cp(unpacked, into, { recursive: true });
		return into;
	}
	const work = await mkdtemp(join(tmpdir(), 'whatsapp-bsp-pack-'));
	try {
		await npm(['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', work], root);
		const [tarball] = await readdir(work);
		if (tarball === undefined) throw new Error('npm pack wrote no tarball');
		await mkdir(into, { recursive: true });
		await execute('tar', ['-xzf', tarball, '-C', into, '--strip-components=1'], { cwd: work });
		await expectComplete(into);
		return into;
	} finally {
		await rm(work, { recursive: true, force: true });
	}
}
