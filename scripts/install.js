const { createHash } = require('node:crypto');
const { existsSync, readFileSync } = require('node:fs');
const { rm, writeFile } = require('node:fs/promises');
const { join } = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const { ROOT, run, runNpm } = require('./run');

const ATTEMPTS = 3;
const DEPENDENCY_FIELDS = [
	'dependencies',
	'devDependencies',
	'peerDependencies',
	'optionalDependencies',
	'overrides',
];

/**
 * The folders with dependencies of their own. `native` names modules whose binary may have to be built:
 * install scripts are off (one of n8n's dependencies downloads a program in its own, which fails behind
 * many firewalls), and these are the only ones that n8n cannot run without.
 */
const FOLDERS = {
	root: { path: '.', what: "the package's tools", takes: 'about a minute', native: ['isolated-vm'] },
	sandbox: { path: 'sandbox', what: 'the sandbox', takes: 'a few seconds', native: [] },
	phone: { path: 'sandbox/phone', what: 'the phone page', takes: 'a quarter of a minute', native: [] },
	demo: {
		path: 'demo',
		what: 'n8n itself',
		takes: 'several minutes the first time (2.8 GB, then nothing until its version changes)',
		native: ['sqlite3', 'isolated-vm'],
	},
};

const stampFile = (folder) => join(folder, 'node_modules', '.installed');

/** Changes when what `npm ci` would install changes, and with nothing else. */
function fingerprint(folder) {
	const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return createHash('sha256')
		.update(JSON.stringify(DEPENDENCY_FIELDS.map((field) => manifest[field])))
		.update(readFileSync(join(folder, 'package-lock.json')))
		.update([process.versions.modules, process.platform, process.arch].join())
		.digest('hex');
}

/** npm shows its own progress on a terminal; in a log, a line now and then says that it is still at work. */
async function withHeartbeat(work) {
	if (process.stderr.isTTY) return await work();
	const start = Date.now();
	const beat = setInterval(() => console.log(`  … ${Math.round((Date.now() - start) / 1000)} s`), 15_000);
	try {
		return await work();
	} finally {
		clearInterval(beat);
	}
}

async function buildNative(folder, modules) {
	for (const name of modules) {
		const loads = () => run(process.execPath, ['-e', `require('${name}')`], { cwd: folder, capture: true });
		if ((await loads()).code === 0) continue;
		console.log(`Building ${name} for this machine (about a minute) …`);
		const { code, output } = await runNpm(
			['rebuild', name, '--ignore-scripts=false', '--foreground-scripts'],
			{
				cwd: folder,
				capture: true,
			},
		);
		const check = await loads();
		if (check.code !== 0) {
			throw new Error(
				`${output}\n${check.output}\n${name} could not be built in ${folder} (npm rebuild ended with ${code}).`,
			);
		}
	}
}

/**
 * Installs what a folder's lock file says, unless that was done before. The stamp is written last and lies
 * inside node_modules, which `npm ci` removes first: an interrupted install has none and is done again.
 *
 * @param {keyof typeof FOLDERS} name
 */
async function install(name) {
	const { path, what, takes, native } = FOLDERS[name];
	const folder = join(ROOT, path);
	const stamp = stampFile(folder);
	const expected = fingerprint(folder);
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === expected) return;

	console.log(`Installing ${what}: ${takes} …`);
	const start = Date.now();
	await rm(stamp, { force: true });
	for (let attempt = 1; ; attempt++) {
		const { code } = await withHeartbeat(() =>
			runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder }),
		);
		if (code === 0) break;
		if (attempt === ATTEMPTS || code > 128)
			throw new Error(`npm could not install ${what} (npm ci in ${folder} ended with ${code}).`);
		console.log(`npm ended with ${code}; trying again …`);
		await sleep(3000 * attempt);
	}
	await withHeartbeat(() => buildNative(folder, native));
	await writeFile(stamp, expected);
	console.log(`Installed ${what} in ${Math.round((Date.now() - start) / 1000)} s.`);
}

module.exports = { FOLDERS, fingerprint, stampFile, install, buildNative, withHeartbeat };
