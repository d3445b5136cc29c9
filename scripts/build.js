const { globSync } = require('node:fs');
const { cp, rm } = require('node:fs/promises');
const { join } = require('node:path');
const { typesOf } = require('./lint');
const { providerRooms, write: writeOperationsDoc } = require('./operationsDoc');
const { ROOT } = require('./run');
const { unlessDone } = require('./stamp');

const DIST = join(ROOT, 'dist');
const WHAT = {
	name: 'build',
	sources: [
		'{credentials,nodes,core,whatsapp}/**/*.*',
		'package-lock.json',
		'tsconfig.json',
		'scripts/{build,operationsDoc}.js',
	],
	results: ['dist/**/*.*', 'docs/operations.md'],
};
/** The files n8n loads by the list in package.json. */
const ENTRIES = ['nodes/*/*.node.ts', 'credentials/*.credentials.ts'];
/** What goes beside them as it is: icons and codex files. */
const ASSETS = ['nodes/**/*.{svg,png}', 'nodes/**/*.node.json', 'credentials/**/*.svg'];
/** What n8n brings. */
const EXTERNAL = [/^n8n-workflow$/, /^@n8n\//];

const lowerFirst = (word) => word[0].toLowerCase() + word.slice(1);

/**
 * The files all code goes into beside the entries: `nodes/<Provider>/<provider>.js`, which leaves its folder for nothing
 * but `nodes/shared/shared.js` (decision 0014).
 */
const groups = (rooms) => [
	{ name: 'nodes/shared/shared', test: /[\\/](core|whatsapp|nodes[\\/]shared)[\\/]/, priority: 1 },
	...rooms.map((room) => ({
		name: `nodes/${room}/${lowerFirst(room)}`,
		test: new RegExp(`[\\\\/]nodes[\\\\/]${room}[\\\\/]`),
	})),
];

/** Bundles for Node, readable: names and one comment a source file stay. */
async function bundle(input, output) {
	const { build: rolldown } = await import('rolldown');
	await rolldown({
		cwd: ROOT,
		input,
		platform: 'node',
		tsconfig: join(ROOT, 'tsconfig.json'),
		external: EXTERNAL,
		transform: { target: 'es2022' },
		// n8n offers its SDKs to `require` only.
		output: {
			format: 'cjs',
			dynamicImportInCjs: false,
			exports: 'named',
			comments: false,
			cleanDir: true,
			...output,
		},
	});
}

/** docs/operations.md needs the providers' lists of operations, which are no entries of the package. */
async function writeDoc(rooms) {
	const folder = join(ROOT, '.cache', 'operations');
	const input = Object.fromEntries(rooms.map((room) => [room, `nodes/${room}/operations/index.ts`]));
	await bundle(input, { dir: folder });
	writeOperationsDoc(
		join(ROOT, 'docs', 'operations.md'),
		rooms.map((room) => ({ room, resources: require(join(folder, `${room}.js`)).resources })),
	);
}

/**
 * Makes dist/ anew from the sources (bundled code, icons, codex files), and docs/operations.md.
 *
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
const build = async () =>
	await unlessDone(WHAT, async () => {
		const types = await typesOf(['tsconfig.json']);
		if (!types.ok) return types;
		const rooms = providerRooms(join(ROOT, 'nodes'));
		const input = globSync(ENTRIES, { cwd: ROOT }).map((file) => [file.replace(/\.ts$/, ''), file]);
		await bundle(Object.fromEntries(input), {
			dir: DIST,
			entryFileNames: '[name].js',
			chunkFileNames: '[name].js',
			codeSplitting: { groups: groups(rooms) },
		});
		for (const file of globSync(ASSETS, { cwd: ROOT })) await cp(join(ROOT, file), join(DIST, file));
		await writeDoc(rooms);
		return { ok: true, output: '' };
	});

module.exports = { build };
