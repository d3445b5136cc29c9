const { writeFileSync } = require('node:fs');

/** A Jest reporter: writes what each suite (Jest project) counted to the file named by SUITE_COUNTS. */
module.exports = class SuiteCounts {
	onRunComplete(_contexts, { testResults }) {
		const suites = {};
		for (const result of testResults) {
			const counts = (suites[result.displayName.name] ??= { passed: 0, failed: 0, skipped: 0 });
			counts.passed += result.numPassingTests;
			// A file that could not even be loaded has no failing test, and has failed all the same.
			counts.failed += result.numFailingTests || (result.testExecError ? 1 : 0);
			counts.skipped += result.numPendingTests + result.numTodoTests;
		}
		writeFileSync(process.env.SUITE_COUNTS, JSON.stringify(suites));
	}
};
