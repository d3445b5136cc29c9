import type { SyncTransformer } from '@jest/transform';

/** Has a third-party module loaded by Node, once a worker (workerEnvironment.ts), instead of by Jest for each file. */
const transformer: SyncTransformer = {
	process: () => ({ code: 'module.exports = loadOnce(__filename);' }),
};

export default transformer;
