import { Hono } from 'hono';
import { TrieRouter } from 'hono/router/trie-router';
import { BrokenConnection } from '../core/faults.ts';
import type { Provider, SandboxEnv } from '../core/provider.ts';
import { requireKey } from './access.ts';
import { noteChat } from './chats.ts';
import { ENDPOINTS, type Endpoint } from './endpoints.ts';
import { ApiError, errorResponse, gatewayError } from './errors.ts';
import { phone } from './phone.ts';
import { FILES_HOST, fileRoutes } from './profile.ts';
import { seed } from './seeds.ts';
import { change, defaults, shown, type HelloAllSettings, type HelloAllWorld } from './settings.ts';
import { deliveryRules, inboundWebhooks, registeredWebhooks, statusWebhooks } from './webhooks.ts';

const ROOT = '/hello-all';
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

const parts = ({ call }: Endpoint) => call.split(' ', 2) as [method: string, path: string];

function routes(world: HelloAllWorld): Hono<SandboxEnv> {
	const app = new Hono<SandboxEnv>();
	const pathOf = (path: string) => path.slice(ROOT.length);
	const served = ({ only }: Endpoint) => only === undefined || only === world.settings.dialect;

	app.onError((error, c) => {
		if (error instanceof BrokenConnection) throw error;
		if (error instanceof ApiError) return errorResponse(world, pathOf(c.req.path), error);
		console.error('sandbox, hello-all:', error);
		return errorResponse(world, pathOf(c.req.path), new ApiError(500, 1000, 'Something went wrong'));
	});

	const known = new TrieRouter<Endpoint>();
	for (const endpoint of ENDPOINTS) {
		const [method, path] = parts(endpoint);
		known.add(method, path, endpoint);
		app.on(method, ROOT + path, async (c, next) => {
			if (!served(endpoint)) return await next();
			requireKey(c, world, path, endpoint.key ?? ['API-KEY']);
			return await endpoint.handle(c, world);
		});
	}
	app.all(`${ROOT}/*`, (c) => {
		const path = pathOf(c.req.path);
		requireKey(c, world, path, ['API-KEY']);
		const allowed = METHODS.filter((method) =>
			known.match(method, path)[0].some(([endpoint]) => served(endpoint)),
		);
		if (allowed.length === 0) throw new ApiError(404, 404, `Cannot find ${path}`);
		throw new ApiError(405, 405, `Method ${c.req.method} is not allowed`, { Allow: allowed.join(', ') });
	});
	app.route('/', fileRoutes());
	return app;
}

/** The Hello All API as its collection describes it, in either reading. */
export const helloAll: Provider<HelloAllSettings> = {
	name: 'hello-all',
	label: 'Hello All',
	key: 'sandbox-key',
	sends: '/v1/messages',
	settings: { defaults, change, shown },
	roots: [FILES_HOST],
	seed,
	routes,
	// What the core refuses never reached WhatsApp or the panel.
	errorBody: gatewayError,
	webhooks: {
		registered: registeredWebhooks,
		rules: deliveryRules,
		inbound: (world, message, person) => {
			noteChat(world, person, message.at);
			return inboundWebhooks(world, message, person);
		},
		status: statusWebhooks,
	},
	phone,
};
