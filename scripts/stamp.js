const { createHash } = require('node:crypto');
const { existsSync, globSync, readFileSync } = require('node:fs');
const { mkdir, rm, writeFile } = require('node:fs/promises');
const { dirname, join } = require('node:path');
const { ROOT } = require('./run');

/** Content decides, not file times: a checkout or half-deleted results must never pass as done. */
function hashOf(patterns) {
	const hash = createHash('sha256');
	for (const file of globSync(patterns, { cwd: ROOT }).sort())
		hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)));
	return hash.digest('hex');
}

/**
 * Does a piece of work unless these sources gave just these results last time.
 *
 * @param {{ name: string, sources: string[], results: string[] }} what the sources and results as patterns
 * @param {() => Promise<{ ok: boolean, output: string }>} work
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
async function unlessDone({ name, sources, results }, work) {
	const stamp = join(ROOT, '.cache', name);
	const state = () => `${hashOf(sources)} ${hashOf(results)}`;
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state()) return { ok: true, output: '' };

	await rm(stamp, { force: true });
	const result = await work();
	if (!result.ok) return result;
	await mkdir(dirname(stamp), { recursive: true });
	await writeFile(stamp, state());
	return result;
}

module.exports = { unlessDone };
