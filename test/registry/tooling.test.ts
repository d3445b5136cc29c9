import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { dependencies as demoDependencies } from '../../demo/package.json';
import { packages } from '../../demo/package-lock.json';
import { devDependencies } from '../../package.json';
import { FOLDERS } from '../../scripts/install';

/** What keeps the tools of this repository together, which no tool notices by itself. */
const root = join(__dirname, '../..');
const readYaml = <T>(path: string) => parse(readFileSync(join(root, path), 'utf8')) as T;

describe('the n8n of the engine tests and that of the end-to-end tests', () => {
	const { version, dependencies } = packages['node_modules/n8n'];

	test('demo/package-lock.json holds the n8n that demo/package.json names', () => {
		expect(version).toBe(demoDependencies.n8n);
	});

	test.each(['n8n-core', 'n8n-workflow'] as const)('%s is the one that this n8n brings', (name) => {
		expect(devDependencies[name]).toBe(dependencies[name]);
	});
});

describe('dependabot', () => {
	interface Update {
		'package-ecosystem': string;
		directories: string[];
		groups: Record<string, { patterns: string[] }>;
	}
	const { updates } = readYaml<{ updates: Update[] }>('.github/dependabot.yml');
	const npm = updates.filter((update) => update['package-ecosystem'] === 'npm');

	test('looks after every folder that is installed', () => {
		const folders = Object.values(FOLDERS).map(({ path }) => (path === '.' ? '/' : `/${path}`));
		expect(npm.flatMap(({ directories }) => directories).sort()).toEqual(folders.sort());
	});

	test('raises n8n and its parts together', () => {
		expect(npm).toHaveLength(1);
		// A dependency belongs to the first group that fits.
		expect(Object.values(npm[0].groups)[0].patterns).toEqual(['n8n', 'n8n-core', 'n8n-workflow']);
	});
});

describe('workflows', () => {
	interface Job {
		'runs-on': string;
		permissions?: Record<string, string>;
		strategy?: { matrix: { os: string[]; node: number[] } };
		steps: Array<{ uses?: string; run?: string }>;
	}
	interface Workflow {
		permissions: Record<string, string>;
		concurrency: object;
		jobs: Record<string, Job>;
	}
	const files = globSync('.github/workflows/*.yml', { cwd: root });
	const commandsOf = ({ steps }: Job) => steps.map(({ run }) => run);

	test.each(files)('%s may read, runs alone and names the commit of every action', (file) => {
		const { permissions, concurrency, jobs } = readYaml<Workflow>(file);
		expect(permissions).toEqual({ contents: 'read' });
		expect(concurrency).toBeDefined();
		const actions = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
		expect(actions.length).toBeGreaterThan(0);
		for (const action of actions) expect(action).toMatch(/@[0-9a-f]{40}$/);
	});

	test('a release is published after every suite has passed, none skipped', () => {
		const { jobs } = readYaml<Workflow & { jobs: Record<string, { needs?: string }> }>(
			'.github/workflows/release.yml',
		);
		expect(commandsOf(jobs.test)).toContain('npm test -- --every-suite');
		expect(jobs.publish.needs).toBe('test');
		expect(commandsOf(jobs.publish)).toContain('npm publish --provenance --access public');
	});

	test('the fast suites run on every platform and Node', () => {
		const { jobs } = readYaml<Workflow>('.github/workflows/ci.yml');
		expect(commandsOf(jobs.fast)).toContain('npm run test:fast');
		expect(jobs.fast.strategy?.matrix).toMatchObject({
			os: ['ubuntu-latest', 'macos-latest', 'windows-latest'],
			node: [20, 22, 24],
		});
	});
});
