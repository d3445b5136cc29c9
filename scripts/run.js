const { spawn } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join, basename } = require('node:path');
const { constants } = require('node:os');

const ROOT = join(__dirname, '..');

/** The signal that told us to stop, once one did. */
let told;

/**
 * Runs a program to its end. Signals that reach us are passed on, so that whoever stops the command also
 * stops what it started; after that nothing more is started, and every program counts as stopped.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, capture?: boolean, shell?: boolean }} [options]
 *   capture: collect the output instead of showing it
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(program, args, { cwd = ROOT, env = process.env, capture = false, shell } = {}) {
	if (told) return Promise.resolve({ code: 128 + constants.signals[told], output: '' });
	const stdio = capture ? ['ignore', 'pipe', 'pipe'] : 'inherit';
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { cwd, env, shell, stdio });
		let output = '';
		for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));

		const passOn = (signal) => {
			told = signal;
			child.kill(signal);
		};
		const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
		for (const signal of signals) process.on(signal, passOn);
		const done = () => {
			for (const signal of signals) process.off(signal, passOn);
		};
		child.on('error', (error) => {
			done();
			reject(error);
		});
		child.on('close', (code, signal) => {
			done();
			resolve({ code: code ?? 128 + constants.signals[signal], output });
		});
	});
}

/**
 * npm, told to stop, stops the shell it started us with and nothing else. Whoever lost that parent stops as if
 * it had been told so itself.
 */
function stopWithNpm() {
	if (process.env.npm_lifecycle_event === undefined) return;
	const parent = process.ppid;
	setInterval(() => {
		if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
	}, 500).unref();
}

/** Runs a tool of the root's node_modules with the Node we run on ourselves, which needs no shell on any platform. */
function runTool(packageName, args, options = {}) {
	const folder = join(ROOT, 'node_modules', packageName);
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const script = typeof bin === 'string' ? bin : (bin[options.bin ?? packageName] ?? Object.values(bin)[0]);
	return run(process.execPath, [join(folder, script), ...args], options);
}

/** Runs npm. Started by `npm run`, we know npm's own script and need neither a shell nor a PATH look-up. */
function runNpm(args, options = {}) {
	const env = { ...process.env, ...options.env, npm_config_yes: 'true', npm_config_loglevel: 'error' };
	const npm = process.env.npm_execpath;
	return npm && basename(npm) === 'npm-cli.js'
		? run(process.execPath, [npm, ...args], { ...options, env })
		: run('npm', args, { ...options, env, shell: process.platform === 'win32' });
}

module.exports = { ROOT, run, runTool, runNpm, stopWithNpm };
