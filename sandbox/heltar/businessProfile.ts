import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../core/provider.ts';
import { answer, ApiError, heltarRoutes } from './answers.ts';
import type { HeltarWorld } from './settings.ts';

const VERTICALS =
	'UNDEFINED OTHER AUTO BEAUTY APPAREL EDU ENTERTAIN EVENT_PLAN FINANCE GROCERY GOVT HOTEL HEALTH NONPROFIT PROF_SERVICES RETAIL TRAVEL RESTAURANT NOT_A_BIZ'.split(
		' ',
	);

const text = (most: number) => z.string().max(most).optional();

const change = z.strictObject({
	about: z.string().min(1).max(139).optional(),
	address: text(256),
	description: text(512),
	email: text(128),
	websites: z.array(z.string().max(256)).max(2).optional(),
	vertical: z.enum(VERTICALS as [string, ...string[]]).optional(),
	profile_picture_handle: z.string().min(1).optional(),
});

type Profile = Omit<z.infer<typeof change>, 'profile_picture_handle'> & { profile_picture_url?: string };

const KEY = 'current';

/** `/v1/business/profile`: what customers see about the business. */
export function businessProfileRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	const path = '/heltar/v1/business/profile';
	const profiles = world.collection<Profile>('businessProfile');
	const current = (): Profile => profiles.get(KEY) ?? { about: 'Cups and pots', vertical: 'RETAIL' };

	app.get(path, (c) =>
		answer(c, 'Successfully fetched business profile', [{ ...current(), messaging_product: 'whatsapp' }]),
	);

	app.post(path, async (c) => {
		const parsed = change.safeParse(await c.req.json().catch(() => undefined));
		if (!parsed.success) throw new ApiError(400, 'Error updating business profile details!');
		const { profile_picture_handle: handle, ...rest } = parsed.data;
		const picture = handle && `${world.origin()}/heltar-media/picture?handle=${encodeURIComponent(handle)}`;
		profiles.put(KEY, { ...current(), ...rest, ...(picture && { profile_picture_url: picture }) });
		return answer(c, 'Successfully updated business profile', { success: true });
	});

	return app;
}
