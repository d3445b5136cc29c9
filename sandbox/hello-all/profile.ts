import { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../core/provider.ts';
import { readBody, text, type Handler } from './body.ts';
import { meta } from './codes.ts';
import { wrong } from './errors.ts';
import type { HelloAllWorld } from './settings.ts';

/** Where links to the service's own files point: a first path segment, since the sandbox has one host. */
export const FILES_HOST = 'hello-all-files';
const PHOTO_PATH = `/${FILES_HOST}/profile-photo.png`;

/** A plain green square of 8 by 8 points. */
const PHOTO = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mNQXRSPFTEMLQkAqexJgU923gcAAAAASUVORK5CYII=',
	'base64',
);

const texts = (world: HelloAllWorld) => world.collection<{ text: string }>('profile');

/** What the profile says from the start. */
export const ABOUT = 'Open 9 to 18, Monday to Saturday';

export const getBusinessProfile: Handler = (c) =>
	c.json({
		settings: {
			business: {
				profile: {
					address: '12 Example Road, Pune 411001',
					description: 'Shoes and bags for every day',
					email: 'care@example.com',
					vertical: 'Shopping and Retail',
					websites: ['https://www.example.com'],
				},
			},
		},
		meta,
	});

export const getAbout: Handler = (c, world) =>
	c.json({ settings: { profile: { about: { text: texts(world).get('about')?.text ?? ABOUT } } }, meta });

const about = z.strictObject({ text: text(139) });

export const updateAbout: Handler = async (c, world) => {
	texts(world).put('about', await readBody(c, about));
	return c.json({ meta });
};

/** The photo itself, or with `format=link` an address of it that needs no key. */
export const getPhoto: Handler = (c, world) => {
	const format = c.req.query('format');
	if (format === undefined) return photo();
	if (format !== 'link') throw wrong('format must be link');
	return c.json({ settings: { profile: { photo: { link: world.origin() + PHOTO_PATH } } }, meta });
};

export function photoRoutes(): Hono<SandboxEnv> {
	const app = new Hono<SandboxEnv>();
	app.get(PHOTO_PATH, photo);
	return app;
}

const photo = () =>
	new Response(PHOTO, { headers: { 'content-type': 'image/png', 'content-length': String(PHOTO.length) } });
