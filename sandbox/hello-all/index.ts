import { Hono } from 'hono';
import { TrieRouter } from 'hono/router/trie-router';
import { BrokenConnection } from '../core/faults.ts';
import type { Provider, SandboxEnv } from '../core/provider.ts';
import { graphCallError, RefusedByWhatsApp } from '../platform/errors.ts';
import { requireKey, type KeyPlace } from './access.ts';
import type { Call } from './body.ts';
import { noteInbound } from './chats.ts';
import { crmLimit } from './crm/limit.ts';
import { ENDPOINTS, type Endpoint } from './endpoints.ts';
import { ApiError, errorResponse, gatewayError, isMetaPath, refusedByWhatsApp } from './errors.ts';
import { requireToken } from './meta/account.ts';
import { fileAtAddress, isUpload } from './meta/media.ts';
import { webhookPage } from './meta/panelPage.ts';
import { phone } from './phone.ts';
import { FILES_HOST, photoRoutes } from './profile.ts';
import { seed } from './seeds.ts';
import { change, defaults, shown, type HelloAllSettings, type HelloAllWorld } from './settings.ts';
import {
	deliveryRules,
	inboundWebhooks,
	registeredWebhooks,
	statusWebhooks,
	templateWebhooks,
} from './webhooks.ts';

const ROOT = '/hello-all';
/** Panels that have both API styles serve v1 below this too. */
const V1_PREFIX = /^\/hello-all\/whatsapp\/waba\/v1\//;
/** Meta's codes for what the core refuses. */
const META_CODES: Record<number, number> = { 401: 190, 429: 130429, 500: 131000, 503: 131016 };
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

const parts = ({ call }: Endpoint) => call.split(' ', 2) as [method: string, path: string];

function routes(world: HelloAllWorld): Hono<SandboxEnv> {
	const app = new Hono<SandboxEnv>();
	const pathOf = (path: string) => path.slice(ROOT.length);
	const served = ({ only }: Endpoint) => only === undefined || only === world.settings.dialect;

	const letIn = (c: Call, path: string, places: readonly KeyPlace[] = ['API-KEY']) =>
		isMetaPath(path) ? requireToken(c, world, path) : requireKey(c, world, path, places);

	app.onError((error, c) => {
		if (error instanceof BrokenConnection) throw error;
		if (error instanceof RefusedByWhatsApp) error = refusedByWhatsApp(error.refusal);
		if (error instanceof ApiError) return errorResponse(world, pathOf(c.req.path), error);
		console.error('sandbox, hello-all:', error);
		return errorResponse(world, pathOf(c.req.path), new ApiError(500, 1000, 'Something went wrong'));
	});

	app.use(`${ROOT}/crm/*`, crmLimit(world));

	const known = new TrieRouter<Endpoint>();
	for (const endpoint of ENDPOINTS) {
		const [method, path] = parts(endpoint);
		known.add(method, path, endpoint);
		app.on(method, ROOT + path, async (c, next) => {
			if (!served(endpoint)) return await next();
			letIn(c, path, endpoint.key);
			return await endpoint.handle(c, world);
		});
	}
	app.all(`${ROOT}/*`, (c) => {
		const path = pathOf(c.req.path);
		letIn(c, path);
		if (isMetaPath(path)) throw new ApiError(404, 404, `Cannot ${c.req.method} ${path}`);
		const allowed = METHODS.filter((method) =>
			known.match(method, path)[0].some(([endpoint]) => served(endpoint)),
		);
		if (allowed.length === 0) throw new ApiError(404, 404, `Cannot find ${path}`);
		throw new ApiError(405, 405, `Method ${c.req.method} is not allowed`, { Allow: allowed.join(', ') });
	});
	app.route('/', photoRoutes());
	app.get(`/${FILES_HOST}/media/:id`, (c) => fileAtAddress(c, world));
	return app;
}

/** The Hello All API as its collection describes it, in either reading. */
export const helloAll: Provider<HelloAllSettings> = {
	name: 'hello-all',
	label: 'Hello All',
	key: 'sandbox-key',
	accessToken: 'sandbox-token',
	sends: '/v1/messages',
	settings: { defaults, change, shown },
	roots: [FILES_HOST],
	seed,
	routes,
	alias: (path) => path.replace(V1_PREFIX, '/hello-all/v1/'),
	streams: isUpload,
	// What the core refuses never reached WhatsApp or the panel.
	errorBody: (status, text, path) =>
		isMetaPath(path) ? graphCallError(text, META_CODES[status] ?? status) : gatewayError(status, text),
	styleOf: ({ record }) => (record.style === 'meta' ? 'meta' : 'v1'),
	webhooks: {
		registered: registeredWebhooks,
		page: webhookPage,
		rules: deliveryRules,
		inbound: (world, message, person) => {
			noteInbound(world, person, message.at);
			return inboundWebhooks(world, message, person);
		},
		status: statusWebhooks,
		template: templateWebhooks,
	},
	phone,
};
