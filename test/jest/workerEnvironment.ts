import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import NodeEnvironment from 'jest-environment-node';
import { createRequire } from 'node:module';
import vm from 'node:vm';

/*
 * Jest gives each test file a JavaScript context of its own, so nothing that was loaded for one file can serve the
 * next, and n8n's engine takes more than a second to load. Here the files of a worker run one after the other in the
 * worker's own context. The project's modules are loaded anew for each file, as always; third-party packages are
 * loaded once, by Node itself (packageTransform.ts).
 */
const WORKER_CONTEXT = {};

/**
 * What was compiled for one test file serves the next: each call of the function is a module of its own. The compiler
 * would otherwise read the same sources for every file.
 */
const compiled = new Map<string, { code: string; run: ReturnType<typeof vm.compileFunction> }>();

// Jest always names the context to compile for, and Node has no name for its own: it has to be left out.
const { compileFunction } = vm;
vm.compileFunction = (code, parameters, options = {}) => {
	if (options.parsingContext !== WORKER_CONTEXT) return compileFunction(code, parameters, options);
	const ownContext = { ...options, parsingContext: undefined };
	// Who resolves an import() knows the test file, and would be kept with the function.
	if (code.includes('import(')) return compileFunction(code, parameters, ownContext);
	const { filename = '' } = options;
	const known = compiled.get(filename);
	if (known?.code === code) return known.run;
	const run = compileFunction(code, parameters, { ...ownContext, importModuleDynamically: undefined });
	compiled.set(filename, { code, run });
	return run;
};

const load = createRequire(__filename);
/** What packages put on the global object while they were loaded: they will not do so a second time. */
const globalsOfPackages = new Set<PropertyKey>();

/** Loads a file as Node does, once for all test files of this worker. */
function loadOnce(file: string): unknown {
	const before = new Set(Reflect.ownKeys(globalThis));
	const loaded: unknown = load(file);
	for (const key of Reflect.ownKeys(globalThis)) if (!before.has(key)) globalsOfPackages.add(key);
	return loaded;
}

/** Runs a test file in the worker's own context, and leaves that as it was. */
export default class WorkerEnvironment extends NodeEnvironment {
	private readonly globals = Object.getOwnPropertyDescriptors<Record<PropertyKey, unknown>>(globalThis);

	private readonly variables = { ...process.env };

	/** Jest puts its own in the place of these. */
	private readonly ofProcess = { exit: process.exit, getBuiltinModule: process.getBuiltinModule };

	constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
		super(config, context);
		const global = globalThis as unknown as NodeEnvironment['global'];
		this.context = WORKER_CONTEXT;
		this.global = global;
		this.global.loadOnce = loadOnce;
		const { moduleMocker, fakeTimersModern } = this;
		const Mocker = moduleMocker!.constructor as new (of: object) => typeof moduleMocker;
		this.moduleMocker = new Mocker(global);
		const Timers = fakeTimersModern!.constructor as new (of: object) => typeof fakeTimersModern;
		this.fakeTimersModern = new Timers({ config: config.projectConfig, global });
		this.fakeTimers = null;
	}

	override async teardown(): Promise<void> {
		await super.teardown();
		const { globals, variables } = this;
		for (const key of Reflect.ownKeys(globalThis)) {
			if (!Object.hasOwn(globals, key) && !globalsOfPackages.has(key)) {
				Reflect.deleteProperty(globalThis, key);
			}
		}
		for (const key of Reflect.ownKeys(globals)) {
			// What Node makes when it is first asked for has no value yet.
			const { value } = globals[key];
			if (value !== undefined && !Object.is(value, this.global[key])) {
				Object.defineProperty(globalThis, key, globals[key]);
			}
		}
		for (const name of Object.keys(process.env)) if (!(name in variables)) delete process.env[name];
		Object.assign(process.env, variables);
		Object.assign(process, this.ofProcess);
	}
}
