import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import type { SandboxEnv } from '../core/provider.ts';
import { ApiError, heltarRoutes } from './answers.ts';
import type { HeltarWorld } from './settings.ts';

/** Stands for Meta's media host: the addresses in webhooks, which only the provider may fetch. */
export const MEDIA_HOST = 'heltar-media';

const LIFE_MS = 5 * 60 * 1000;

interface Ticket {
	file: string;
	expires: number;
}

/** The temporary address of a customer's file, good for five minutes. */
export function temporaryUrl(world: HeltarWorld, file: string): string {
	const hash = randomBytes(16).toString('base64url');
	const expires = Date.now() + LIFE_MS;
	world.collection<Ticket>('tickets').put(hash, { file, expires });
	const parameters = new URLSearchParams({
		mid: file,
		source: 'webhook',
		ext: String(Math.floor(expires / 1000)),
		hash,
	});
	return `${world.origin()}/${MEDIA_HOST}/whatsapp_business/attachments/?${parameters.toString()}`;
}

/** `GET /v1/messages/fetch-media`: the provider fetches with its own token and hands the bytes through. */
export function mediaRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	app.get('/heltar/v1/messages/fetch-media', (c) => {
		const address = c.req.query('url');
		if (!address || !URL.canParse(address)) return c.json({ error: 'Invalid URL' }, 400);
		const url = new URL(address);
		if (url.hostname === 'graph.facebook.com')
			return c.json({ error: 'Fetching from this host is not allowed' }, 403);
		if (!url.pathname.startsWith(`/${MEDIA_HOST}/`)) return c.json({ error: 'Invalid URL' }, 400);
		const ticket = world.collection<Ticket>('tickets').get(url.searchParams.get('hash') ?? '');
		const file = ticket && world.files.get(ticket.file);
		if (!file || ticket.expires < Date.now())
			return c.json({ error: 'Failed to fetch media: URL has expired' }, 404);
		return world.files.response(file, c.req.method);
	});
	app.get(`/${MEDIA_HOST}/*`, () => {
		throw new ApiError(401, 'Media addresses need the access token of the WhatsApp account');
	});
	return app;
}
