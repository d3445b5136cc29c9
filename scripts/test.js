const { existsSync, readFileSync } = require('node:fs');
const { mkdtemp, rm } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { build } = require('./build');
const { buildPhone } = require('./buildPhone');
const { SWITCH, demandAll } = require('./everySuite');
const { inBackground } = require('./lint');
const { runTool } = require('./run');
const { provide } = require('./systemPackages');

const FAST = ['unit', 'registry', 'sandbox', 'engine'];
const REAL = ['e2e'];
const BROWSER = ['browser', 'phone'];
/** `again`: tests that were tried a second time; `ms`: the time of all files together. */
const NOTHING = { passed: 0, failed: 0, skipped: 0, again: 0, ms: 0 };
/** A suite that lacks something of the system. */
const SKIPPED = { ...NOTHING, skipped: 1 };

/** One step that passes or fails as a whole, counted like a test. */
async function check(name, work) {
	const start = Date.now();
	const { ok, output } = await work().catch((error) => ({ ok: false, output: error.stack }));
	const ms = Date.now() - start;
	console.log(`${ok ? 'PASS' : 'FAIL'} ${name} (${(ms / 1000).toFixed(1)} s)`);
	if (!ok) console.log(output);
	return { [name]: { ...NOTHING, [ok ? 'passed' : 'failed']: 1, ms } };
}

async function jest(suites, args, { how = [], env = {} } = {}) {
	const folder = await mkdtemp(join(tmpdir(), 'whatsapp-bsp-counts-'));
	const file = join(folder, 'counts.json');
	try {
		const { code } = await runTool(
			'jest',
			// The lists come first and a plain switch last: an option that takes a list swallows what follows it.
			[
				'--selectProjects',
				...suites,
				'--reporters=default',
				`--reporters=${join(__dirname, 'suiteCounts.js')}`,
			]
				.concat(how)
				.concat('--passWithNoTests', args),
			{ env: { ...process.env, ...env, SUITE_COUNTS: file } },
		);
		const counted = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
		const counts = Object.fromEntries(suites.map((suite) => [suite, counted[suite] ?? { ...NOTHING }]));
		// Jest may fail outside any test: a broken configuration, an n8n that did not start. The first suite stands for it.
		if (code !== 0 && Object.values(counts).every(({ failed }) => failed === 0)) counts[suites[0]].failed = 1;
		return counts;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/**
 * The quick suites together with those that need a real n8n or a browser: they take what the others leave of the machine
 * while they wait. Three files at a time: on two processors, one of them usually waits for n8n.
 */
async function quickAndReal(args, chromium) {
	const counts = await jest([...REAL, ...(chromium ? BROWSER : []), ...FAST], args, {
		how: ['--maxWorkers=3'],
		env: chromium && { CHROMIUM_PATH: chromium },
	});
	return chromium ? counts : { ...counts, ...Object.fromEntries(BROWSER.map((suite) => [suite, SKIPPED])) };
}

/** n8n's queue mode, beside nothing else: it takes what the machine has. */
const queueMode = async (args, services) =>
	services ? await jest(['queue'], args, { how: ['--runInBand'] }) : { queue: SKIPPED };

function report(suites) {
	console.log('\nSuites, and the time of their files together');
	const total = { ...NOTHING };
	const words = ({ passed, failed, skipped, again }) =>
		`${passed} passed, ${failed} failed, ${skipped} skipped${again > 0 ? `, ${again} tried again` : ''}`;
	for (const [name, counts] of Object.entries(suites)) {
		for (const key of Object.keys(total)) total[key] += counts[key];
		console.log(`  ${name.padEnd(12)}${words(counts).padEnd(42)}${Math.round(counts.ms / 1000)} s`);
	}
	console.log(words(total));
	return total.failed === 0;
}

/**
 * Everything that can be checked, counted into one last line.
 *
 * @param {string[]} given passed on to Jest; with --every-suite nothing may be skipped
 * @param {{ fast?: boolean }} options fast: without the real n8n and the browser
 */
async function test(given, { fast = false } = {}) {
	const args = given.filter((arg) => arg !== SWITCH);
	const { chromium, services } = fast ? {} : await provide();
	// Types and lint run beside the others: a build waits for files, n8n starts with one processor. Not at a lower priority:
	// lint took three minutes that way instead of one, and the tests beside it took longer, too.
	const types = check('types', async () => await inBackground('types'));
	const built = { ...(await check('build', build)), ...(await check('phone page', buildPhone)) };
	const lint = types.then(async () => await check('lint', async () => await inBackground('lint')));
	const tested = fast
		? await jest(FAST, args)
		: { ...(await quickAndReal(args, chromium)), ...(await queueMode(args, services)) };
	const suites = { ...(await types), ...(await lint), ...built, ...tested };
	return { ok: report(given.includes(SWITCH) ? demandAll(suites) : suites), output: '' };
}

module.exports = { test };
