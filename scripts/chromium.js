const { existsSync } = require('node:fs');
const { delimiter, join } = require('node:path');

/** First the one without a window, which tests need not: it takes a quarter less of the machine. */
const NAMES = [
	...['chromium-headless-shell', 'chromium', 'chromium-browser'],
	...['google-chrome', 'google-chrome-stable', 'chrome.exe'],
];
const USUAL_PLACES = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of the Chromium the browser tests drive: CHROMIUM_PATH, or one that is installed; undefined without. */
function findChromium() {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
	return [process.env.CHROMIUM_PATH, ...onPath, ...USUAL_PLACES].find((path) => path && existsSync(path));
}

module.exports = { findChromium };
