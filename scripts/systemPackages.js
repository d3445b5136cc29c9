const { existsSync } = require('node:fs');
const { findChromium } = require('./chromium');
const { run } = require('./run');

/**
 * Programs of the system that some suites need: how each is found (undefined when it is missing), and the packages of
 * Debian that hold it.
 *
 * @type {Record<string, { what: string, packages: string[], suites: string[], find: () => unknown }>}
 */
const PROGRAMS = {
	chromium: {
		what: 'Chromium',
		packages: ['chromium-headless-shell'],
		suites: ['browser', 'phone'],
		find: findChromium,
	},
	services: {
		what: 'Redis and PostgreSQL',
		packages: ['redis-server', 'postgresql'],
		suites: ['queue'],
		find: async () => (await import('../demo/queue/services.ts')).findServices(),
	},
};

const thisMachine = () => ({
	isRoot: process.getuid?.() === 0,
	hasAptGet: existsSync('/usr/bin/apt-get'),
});

const INSTALL = ['install', '-y', '--no-install-recommends'];

/**
 * What is to be done about missing packages: nothing; install them, where that needs nobody's password; or leave the
 * system alone and tell how.
 *
 * @param {string[]} packages Debian's names of what is missing
 * @param {{ isRoot: boolean, hasAptGet: boolean }} machine
 * @returns {{ action: 'nothing' | 'install' } | { action: 'tell', how: string }}
 */
function decide(packages, { isRoot, hasAptGet }) {
	if (packages.length === 0) return { action: 'nothing' };
	if (hasAptGet && isRoot) return { action: 'install' };
	const how = hasAptGet
		? `sudo apt-get update && sudo apt-get ${[...INSTALL, ...packages].join(' ')}`
		: `Install them with your system's package manager (Debian calls them ${packages.join(', ')}). CHROMIUM_PATH can name a browser.`;
	return { action: 'tell', how };
}

const listed = (missing, pick) => missing.flatMap(pick).join(', ');

async function find(programs) {
	const entries = Object.entries(programs).map(async ([name, { find: look }]) => [name, await look()]);
	return Object.fromEntries(await Promise.all(entries));
}

async function aptGet(args, runProgram) {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const { code, output } = await runProgram('apt-get', ['-q', ...args], { env, capture: true });
	if (code !== 0) throw new Error(output.trim());
}

/**
 * Finds the programs, installs those that are missing where `decide` says so, and says what it does.
 *
 * @returns {Promise<Record<string, unknown>>} what was found, by the names in PROGRAMS; undefined for what is missing
 */
async function provide({
	programs = PROGRAMS,
	machine = thisMachine(),
	run: runProgram = run,
	print = console.log,
} = {}) {
	const before = await find(programs);
	const missingIn = (found) => Object.keys(programs).filter((name) => !found[name]);
	const missing = missingIn(before).map((name) => programs[name]);
	const packages = missing.flatMap((program) => program.packages);
	const decision = decide(packages, machine);
	if (decision.action === 'nothing') return before;

	const needed = `${listed(missing, ({ what }) => what)} for the suites ${listed(missing, ({ suites }) => suites)}`;
	if (decision.action === 'tell') {
		print(`Not installed: ${needed}, which are skipped. To run them, too:\n\n  ${decision.how}\n`);
		return before;
	}
	print(`Installing ${needed}: apt-get ${[...INSTALL, ...packages].join(' ')} (a minute or two) …`);
	const attempt = async (args) =>
		await aptGet(args, runProgram).catch((error) => print(error.message.split('\n').slice(-3).join('\n')));
	await attempt(['update']);
	// One by one: where a package is not known, the others are installed all the same.
	for (const program of missing) await attempt([...INSTALL, ...program.packages]);
	const after = await find(programs);
	const left = missingIn(after).map((name) => programs[name]);
	if (left.length > 0) {
		print(`Could not be installed: ${listed(left, ({ what }) => what)}. The suites are skipped.`);
	}
	return after;
}

module.exports = { decide, provide };
