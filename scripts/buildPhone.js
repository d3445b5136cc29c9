const { existsSync, readFileSync } = require('node:fs');
const { mkdir, rm, writeFile } = require('node:fs/promises');
const { dirname, join } = require('node:path');
const { hashOf } = require('./build');
const { ROOT, run } = require('./run');

const PHONE = join(ROOT, 'sandbox', 'phone');
const STAMP = join(ROOT, '.cache', 'phone');
const SOURCES = ['sandbox/phone/{src,public}/**/*.*', 'sandbox/phone/*.{html,json,ts}'];
const RESULTS = ['sandbox/phone/dist/**/*.*'];

const state = () => `${hashOf(SOURCES)} ${hashOf(RESULTS)}`;

/**
 * Makes sandbox/phone/dist/ anew from the page's sources, unless these gave just that last time.
 *
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
async function buildPhone() {
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === state()) return { ok: true, output: '' };

	await rm(STAMP, { force: true });
	console.log('Building the phone page: a few seconds …');
	const vite = join(PHONE, 'node_modules', 'vite', 'bin', 'vite.js');
	const { code, output } = await run(process.execPath, [vite, 'build'], { cwd: PHONE, capture: true });
	if (code !== 0) return { ok: false, output };
	await mkdir(dirname(STAMP), { recursive: true });
	await writeFile(STAMP, state());
	return { ok: true, output: '' };
}

module.exports = { buildPhone };
