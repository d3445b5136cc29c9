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

/** What takes long to load, or has to be the same for the nodes and for n8n: loaded once a worker, by Node. */
const SHARED_PACKAGES = [
	...['n8n-core', 'n8n-workflow', '@n8n/di', '@n8n/ai-node-sdk', 'reflect-metadata'],
	...['axios', 'hono', '@hono/node-server', 'zod', 'fast-check', 'yaml', 'marked'],
	...['eslint', 'typescript-eslint', 'eslint-plugin-n8n-nodes-base', 'typescript'],
];

/** Many files that need nothing but n8n's own packages. */
const inWorker = {
	testEnvironment: '<rootDir>/test/jest/workerEnvironment.ts',
	transform: {
		...shared.transform,
		[`/node_modules/(${SHARED_PACKAGES.join('|')})/.+\\.[cm]?js$`]: '<rootDir>/test/jest/packageTransform.ts',
	},
	transformIgnorePatterns: [],
	setupFiles: ['<rootDir>/test/jest/n8nSettings.ts'],
};

const suite = (displayName, extra = {}) => ({
	...shared,
	displayName,
	testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`],
	...extra,
});

/** Both run against one n8n, which Jest starts once when it runs either of them; each file has a sandbox of its own. */
const withSharedN8n = {
	globalSetup: '<rootDir>/test/e2e/globalSetup.ts',
	globalTeardown: '<rootDir>/test/e2e/globalTeardown.ts',
	setupFilesAfterEnv: ['<rootDir>/test/e2e/setup.ts'],
};

/** The phone page's tests need a browser, but no n8n. */
const PHONE = '/test/browser/phone[^/]*\\.test\\.ts$';

module.exports = {
	// A test takes seconds at most, but ten times that on a machine with other work; what hangs is found all the same.
	testTimeout: 120_000,
	// Of two processors Jest would leave one idle.
	maxWorkers: '100%',
	// Tests that are marked as concurrent spend most of their time on waiting for time-outs.
	maxConcurrency: 20,
	testSequencer: '<rootDir>/test/jest/longFirst.js',
	projects: [
		suite('unit', { ...inWorker, setupFiles: [...inWorker.setupFiles, '<rootDir>/test/jest/properties.ts'] }),
		suite('registry', inWorker),
		suite('sandbox', inWorker),
		suite('engine', { ...inWorker, setupFiles: [...inWorker.setupFiles, '<rootDir>/test/engine/sleep.ts'] }),
		suite('e2e', withSharedN8n),
		// Starts its own environment: databases, and n8n as several processes.
		suite('queue'),
		suite('browser', { ...withSharedN8n, testPathIgnorePatterns: ['/node_modules/', PHONE] }),
		suite('phone', {
			testMatch: ['<rootDir>/test/browser/phone*.test.ts'],
			setupFilesAfterEnv: ['<rootDir>/test/e2e/setup.ts'],
		}),
	],
};
