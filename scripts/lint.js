const { existsSync } = require('node:fs');
const { mkdtemp, rm } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { ROOT, run, runTool } = require('./run');

const PROBLEMS = /\d+ problems?/;
const ROOMS = ['nodes', 'credentials', 'core', 'whatsapp', 'sandbox', 'demo', 'bench'];

/** n8n's own linters. They end with 0 on warnings, and a warning is a finding here. */
async function n8nLint() {
	const { code, output } = await runTool('@n8n/node-cli', ['lint'], { bin: 'n8n-node', capture: true });
	return { ok: code === 0 && !PROBLEMS.test(output), output };
}

async function formatting() {
	const { code, output } = await runTool('oxfmt', ['--check'], { capture: true });
	return { ok: code === 0, output };
}

async function imports() {
	const rooms = ROOMS.filter((room) => existsSync(join(ROOT, room)));
	const { code, output } = await runTool(
		'dependency-cruiser',
		['--config', join(__dirname, 'importRules.js'), '--output-type', 'err', ...rooms],
		{ bin: 'depcruise', capture: true },
	);
	return { ok: code === 0, output };
}

const scanner = async () => await import('@n8n/scan-community-package/scanner/scanner.mjs');

/** The scan n8n runs before it verifies a package, on an unpacked tarball. */
async function scanPublished(folder) {
	const { analyzePackage } = await scanner();
	return await analyzePackage(folder, ['**/*.js', 'package.json']);
}

/** The same without its download: our source, then what npm would publish. */
async function packageScan() {
	const { analyzePackage, SOURCE_FILE_PATTERNS } = await scanner();
	const { unpackPackage } = await import('../demo/packedPackage.ts');
	const folder = await mkdtemp(join(tmpdir(), 'whatsapp-bsp-scan-'));
	try {
		const published = await unpackPackage(ROOT, folder);
		const source = await analyzePackage(ROOT, SOURCE_FILE_PATTERNS);
		const packed = await scanPublished(published);
		const findings = [source, packed].filter(({ passed }) => !passed);
		return {
			ok: findings.length === 0,
			output: findings.map(({ message, details }) => `${message}\n${details ?? ''}`).join('\n'),
		};
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Everything that can be said about the code without running it, types aside. Needs dist/. */
async function lint() {
	const inTurn = async (checks) => {
		const output = [];
		for (const check of checks) {
			const result = await check();
			if (!result.ok) output.push(`${check.name}:\n${result.output.trim()}`);
		}
		return output;
	};
	// The linters take as long as all the rest.
	const output = (await Promise.all([inTurn([n8nLint]), inTurn([formatting, imports, packageScan])])).flat();
	return { ok: output.length === 0, output: output.join('\n\n') };
}

/**
 * Whether the types of these projects hold, by TypeScript 7; the linters need the interface of TypeScript 5. What was
 * found out before is looked at again where it changed.
 */
async function typesOf(configs) {
	const results = await Promise.all(
		configs.map((config) => {
			const known = join('.cache', `${config}.tsbuildinfo`);
			// The projects are checked side by side already: more threads for each would do some of the work twice.
			const args = ['--noEmit', '--singleThreaded', '--incremental', '--tsBuildInfoFile', known];
			return runTool('typescript-7', ['-p', config].concat(args), { bin: 'tsc', capture: true });
		}),
	);
	const output = results.map((result) => result.output.trim()).filter(Boolean);
	return { ok: results.every(({ code }) => code === 0), output: [...new Set(output)].join('\n') };
}

/** The shipped code against what n8n gives it, the programs Node runs as they are, and the tests. */
const types = async () =>
	await typesOf([
		'tsconfig.json',
		'tsconfig.tools.json',
		'tsconfig.tests.json',
		'sandbox/phone/tsconfig.json',
	]);

async function format() {
	const oxfmt = await runTool('oxfmt', []);
	const eslint = await runTool('@n8n/node-cli', ['lint', '--fix'], { bin: 'n8n-node' });
	return { ok: oxfmt.code === 0 && eslint.code === 0, output: '' };
}

const CHECKS = { types, lint };

/** One of the checks in a process of its own, beside whatever else runs. */
async function inBackground(check) {
	const { code, output } = await run(process.execPath, [__filename, check], { capture: true });
	return { ok: code === 0, output };
}

async function main([check]) {
	const { ok, output } = await CHECKS[check]();
	console.log(output);
	if (!ok) process.exitCode = 1;
}

module.exports = { lint, types, typesOf, format, scanPublished, inBackground };
if (require.main === module) void main(process.argv.slice(2));
