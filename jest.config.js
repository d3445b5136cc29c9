/**
 * One project a suite, so that the summary names them. Sources are transformed by swc (types are checked
 * by `npm run lint` and the test script, not here); sandbox/ and demo/ are written as ES modules for Node's
 * own type stripping and are turned into CommonJS like everything else.
 */
const shared = {
	rootDir: __dirname,
	testEnvironment: 'node',
	moduleFileExtensions: ['ts', 'js', 'json', 'node'],
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2023' },
				module: { type: 'commonjs' },
				sourceMaps: 'inline',
			},
		],
	},
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.cache', '<rootDir>/artifacts'],
	testPathIgnorePatterns: ['/node_modules/'],
};

const suite = (displayName, extra = {}) => ({
	...shared,
	displayName,
	testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`],
	...extra,
});

/** Both run against one n8n and one sandbox, which Jest raises once when it runs either of them. */
const onTheStage = {
	globalSetup: '<rootDir>/test/e2e/globalSetup.ts',
	globalTeardown: '<rootDir>/test/e2e/globalTeardown.ts',
	setupFilesAfterEnv: ['<rootDir>/test/e2e/patience.ts'],
};

/** The phone page's tests need a browser, but no n8n. */
const PHONE = '/test/browser/phone[^/]*\\.test\\.ts$';

module.exports = {
	// A busy machine takes its time; what hangs is found all the same.
	testTimeout: 20_000,
	projects: [
		suite('unit'),
		suite('registry'),
		suite('sandbox'),
		suite('engine', { setupFiles: ['<rootDir>/test/engine/environment.ts'] }),
		suite('e2e', onTheStage),
		// Raises its own stage: databases, and n8n as several processes.
		suite('queue'),
		suite('browser', { ...onTheStage, testPathIgnorePatterns: ['/node_modules/', PHONE] }),
		suite('phone', {
			testMatch: ['<rootDir>/test/browser/phone*.test.ts'],
			setupFilesAfterEnv: ['<rootDir>/test/e2e/patience.ts'],
		}),
	],
};
