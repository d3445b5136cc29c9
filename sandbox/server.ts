import { existsSync } from 'node:fs';
import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Connections } from './core/connections.ts';
import { controlRoutes } from './control/general.ts';
import { ControlError, type ControlParts } from './control/parts.ts';
import { controlPhoneRoutes } from './control/phone.ts';
import { controlProviderRoutes } from './control/provider.ts';
import { Deliveries } from './core/deliveries.ts';
import { Events } from './core/events.ts';
import { BrokenConnection, Faults } from './core/faults.ts';
import { Keys } from './core/keys.ts';
import { isLoopback } from './core/loopback.ts';
import { providerPipeline } from './core/pipeline.ts';
import type { Provider, SandboxEnv } from './core/provider.ts';
import { RequestLog } from './core/requestLog.ts';
import { Store } from './core/store.ts';
import { Timers } from './core/timers.ts';
import { World } from './core/world.ts';
import { providers as allProviders } from './providers.ts';

export interface SandboxOptions {
	/** SQLite file that keeps the state; in memory when left out. */
	dataFile?: string;
	/** The address callers reach the sandbox at; the listener sets it. */
	origin?: string;
	/** Folder of the phone page, served at /phone/. */
	phoneFolder?: string;
	providers?: readonly Provider[];
}

export interface Sandbox {
	/** Serves one request. Rejects with BrokenConnection where the connection is to be destroyed. */
	handle(request: Request, env?: SandboxEnv['Bindings']): Promise<Response>;
	/** The address links in answers point to. */
	setOrigin(origin: string): void;
	reset(): void;
	close(): void;
}

/** Both providers' APIs and the control API, as a function from request to response. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
	let origin = options.origin ?? 'http://127.0.0.1';
	const store = new Store(options.dataFile);
	const events = new Events();
	const timers = new Timers();
	const deliveries = new Deliveries(timers, events);
	const closing = new AbortController();
	const parts = { log: new RequestLog(store), faults: new Faults(), connections: new Connections(), events };
	const shared = {
		store,
		events,
		timers,
		deliveries,
		filesFolder: options.dataFile && `${options.dataFile}.files`,
		origin: () => origin,
	};

	const worlds = new Map<string, World>();
	for (const provider of options.providers ?? allProviders)
		worlds.set(provider.name, new World(provider, shared));
	for (const world of worlds.values()) {
		if (isFresh(world)) found(world);
		else world.provider.resume?.(world);
	}

	const reset = () => {
		timers.clear();
		deliveries.clear();
		parts.faults.clear();
		store.clear();
		for (const world of worlds.values()) found(world);
		events.emit({ type: 'reset', data: {} });
	};

	const app = new Hono<SandboxEnv>({
		getPath: (request) => {
			const path = getPath(request);
			const [, name = ''] = path.split('/', 2);
			return worlds.get(name)?.provider.alias?.(path) ?? path;
		},
	});
	app.onError((error, c) => {
		if (error instanceof BrokenConnection) throw error;
		if (error instanceof ControlError) return c.json({ error: error.message }, error.status);
		console.error('sandbox:', error);
		return c.json({ error: String(error) }, 500);
	});
	for (const world of worlds.values()) {
		const roots = [world.provider.name, ...(world.provider.roots ?? [])];
		for (const root of roots)
			app.use(`/${root}/*`, providerPipeline(world, { ...parts, closing: closing.signal }));
		app.route('/', world.provider.routes(world));
	}

	const control: ControlParts = { ...parts, worlds, deliveries, workflowNames: new Map(), reset };
	// A page from elsewhere, or a caller from another machine, must not steer the sandbox.
	app.use('/_sandbox/*', async (c, next) => {
		const remote = c.env?.incoming?.socket.remoteAddress;
		const from = c.req.header('origin');
		const hosts = [
			new URL(c.req.url).hostname,
			remote,
			from && URL.canParse(from) ? new URL(from).hostname : from,
		];
		if (hosts.some((host) => host !== undefined && !isLoopback(host)))
			return c.json({ error: 'The control API answers this machine only' }, 403);
		await next();
	});
	app.route('/_sandbox', controlRoutes(control));
	app.route('/_sandbox', controlProviderRoutes(control));
	app.route('/_sandbox', controlPhoneRoutes(control));

	app.get('/phone', (c) => c.redirect('/phone/'));
	if (options.phoneFolder && existsSync(options.phoneFolder))
		app.get(
			'/phone/*',
			serveStatic({ root: options.phoneFolder, rewriteRequestPath: (path) => path.replace(/^\/phone/, '') }),
		);
	app.get('/phone/*', (c) => c.text('The phone page is not here: npm run sandbox builds it.\n', 404));
	app.get('/', (c) =>
		c.text('The WhatsApp sandbox. Providers: ' + [...worlds.keys()].join(', ') + '. Phone: /phone/\n'),
	);

	return {
		handle: async (request, env = {}) => await app.fetch(request, env),
		setOrigin: (address) => {
			origin = address;
		},
		reset,
		close: () => {
			closing.abort();
			timers.clear();
			deliveries.close();
			for (const world of worlds.values()) world.close();
			store.close();
		},
	};
}

/** A sandbox that was never used knows no key. */
const isFresh = (world: World) =>
	new Keys(world.store, world.provider.name).find(world.provider.key) === undefined;

function found(world: World): void {
	world.restart();
	const { name, key, accessToken } = world.provider;
	const keys = new Keys(world.store, name);
	keys.add({ apiKey: key, scopes: ['*'], expired: false });
	if (accessToken) keys.add({ apiKey: accessToken, scopes: ['*'], expired: false, opens: 'accessToken' });
}
