const { existsSync } = require('node:fs');
const { delimiter, join } = require('node:path');
const { run } = require('./run');

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const USUAL_PLACES = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

function find() {
	const onPath = (process.env.PATH ?? '')
		.split(delimiter)
		.flatMap((folder) => NAMES.map((name) => join(folder, name)));
	return [process.env.CHROMIUM_PATH, ...onPath, ...USUAL_PLACES].find((path) => path && existsSync(path));
}

/**
 * The Chromium the browser tests drive: CHROMIUM_PATH, or one that is installed, or (as root on Debian and
 * its like) one installed now.
 *
 * @returns {Promise<string | undefined>} path of the program, undefined when there is none
 */
async function findOrInstallChromium() {
	const found = find();
	if (found || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found;

	console.log('Installing Chromium for the browser tests (about a minute) …');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await run('apt-get', ['update', '-q'], { env, capture: true });
	await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
		env,
		capture: true,
	});
	return find();
}

module.exports = { findOrInstallChromium };
