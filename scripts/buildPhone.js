const { join } = require('node:path');
const { ROOT, run } = require('./run');
const { unlessDone } = require('./stamp');

const PHONE = join(ROOT, 'sandbox', 'phone');
const WHAT = {
	name: 'phone',
	sources: ['sandbox/phone/{src,public}/**/*.*', 'sandbox/phone/*.{html,json,ts}'],
	results: ['sandbox/phone/dist/**/*.*'],
};

/**
 * Makes sandbox/phone/dist/ anew from the page's sources.
 *
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
const buildPhone = async () =>
	await unlessDone(WHAT, async () => {
		console.log('Building the phone page: a few seconds …');
		const vite = join(PHONE, 'node_modules', 'vite', 'bin', 'vite.js');
		const { code, output } = await run(process.execPath, [vite, 'build'], { cwd: PHONE, capture: true });
		return { ok: code === 0, output: code === 0 ? '' : output };
	});

module.exports = { buildPhone };
