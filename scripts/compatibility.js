const { existsSync, readFileSync } = require('node:fs');
const { mkdtemp, readFile, rm, writeFile } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { buildNative, withHeartbeat } = require('./install');
const { ROOT, runNpm, runTool } = require('./run');

const DOCUMENT = join(ROOT, 'docs', 'compatibility.md');

/** The core of the end-to-end tests, in the order of the table's columns: what every user of the package needs. */
const CORE = [
	['credential'],
	['lists'],
	['sendText'],
	['trigger'],
	['sendAndWait', 'sendAndWaitTimeLimit', 'restart'],
	['chatMemory'],
];

/** The n8n that demo/ pins is installed already. */
const pinned = () => JSON.parse(readFileSync(join(ROOT, 'demo', 'package.json'), 'utf8'));

/** Installs an n8n of its own into a folder: 2.8 GB, which the caller removes. */
async function installN8n(version, folder) {
	// Older versions take their spreadsheet reader from a host of its own, which not every network lets through.
	const overrides = { ...pinned().overrides, xlsx: '0.18.5' };
	const manifest = { private: true, dependencies: { n8n: version }, overrides };
	await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
	console.log(`Installing n8n ${version} into ${folder}: several minutes …`);
	const { code } = await withHeartbeat(() =>
		runNpm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder }),
	);
	if (code !== 0) throw new Error(`npm could not install n8n ${version} (npm install ended with ${code}).`);
	const native = ['sqlite3', 'isolated-vm'].filter((name) => existsSync(join(folder, 'node_modules', name)));
	await withHeartbeat(() => buildNative(folder, native));
}

/**
 * Runs the core of the end-to-end tests against the n8n in a folder.
 *
 * @returns {Promise<Array<{ passed: number, all: number }>>} one a column of CORE; all is 0 when it could not run
 */
async function runCore(folder) {
	const results = join(await mkdtemp(join(tmpdir(), 'whatsapp-bsp-results-')), 'jest.json');
	try {
		await runTool(
			'jest',
			[
				'--selectProjects',
				'e2e',
				'--runInBand',
				`--testPathPatterns=test/e2e/(${CORE.flat().join('|')})\\.test`,
				'--json',
				`--outputFile=${results}`,
			],
			// Which n8n demo/n8nProcess.ts starts.
			{ env: { ...process.env, WHATSAPP_BSP_N8N: folder } },
		);
		const files = existsSync(results) ? JSON.parse(await readFile(results, 'utf8')).testResults : [];
		return CORE.map((names) => {
			const tests = files
				.filter(({ name }) => names.some((own) => name.endsWith(`/${own}.test.ts`)))
				.flatMap(({ assertionResults }) => assertionResults);
			return { passed: tests.filter(({ status }) => status === 'passed').length, all: tests.length };
		});
	} finally {
		await rm(join(results, '..'), { recursive: true, force: true });
	}
}

async function tried(version) {
	if (version === pinned().dependencies.n8n) return await runCore(join(ROOT, 'demo'));
	const folder = await mkdtemp(join(tmpdir(), `whatsapp-bsp-n8n-${version}-`));
	try {
		await installN8n(version, folder);
		return await runCore(folder);
	} finally {
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	}
}

const versionOf = (line) => /^\| (\d+\.\d+\.\d+) /.exec(line)?.[1];
const inOrder = (a, b) => versionOf(a).localeCompare(versionOf(b), 'en', { numeric: true });

/** The document with this row in its table of versions, in place of the version's old one. */
function withRow(document, row) {
	const lines = document.split('\n');
	const first = lines.findIndex((line) => /^\| n8n +\| Date/.test(line)) + 2;
	const others = lines.filter((line) => versionOf(line) && versionOf(line) !== versionOf(row));
	const rows = [...others, row].sort(inOrder);
	return [...lines.slice(0, first), ...rows, ...lines.slice(first).filter((line) => !versionOf(line))].join(
		'\n',
	);
}

function rowOf(version, results) {
	const cells = results.map(({ passed, all }) => (all === 0 ? 'did not run' : `${passed} of ${all}`));
	return `| ${[version, new Date().toISOString().slice(0, 10), ...cells].join(' | ')} |`;
}

async function write(row) {
	await writeFile(DOCUMENT, withRow(await readFile(DOCUMENT, 'utf8'), row));
	await runTool('oxfmt', [DOCUMENT]);
}

/**
 * Which versions of n8n the package works with, found by trying: `npm run compatibility -- 2.20.0 2.40.7`. With
 * `--write` the results go into docs/compatibility.md.
 */
async function compatibility(args) {
	const versions = args.filter((arg) => /^\d+\.\d+\.\d+$/.test(arg));
	if (versions.length === 0) return { ok: false, output: 'Name versions: npm run compatibility -- 2.20.0' };
	let ok = true;
	for (const version of versions) {
		const results = await tried(version);
		ok &&= results.every(({ passed, all }) => all > 0 && passed === all);
		const row = rowOf(version, results);
		console.log(row);
		if (args.includes('--write')) await write(row);
	}
	return { ok, output: '' };
}

module.exports = { compatibility, installN8n, runCore, rowOf, withRow, write };
