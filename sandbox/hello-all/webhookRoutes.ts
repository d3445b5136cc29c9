import { randomBytes } from 'node:crypto';
import axios from 'axios';
import { z } from 'zod';
import { isLoopback } from '../core/loopback.ts';
import { readJson, validate, type Call, type Handler } from './body.ts';
import { meta } from './codes.ts';
import { link } from './messageSchema.ts';
import type { HelloAllWorld } from './settings.ts';
import { currentWebhook, storeWebhook, type Handshake } from './webhooks.ts';

const setting = z.strictObject({
	url: link,
	headers: z.record(z.string().regex(/^[\w-]+$/), z.string()).optional(),
});

/** Registers the URL in place of the number's present one. */
export const setWebhook: Handler = async (c, world) => register(c, world, await readJson(c));

/** The same, but an empty URL clears. */
export const setOrClearWebhook: Handler = async (c, world) => {
	const value = await readJson(c);
	if ((value as { url?: unknown } | null)?.url === '') return clearWebhook(c, world);
	return register(c, world, value);
};

function register(c: Call, world: HelloAllWorld, value: unknown): Response {
	const { url, headers = {} } = validate(value, setting);
	storeWebhook(world, { url, headers });
	// Panels ask at the moment of saving and save whatever comes back.
	void shakeHands(url).then((handshake) => {
		const current = currentWebhookIfOpen(world);
		if (current?.url === url) storeWebhook(world, { ...current, handshake });
	});
	return c.json({ url, headers });
}

export const getWebhook: Handler = (c, world) => {
	const { url = '', headers = {} } = currentWebhook(world) ?? {};
	return c.json({ url, headers });
};

/** The number has one webhook: it goes, whichever URL the body names. */
export const clearWebhook: Handler = (c, world) => {
	storeWebhook(world, undefined);
	return c.json({ meta });
};

/** Asks the receiver to echo a value, under the parameter name panels of this family misspell. */
async function shakeHands(url: string): Promise<Handshake> {
	const nobody: Handshake = { status: null, echoed: false };
	if (!isLoopback(new URL(url).hostname)) return nobody;
	const challange = randomBytes(8).toString('hex');
	return await axios
		.get<string>(url, {
			params: { challange },
			timeout: 10_000,
			proxy: false,
			maxRedirects: 0,
			responseType: 'text',
			transformResponse: (body: unknown) => body,
			validateStatus: () => true,
		})
		.then((response) => ({ status: response.status, echoed: response.data === challange }))
		.catch(() => nobody);
}

/** The answer may come when the sandbox, and with it its store, is closed already. */
function currentWebhookIfOpen(world: HelloAllWorld) {
	try {
		return currentWebhook(world);
	} catch {
		return undefined;
	}
}
