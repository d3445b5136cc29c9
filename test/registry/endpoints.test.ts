import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { AccountCall } from '../../core/http/apiStyle';
import { createSandbox } from '../../sandbox/server';
import type { Provider as SandboxProvider } from '../../sandbox/core/provider';
import { providers as sandboxProviders } from '../../sandbox/providers';
import { testedProviders } from '../providers';

/** A method and path whose placeholders have no names: the two sides name them each after their own documents. */
const shapeOf = (method: string, path: string) =>
	`${method} ${path.replace(/\{\w+\}|:\w+(\{[^}]*\})?/g, '*')}`;

/** The route an account of another style calls in place of an endpoint; none where it has no such call. */
const routeOf = (call: AccountCall) =>
	typeof call === 'string' ? call : 'route' in call ? call.route : undefined;

/** The routes a provider's part of the sandbox answers on, below its base URL. */
function servedBy(name: string): string[] {
	const provider = sandboxProviders.find((one) => one.name === name) as SandboxProvider;
	const served: string[] = [];
	const watched: SandboxProvider = {
		...provider,
		routes: (world) => {
			const api = provider.routes(world);
			const own = api.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith(`/${name}/`));
			served.push(...own.map(({ method, path }) => shapeOf(method, path.slice(name.length + 1))));
			return api;
		},
	};
	createSandbox({ providers: [watched] }).close();
	return [...new Set(served)];
}

describe.each(testedProviders)('$contract.name', ({ contract, sandbox, folder: name, table }) => {
	const shapes = (routes: string[]) =>
		routes.map((route) => shapeOf(...(route.split(' ') as [string, string])));
	const own = shapes(Object.values(contract.endpoints).map(({ route }) => route));
	const inStyles = Object.values(contract.styles ?? {}).flatMap((calls) => Object.values(calls));
	const called = [...own, ...shapes(inStyles.flatMap((call) => routeOf(call) ?? []))];
	const served = servedBy(sandbox.name);
	const unused = Object.keys(table.unusedRoutes ?? {});

	test('has no endpoint twice', () => {
		expect(new Set(own).size).toBe(own.length);
	});

	test('calls nothing that the sandbox does not serve', () => {
		expect(called.filter((route) => !served.includes(route))).toEqual([]);
	});

	test('uses all that the sandbox serves, apart from what its table lists with a reason', () => {
		expect(served.filter((route) => !called.includes(route)).sort()).toEqual([...unused].sort());
	});

	test('has no endpoint that nothing calls', () => {
		const folder = join(__dirname, '../../nodes', name);
		const sources = globSync('**/*.ts', { cwd: folder }).map((file) =>
			readFileSync(join(folder, file), 'utf8'),
		);
		const text = sources.join('\n');
		const idle = Object.keys(contract.endpoints).filter((name) => !text.includes(`endpoints.${name}`));
		expect(idle).toEqual([]);
	});
});

test('addresses of calls are put together in core/http alone', () => {
	const root = join(__dirname, '../..');
	const files = globSync(['nodes/**/*.ts', 'core/**/*.ts', 'whatsapp/**/*.ts'], { cwd: root })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => !file.startsWith('core/http/'));
	/** A path given in pieces, one pasted together, and a base URL with something behind it. */
	const BUILT = /\bpath: *[[`]|\bpath: *'\/|[`'"]\/(v\d|api|crm)\/|\bbaseUrl *\+|\$\{[^}]*baseUrl\}/;
	const building = files.filter(
		(file) => !/\/(endpoints|styles)\.ts$/.test(file) && BUILT.test(readFileSync(join(root, file), 'utf8')),
	);
	expect(building).toEqual([]);
});
