const { createHash } = require('node:crypto');
const { existsSync, globSync, readFileSync } = require('node:fs');
const { mkdir, rm, writeFile } = require('node:fs/promises');
const { dirname, join } = require('node:path');
const { write: writeOperationsDoc } = require('./operationsDoc');
const { ROOT, runTool } = require('./run');

const DIST = join(ROOT, 'dist');
const STAMP = join(ROOT, '.cache', 'build');
const SOURCES = [
	'{credentials,nodes,core,whatsapp}/**/*.*',
	'package-lock.json',
	'tsconfig.json',
	'gulpfile.js',
	'scripts/operationsDoc.js',
];
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
	for (const [tool, args] of [
		['typescript', ['-p', 'tsconfig.json', '--noEmitOnError']],
		['gulp', ['assets', '--silent']],
	]) {
		const { code, output } = await runTool(tool, args, {
			bin: tool === 'typescript' ? 'tsc' : tool,
			capture: true,
		});
		if (code !== 0) return { ok: false, output };
	}
	writeOperationsDoc(ROOT);
	await mkdir(dirname(STAMP), { recursive: true });
	await writeFile(STAMP, state());
	return { ok: true, output: '' };
}

module.exports = { build, hashOf };
