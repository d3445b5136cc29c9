const { existsSync } = require('node:fs');
const { mkdir, rm } = require('node:fs/promises');
const { join } = require('node:path');
const { ROOT, run, runNpm } = require('./run');

const NEEDED = 24;
const PLATFORMS = { linux: 'linux', darwin: 'darwin', win32: 'win' };
const FOLDER = join(ROOT, '.cache', `node${NEEDED}`);

const isNewEnough = () => Number(process.versions.node.split('.')[0]) >= NEEDED;

/** Where the binary of the npm package `node-<platform>-<arch>` lies once it is installed. */
function fetchedBinary() {
	const name = `node-${PLATFORMS[process.platform]}-${process.arch}`;
	const file = process.platform === 'win32' ? 'node.exe' : 'node';
	return { name, path: join(FOLDER, 'node_modules', name, 'bin', file) };
}

async function works(path) {
	if (!existsSync(path)) return false;
	const { code, output } = await run(path, ['--version'], { capture: true }).catch(() => ({
		code: 1,
		output: '',
	}));
	return code === 0 && output.startsWith(`v${NEEDED}.`);
}

/**
 * A Node that n8n 2 accepts: the one fetched earlier, or one fetched now as an npm package into .cache/.
 *
 * @returns {Promise<string>} path of the binary
 * @throws when this platform has no such package or it cannot be fetched; the message says what to do
 */
async function findOrFetchNode24() {
	const { name, path } = fetchedBinary();
	if (await works(path)) return path;

	const byHand = `Install Node ${NEEDED} or newer yourself and run the command again.`;
	if (!PLATFORMS[process.platform] || !['x64', 'arm64'].includes(process.arch)) {
		throw new Error(`There is no packaged Node ${NEEDED} for ${process.platform}-${process.arch}. ${byHand}`);
	}
	console.log(
		`This is Node ${process.versions.node}; n8n needs ${NEEDED}. Fetching Node ${NEEDED} (about 60 MB, under a minute) …`,
	);
	await rm(FOLDER, { recursive: true, force: true });
	await mkdir(FOLDER, { recursive: true });
	await runNpm(
		[
			'install',
			'--prefix',
			FOLDER,
			'--no-save',
			'--no-audit',
			'--no-fund',
			'--ignore-scripts',
			`${name}@${NEEDED}`,
		],
		{
			cwd: FOLDER,
		},
	);
	if (await works(path)) return path;
	throw new Error(`Node ${NEEDED} could not be fetched by npm. ${byHand}`);
}

module.exports = { isNewEnough, findOrFetchNode24 };
