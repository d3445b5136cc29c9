/**
 * Every command of package.json starts here, on any Node from 18 on and with nothing installed: finds or
 * fetches Node 24, installs what the command needs, builds, and does the work.
 */
const { delimiter, dirname, join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { isNewEnough, findOrFetchNode24 } = require('./node24');
const { install } = require('./install');
const { ROOT, run, stopWithNpm } = require('./run');

/** Runs one of the repository's TypeScript programs in this process, as if it had been started by itself. */
async function program(path, args) {
	const file = join(ROOT, path);
	process.argv = [process.execPath, file, ...args];
	await import(pathToFileURL(file).href);
}

const build = async () => require('./build').build();
const buildPhone = async () => require('./buildPhone').buildPhone();

const COMMANDS = {
	build: { needs: ['root'], work: build },
	lint: {
		needs: ['root', 'sandbox', 'phone'],
		work: async () => {
			const built = await build();
			if (!built.ok) return built;
			const { lint, types } = require('./lint');
			const results = [await types(), await lint()];
			return { ok: results.every(({ ok }) => ok), output: results.map(({ output }) => output).join('\n') };
		},
	},
	format: { needs: ['root'], work: async () => require('./lint').format() },
	test: { needs: ['root', 'sandbox', 'phone', 'demo'], work: async (args) => require('./test').test(args) },
	'test:fast': {
		needs: ['root', 'sandbox', 'phone'],
		work: async (args) => require('./test').test(args, { fast: true }),
	},
	'prepare-commit': {
		needs: ['root', 'sandbox', 'phone'],
		work: async (args) => {
			const formatted = await require('./lint').format();
			if (!formatted.ok) return formatted;
			const built = await build();
			return built.ok ? require('./test').test(args, { fast: true }) : built;
		},
	},
	sandbox: {
		needs: ['sandbox', 'phone'],
		work: async (args) => {
			const built = await buildPhone();
			return built.ok ? program('sandbox/main.ts', args) : built;
		},
	},
	demo: {
		needs: ['root', 'sandbox', 'phone', 'demo'],
		work: async (args) => {
			const nodes = await build();
			const built = nodes.ok ? await buildPhone() : nodes;
			return built.ok ? program('demo/main.ts', args) : built;
		},
	},
	bench: {
		needs: ['root', 'sandbox', 'demo'],
		work: async (args) => {
			const built = await build();
			return built.ok ? program('bench/main.ts', args) : built;
		},
	},
	compatibility: {
		needs: ['root', 'sandbox', 'phone'],
		work: async (args) => {
			const nodes = await build();
			const built = nodes.ok ? await buildPhone() : nodes;
			return built.ok ? require('./compatibility').compatibility(args) : built;
		},
	},
};

async function onNode24(args) {
	const node = await findOrFetchNode24();
	process.env.PATH = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
	const { code } = await run(node, [__filename, ...args]);
	process.exitCode = code;
}

async function main([name, ...args]) {
	const command = COMMANDS[name];
	// Tools that cache compiled code do it here and not in the system's temporary folder; n8n starts faster by it.
	process.env.NODE_COMPILE_CACHE ??= join(ROOT, '.cache', 'compile');
	if (!command) throw new Error(`Commands: ${Object.keys(COMMANDS).join(', ')}`);
	stopWithNpm();
	if (!isNewEnough()) return await onNode24([name, ...args]);

	for (const folder of command.needs) await install(folder);
	const result = await command.work(args);
	if (!result) return;
	if (result.output) console.error(result.output);
	if (!result.ok) process.exitCode = 1;
}

main(process.argv.slice(2)).catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
