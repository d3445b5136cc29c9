const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Files that take a minute or more: begun first, so that no worker is left alone with one of them at the end. A machine that
 * has run the tests before knows the times itself, a fresh clone does not. Most of these wait for n8n, and run side by side.
 * Mixed evenly with the files that keep a processor busy, the whole run took a fifth longer: three busy files at once hinder
 * each other.
 */
const LONG = [
	'e2e/ownN8n',
	'e2e/demo',
	'e2e/triggerBursts',
	'browser/editorResults',
	'browser/editorBuilding',
	'e2e/sendAndWaitTimeLimit',
	'browser/phoneAccess',
	'e2e/sendAndWait',
	'e2e/exampleReminder',
];

const rank = ({ path }) => {
	const at = LONG.findIndex((name) => path.replaceAll('\\', '/').endsWith(`test/${name}.test.ts`));
	return at < 0 ? LONG.length : at;
};

module.exports = class LongFirst extends Sequencer {
	/** Within one rank in Jest's own order: by the time it took, else by size. */
	async sort(tests) {
		return (await super.sort(tests)).sort((a, b) => rank(a) - rank(b));
	}
};
