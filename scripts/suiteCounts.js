const { writeFileSync } = require('node:fs');

/**
 * A Jest reporter: writes what each suite (Jest project) counted, and the time its files took together, to the file named by
 * SUITE_COUNTS.
 */
module.exports = class SuiteCounts {
	onRunComplete(_contexts, { testResults }) {
		const suites = {};
		for (const result of testResults) {
			const counts = (suites[result.displayName.name] ??= {
				...{ passed: 0, failed: 0, skipped: 0, again: 0, ms: 0 },
			});
			counts.passed += result.numPassingTests;
			// A file that could not even be loaded has no failing test, and has failed all the same.
			counts.failed += result.numFailingTests || (result.testExecError ? 1 : 0);
			counts.skipped += result.numPendingTests + result.numTodoTests;
			// None is asked for (jest.retryTimes), and none may slip in.
			for (const { invocations = 1 } of result.testResults) counts.again += invocations - 1;
			counts.ms += result.perfStats.runtime;
		}
		writeFileSync(process.env.SUITE_COUNTS, JSON.stringify(suites));
	}
};
