const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Files that take a minute or more: begun first, so that no worker is left alone with one of them at the end. A machine
 * that has run the tests before knows the times itself, a fresh clone does not.
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

/** As measured before, in milliseconds; a guess where it was not. */
const timeOf = (test) => test.duration ?? (rank(test) < LONG.length ? 60_000 : 5_000);

/** Whether most of its time is spent on waiting for n8n, while the tests of the other suites keep a processor busy. */
const waits = ({ context }) => context.config.displayName?.name === 'e2e';

/** One list of several, so that wherever one stands in it, of each the same share of the time has been begun. */
function evenly(...lists) {
	const placed = lists.flatMap((tests) => {
		const total = tests.reduce((sum, test) => sum + timeOf(test), 0);
		let begun = 0;
		return tests.map((test) => {
			const place = begun / total;
			begun += timeOf(test);
			return { test, place };
		});
	});
	return placed.sort((a, b) => a.place - b.place).map(({ test }) => test);
}

/**
 * Long files first, and at all times as many that wait as others: three that wait leave the machine idle, three that do not
 * hinder each other.
 */
module.exports = class Order extends Sequencer {
	/** Within one rank in Jest's own order: by the time it took, else by size. */
	async sort(tests) {
		const longFirst = (await super.sort(tests)).sort((a, b) => rank(a) - rank(b));
		const [waiting, busy] = [longFirst.filter(waits), longFirst.filter((test) => !waits(test))];
		return evenly(waiting, busy);
	}
};
