import type { Hono } from 'hono';
import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { SandboxEnv } from '../core/provider.ts';
import { answer, ApiError, heltarRoutes, readBody } from './answers.ts';
import { readLimit } from './messages.ts';
import { business } from './record.ts';
import type { HeltarWorld } from './settings.ts';

interface Link {
	id: number;
	hash: string;
	destinationLink: string;
	redirectType: 'static' | 'dynamic';
	/** Unix milliseconds. */
	createdAt: number;
}

const MOST = 500;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const destination = z.string().refine((link) => URL.canParse(link), 'must be a valid URL');
const shared = {
	hashLength: z.coerce.number().int().min(8).max(12),
	redirectType: z.enum(['static', 'dynamic']).default('static'),
};
const one = z.object({ destinationLink: destination, ...shared });
const many = z.object({ destinationLinks: z.array(destination).min(1), ...shared });

/** `/v1/link-tracker`, and the short links themselves. */
export function linkRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	const links = world.collection<Link>('links');

	const create = (destinationLink: string, { hashLength, redirectType }: z.infer<typeof one>): Link => {
		const hash = Array.from({ length: hashLength }, () => LETTERS[randomInt(LETTERS.length)]).join('');
		if (links.get(hash)) throw new ApiError(409, 'Short link code already exists, try again');
		const id = links.all().length + 1;
		return links.put(hash, { id, hash, destinationLink, redirectType, createdAt: Date.now() });
	};

	app.post('/heltar/v1/link-tracker/create', async (c) => {
		const body = await readBody(c, one);
		const known = links.all().find(({ destinationLink }) => destinationLink === body.destinationLink);
		const { hash } = known ?? create(body.destinationLink, body);
		return answer(c, 'Successfully created short link', { dataHash: hash });
	});

	app.post('/heltar/v1/link-tracker/create-bulk', async (c) => {
		const { destinationLinks, ...how } = await readBody(c, many);
		const made = world.store.transaction(() =>
			destinationLinks.map((destinationLink) => create(destinationLink, { destinationLink, ...how })),
		);
		const shown = made.map(({ destinationLink, hash }) => ({
			mainUrl: destinationLink,
			hash,
			redirectLink: `${world.origin()}/heltar/${hash}`,
		}));
		return answer(c, 'Successfully created short links', shown);
	});

	app.get('/heltar/v1/link-tracker', (c) => {
		const limit = readLimit(c.req.query('limit'), MOST, 100);
		const cursor = c.req.query('cursor');
		if (cursor !== undefined && !/^\d+$/.test(cursor)) throw new ApiError(400, 'cursor: must be a number');
		const rest = links
			.all()
			.filter(({ id }) => cursor === undefined || id < Number(cursor))
			.sort((a, b) => b.id - a.id);
		const page = rest.slice(0, limit);
		return answer(c, 'Successfully fetched links', {
			links: page.map((link) => ({
				...link,
				businessId: business.id,
				messageWamid: null,
				createdAt: new Date(link.createdAt).toISOString(),
			})),
			nextCursor: rest.length > page.length ? (page.at(-1)?.id ?? null) : null,
		});
	});

	app.get('/heltar/:hash', (c) => {
		const link = links.get(c.req.param('hash'));
		if (!link) throw new ApiError(404, 'Link not found');
		return c.redirect(link.destinationLink);
	});

	return app;
}
