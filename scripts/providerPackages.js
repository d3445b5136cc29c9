const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { cp, mkdir, mkdtemp, readFile, rm, writeFile } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { build } = require('./build');
const { providerRooms } = require('./operationsDoc');
const { ROOT, runNpm } = require('./run');

/** Where the tarballs are put. */
const TARBALLS = join(ROOT, 'artifacts', 'tarballs');

/** What every provider needs of dist/. */
const COMMON = join('nodes', 'shared');

/** HelloAll → hello-all */
const dashed = (room) => room.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
const spaced = (room) => room.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');

const readmeOf = (name, label, { homepage }) => `# ${name}

WhatsApp automation in [n8n](https://n8n.io) over **${label}**: send every kind of WhatsApp message, manage templates and
what belongs to them, and start workflows when a customer writes.

In n8n open **Settings → Community nodes**, choose **Install** and enter \`${name}\`.

This package holds the ${label} nodes of [n8n-nodes-whatsapp-bsp](${homepage}), which documents them, with example
workflows and a sandbox to try them without an account. Install one of the two, not both.
`;

/** n8n's SDK for AI nodes, which a package says that it uses. */
const AI_SDK = '@n8n/ai-node-sdk';

/** Whether nodes of a folder of dist/ load that SDK. */
const usesAiSdk = (folder) =>
	readdirSync(folder, { recursive: true }).some(
		(file) => file.endsWith('.js') && readFileSync(join(folder, file), 'utf8').includes(AI_SDK),
	);

/** What package.json says about that SDK, taken out of it. */
function withoutAiSdk({ n8n, peerDependencies, peerDependenciesMeta: _about, ...all }) {
	const { aiNodeSdkVersion: _version, ...own } = n8n;
	const { [AI_SDK]: _sdk, ...peers } = peerDependencies;
	return { ...all, n8n: own, peerDependencies: peers };
}

/** The manifest of a package that holds one provider's nodes, derived from the package that holds all. */
function manifestOf(room, rooms) {
	const {
		scripts: _scripts,
		devDependencies: _tools,
		...whole
	} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	const all = usesAiSdk(join(ROOT, 'dist', 'nodes', room)) ? whole : withoutAiSdk(whole);
	const others = rooms.filter((other) => other !== room);
	const own = (file) => file.includes(`/${room}`);
	return {
		...all,
		name: `n8n-nodes-${dashed(room)}`,
		description: `WhatsApp automation in n8n over ${spaced(room)}`,
		keywords: all.keywords.filter((word) => !others.map(dashed).includes(word)),
		n8n: { ...all.n8n, nodes: all.n8n.nodes.filter(own), credentials: all.n8n.credentials.filter(own) },
	};
}

/** Puts one provider's package into a folder. */
async function layOut(room, rooms, folder) {
	const manifest = manifestOf(room, rooms);
	const credentials = readdirSync(join(ROOT, 'dist', 'credentials'))
		.filter((file) => file.startsWith(`${room}Api.`))
		.map((file) => join('credentials', file));
	for (const part of [COMMON, join('nodes', room), ...credentials]) {
		await cp(join(ROOT, 'dist', part), join(folder, 'dist', part), { recursive: true });
	}
	for (const file of ['index.js', 'LICENSE.md']) await cp(join(ROOT, file), join(folder, file));
	await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, '\t')}\n`);
	await writeFile(join(folder, 'README.md'), readmeOf(manifest.name, spaced(room), manifest));
	const nodes = join(folder, 'dist', 'nodes', room);
	for (const file of readdirSync(nodes).filter((name) => name.endsWith('.node.json'))) {
		const codex = JSON.parse(await readFile(join(nodes, file), 'utf8'));
		codex.node = `${manifest.name}.${codex.node.split('.').pop()}`;
		await writeFile(join(nodes, file), JSON.stringify(codex, null, '\t'));
	}
}

/**
 * A tarball for each provider, with the same code as in the package of all (decision 0007).
 *
 * @returns {Promise<string[]>} the tarballs
 */
async function packProviders() {
	const built = await build();
	if (!built.ok) throw new Error(built.output);
	await rm(TARBALLS, { recursive: true, force: true });
	await mkdir(TARBALLS, { recursive: true });
	const rooms = providerRooms(join(ROOT, 'nodes')).filter((room) =>
		existsSync(join(ROOT, 'dist', 'credentials', `${room}Api.credentials.js`)),
	);
	for (const room of rooms) {
		const folder = await mkdtemp(join(tmpdir(), 'whatsapp-bsp-provider-'));
		try {
			await layOut(room, rooms, folder);
			const { code, output } = await runNpm(['pack', '--ignore-scripts', '--pack-destination', TARBALLS], {
				cwd: folder,
				capture: true,
			});
			if (code !== 0) throw new Error(output);
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	}
	return readdirSync(TARBALLS).map((file) => join(TARBALLS, file));
}

module.exports = { packProviders, TARBALLS };
