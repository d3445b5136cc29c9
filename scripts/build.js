const { globSync } = require('node:fs');
const { cp, rm } = require('node:fs/promises');
const { join } = require('node:path');
const { write: writeOperationsDoc } = require('./operationsDoc');
const { ROOT, runTool } = require('./run');
const { unlessDone } = require('./stamp');

const DIST = join(ROOT, 'dist');
const WHAT = {
	name: 'build',
	sources: [
		'{credentials,nodes,core,whatsapp}/**/*.*',
		'package-lock.json',
		'tsconfig.json',
		'scripts/{build,operationsDoc}.js',
	],
	results: ['dist/**/*.*', 'docs/operations.md'],
};
/** What tsc does not carry into dist/: icons and codex files, beside the node or credential they belong to. */
const ASSETS = ['nodes/**/*.{svg,png}', 'nodes/**/*.node.json', 'credentials/**/*.svg'];

/**
 * Makes dist/ anew from the sources (compiled code, icons, codex files), and docs/operations.md from dist/.
 *
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
const build = async () =>
	await unlessDone(WHAT, async () => {
		await rm(DIST, { recursive: true, force: true });
		const { code, output } = await runTool('typescript', ['-p', 'tsconfig.json', '--noEmitOnError'], {
			bin: 'tsc',
			capture: true,
		});
		if (code !== 0) return { ok: false, output };
		for (const file of globSync(ASSETS, { cwd: ROOT })) await cp(join(ROOT, file), join(DIST, file));
		writeOperationsDoc(ROOT);
		return { ok: true, output: '' };
	});

module.exports = { build };
