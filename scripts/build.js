const { createHash } = require('node:crypto');
const { existsSync, globSync, readFileSync } = require('node:fs');
const { cp, mkdir, rm, writeFile } = require('node:fs/promises');
const { dirname, join } = require('node:path');
const { write: writeOperationsDoc } = require('./operationsDoc');
const { ROOT, runTool } = require('./run');

const DIST = join(ROOT, 'dist');
const STAMP = join(ROOT, '.cache', 'build');
const SOURCES = [
	'{credentials,nodes,core,whatsapp}/**/*.*',
	'package-lock.json',
	'tsconfig.json',
	'scripts/{build,operationsDoc}.js',
];
/** What tsc does not carry into dist/: icons and codex files, beside the node or credential they belong to. */
const ASSETS = ['nodes/**/*.{svg,png}', 'nodes/**/*.node.json', 'credentials/**/*.svg'];
const RESULTS = ['dist/**/*.*', 'docs/operations.md'];

/** Content decides, not file times: a checkout or a half-deleted dist/ must never pass as built. */
function hashOf(patterns) {
	const hash = createHash('sha256');
	for (const file of globSync(patterns, { cwd: ROOT }).sort())
		hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)));
	return hash.digest('hex');
}
const state = () => `${hashOf(SOURCES)} ${hashOf(RESULTS)}`;

/**
 * Makes dist/ anew from the sources (compiled code, icons, codex files), and docs/operations.md from dist/. Does
 * nothing when these sources gave just that last time.
 *
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
async function build() {
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === state()) return { ok: true, output: '' };

	await rm(STAMP, { force: true });
	await rm(DIST, { recursive: true, force: true });
	const { code, output } = await runTool('typescript', ['-p', 'tsconfig.json', '--noEmitOnError'], {
		bin: 'tsc',
		capture: true,
	});
	if (code !== 0) return { ok: false, output };
	for (const file of globSync(ASSETS, { cwd: ROOT })) await cp(join(ROOT, file), join(DIST, file));
	writeOperationsDoc(ROOT);
	await mkdir(dirname(STAMP), { recursive: true });
	await writeFile(STAMP, state());
	return { ok: true, output: '' };
}

module.exports = { build, hashOf };
