import type { Hono } from 'hono';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { SandboxEnv } from '../core/provider.ts';
import { answer, heltarRoutes, readBody } from './answers.ts';
import type { HeltarWorld } from './settings.ts';

const DAY_MS = 86_400_000;

const session = z.object({
	clientWaNumber: z.string().min(1),
	agentEmail: z.string().optional(),
	encrypt: z.boolean().default(true),
	ui: z
		.object({
			sessionExpiredText: z.string().min(1).max(200).optional(),
			hideCallButton: z.boolean().optional(),
			hideChatOptions: z.boolean().optional(),
			showRefresh: z.boolean().optional(),
		})
		.optional(),
});

/** `POST /v1/embed/session`. There is no page behind the address. */
export function embedRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	app.post('/heltar/v1/embed/session', async (c) => {
		const { clientWaNumber, encrypt } = await readBody(c, session);
		const embedUrl = new URL('/heltar-embed/chat', world.origin());
		embedUrl.searchParams.set('token', randomUUID());
		if (!encrypt) embedUrl.searchParams.set('clientWaNumber', clientWaNumber);
		return answer(c, 'Embed session created successfully', {
			embedUrl: embedUrl.href,
			expiresAt: new Date(Date.now() + DAY_MS).toISOString(),
		});
	});
	return app;
}
