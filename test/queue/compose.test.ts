import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import manifest from '../../package.json';
import { ROOT } from './queueFixture';

interface Service {
	image: string;
	command?: string;
	environment?: Record<string, string | number>;
	depends_on?: Record<string, { condition: string }>;
	healthcheck?: { test: unknown[] };
	volumes?: string[];
}

const folder = join(ROOT, 'docs', 'queue-mode');
const text = (file: string) => readFileSync(join(folder, file), 'utf8');

describe('the compose file for queue mode', () => {
	const { services, volumes } = parse(text('docker-compose.yml'), { merge: true, strict: true }) as {
		services: Record<string, Service>;
		volumes: Record<string, null>;
	};
	const ofN8n = Object.entries(services).filter(([, { image }]) => image.includes('/n8n:'));

	it('runs main, webhook processes and workers of the n8n the tests run', () => {
		expect(ofN8n.map(([name, { command }]) => [name, command?.split(' ')[0]])).toEqual([
			['main', undefined],
			['webhook-1', 'webhook'],
			['webhook-2', 'webhook'],
			['worker', 'worker'],
		]);
		const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'demo', 'package.json'), 'utf8')) as {
			dependencies: { n8n: string };
		};
		for (const [, { image }] of ofN8n) expect(image).toMatch(new RegExp(`:${dependencies.n8n}$`));
	});

	it('names only settings that n8n has', () => {
		const sources = globSync('{@n8n/config/dist,n8n-core/dist,n8n/dist/modules/community-packages}/**/*.js', {
			cwd: join(ROOT, 'demo', 'node_modules'),
		}).map((file) => readFileSync(join(ROOT, 'demo', 'node_modules', file), 'utf8'));
		const known = new Set(
			sources.flatMap((source) => source.match(/\b[A-Z][A-Z0-9]*(_[A-Z0-9]+)+\b/g) ?? []),
		);
		const named = ofN8n.flatMap(([, { environment = {} }]) => Object.keys(environment));
		expect(named.length).toBeGreaterThan(20);
		expect(named.filter((name) => !known.has(name))).toEqual([]);
	});

	it('gives all n8n processes the same settings, and main what is its own', () => {
		const [main, ...others] = ofN8n.map(([, { environment }]) => environment ?? {});
		for (const other of others) expect(other).toEqual(others[0]);
		expect(main).toMatchObject(others[0]);
		expect(JSON.parse(String(main.N8N_COMMUNITY_PACKAGES))).toEqual([
			{ name: manifest.name, version: manifest.version },
		]);
	});

	it('refers to nothing that is not there', () => {
		for (const { depends_on: needs = {}, volumes: mounts = [] } of Object.values(services)) {
			for (const [name, { condition }] of Object.entries(needs)) {
				expect([name, condition]).toEqual([name, 'service_healthy']);
				const test = services[name]?.healthcheck?.test ?? [];
				expect(test.map((word) => typeof word)).toEqual([
					'string',
					'string',
					...test.slice(2).map(() => 'string'),
				]);
			}
			for (const mount of mounts.filter((one) => !one.startsWith('.'))) {
				expect(Object.keys(volumes)).toContain(mount.split(':')[0]);
			}
		}
		expect(text('Caddyfile').match(/[\w-]+(?=:5678)/g)).toEqual(['webhook-1', 'webhook-2', 'main']);
	});
});
