import axios from 'axios';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { DeliveryRules, Outgoing } from '../core/deliveries.ts';
import { acceptableUrl, isLoopback } from '../core/loopback.ts';
import type { Person } from '../core/people.ts';
import type { RegisteredWebhook, SandboxEnv } from '../core/provider.ts';
import type { StoredMessage } from '../core/store.ts';
import { cloudEnvelope, inboundValue, statusValue } from '../platform/envelope.ts';
import { answer, ApiError, heltarRoutes, readBody } from './answers.ts';
import { business } from './record.ts';
import type { HeltarWorld } from './settings.ts';

export interface Webhook extends RegisteredWebhook {
	fields: string[];
}

const FIELDS = [
	'metaWebhooks',
	'metaCustomFieldHook',
	'cleverTapStatus',
	'cleverTapMessages',
	'webEngageStatus',
	'moEngage',
	'botWebhook',
	'frontendCampaignForward',
] as const;

const upsert = z.object({
	urls: z
		.array(
			z.object({
				url: z.string().refine((value) => acceptableUrl(value) !== undefined, 'must be a public HTTPS URL'),
				isEnabled: z.boolean(),
				fields: z.array(z.enum(FIELDS)).optional(),
				verifyToken: z.string().min(1).optional(),
				headers: z.record(z.string(), z.string()).optional(),
			}),
		)
		.min(1, 'must hold at least one URL'),
});

export const webhooksOf = (world: HeltarWorld) => world.collection<Webhook>('webhooks');

export function webhookRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	const webhooks = webhooksOf(world);
	const list = () => webhooks.all().map((webhook) => showWebhook(world, webhook));

	app.post('/heltar/v1/business/webhook-url', async (c) => {
		const { urls } = await readBody(c, upsert);
		for (const { url, verifyToken } of urls)
			if (verifyToken !== undefined) await shakeHands(url, verifyToken);
		for (const { url, isEnabled, fields = ['metaWebhooks'], headers } of urls) {
			const stored = webhooks.get(url)?.headers ?? {};
			webhooks.put(url, { url, isEnabled, fields, headers: mergeHeaders(stored, headers) });
			world.deliveries.forgive(world.provider.name, url);
			world.emit('webhook', { url, isEnabled, fields });
		}
		return answer(c, 'Successfully added or updated webhook URL', list());
	});

	app.delete('/heltar/v1/business/webhook-url', (c) => {
		const url = c.req.query('url');
		if (!url) throw new ApiError(400, 'url is required');
		if (!webhooks.delete(url)) throw new ApiError(404, 'Webhook URL not found');
		world.emit('webhook', { url, deleted: true });
		return answer(c, 'Successfully deleted webhook URL', list());
	});

	return app;
}

/** Values that start with `*` are the masked ones sent back: they keep what is stored. */
function mergeHeaders(
	stored: Record<string, string>,
	sent: Record<string, string> = {},
): Record<string, string> {
	return Object.fromEntries(
		Object.entries(sent).flatMap(([name, value]) => {
			if (!value.startsWith('*')) return [[name, value]];
			const kept = stored[name];
			return kept === undefined ? [] : [[name, kept]];
		}),
	);
}

/** An error status makes the registration fail; silence or a wrong echo does not. */
async function shakeHands(url: string, token: string): Promise<void> {
	if (!isLoopback(new URL(url).hostname)) return;
	const challenge = String(Math.floor(Math.random() * 1e9));
	const params = { 'hub.mode': 'subscribe', 'hub.challenge': challenge, 'hub.verify_token': token };
	const status = await axios
		.get(url, { params, timeout: 10_000, proxy: false, maxRedirects: 0, validateStatus: () => true })
		.then((response) => response.status)
		.catch(() => 0);
	if (status >= 400) throw new ApiError(400, `Webhook verification failed for ${url} with status ${status}`);
}

const mask = (value: string) =>
	value.length <= 5 ? '*'.repeat(value.length) : `${'*'.repeat(value.length - 5)}${value.slice(-5)}`;

export function showWebhook(world: HeltarWorld, { url, isEnabled, fields, headers }: Webhook) {
	if (world.settings.generation === 2023) return { url, isEnabled };
	const masked = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, mask(value)]));
	return { url, isEnabled, fields, ...(Object.keys(masked).length > 0 && { headers: masked }) };
}

const MINUTE = 60_000;
/** Five retries at random, growing distances: the first after 1–5 minutes, the last after 4–5 hours. */
const RETRIES: Array<[number, number]> = [
	[1, 5],
	[10, 20],
	[30, 60],
	[90, 150],
	[240, 300],
];

/** Heltar API, webhooks: how they are delivered. */
export function deliveryRules(world: HeltarWorld): DeliveryRules {
	const webhooks = webhooksOf(world);
	return {
		timeoutMs: 10_000,
		retryDelays: () => RETRIES.map(([from, to]) => (from + Math.random() * (to - from)) * MINUTE),
		headers: () => ({ 'X-Request-Timestamp': new Date().toISOString() }),
		disableAfter: 100,
		disable: (url, switchedOff) => {
			const webhook = webhooks.get(url);
			if (webhook) webhooks.put(url, { ...webhook, isEnabled: false, switchedOff });
		},
		enable: (url) => {
			const { switchedOff, ...webhook } = webhooks.get(url) ?? {};
			if (switchedOff) webhooks.put(url, { ...(webhook as Webhook), isEnabled: true });
		},
		isActive: (url) => webhooks.get(url)?.isEnabled === true,
	};
}

function outgoing(webhook: Webhook, body: string, about: Outgoing['about']): Outgoing {
	return { url: webhook.url, headers: webhook.headers, body, about };
}

type Field = (typeof FIELDS)[number];

const enabled = (world: HeltarWorld) =>
	webhooksOf(world)
		.all()
		.filter(({ isEnabled }) => isEnabled);
const subscribedTo = (field: Field) => (webhook: Webhook) => webhook.fields.includes(field);

export function inboundWebhooks(world: HeltarWorld, message: StoredMessage, person: Person): Outgoing[] {
	const body = JSON.stringify(cloudEnvelope(business, inboundValue(message, person)));
	return rawWebhooks(world, body, { event: 'message', id: message.id });
}

/** A body of WhatsApp's for every subscription that takes all of them. */
export const rawWebhooks = (world: HeltarWorld, body: string, about: Outgoing['about']): Outgoing[] =>
	enabled(world)
		.filter(subscribedTo('metaWebhooks'))
		.map((webhook) => outgoing(webhook, body, about));

/** Statuses go to both raw kinds of subscription; only the second carries the custom data, and needs some. */
export function statusWebhooks(world: HeltarWorld, message: StoredMessage, person: Person): Outgoing[] {
	const webhooks = enabled(world);
	const custom = customFieldOf(message);
	const told = webhooks.filter(subscribedTo('metaWebhooks'));
	const toldCustom = custom === undefined ? [] : webhooks.filter(subscribedTo('metaCustomFieldHook'));
	if (told.length + toldCustom.length === 0) return [];
	if (!world.firstTelling(`${message.id} ${message.status}`)) return [];
	const envelope = cloudEnvelope(business, statusValue(message, person, Date.now()));
	const about = { event: message.status, id: message.id };
	const plain = JSON.stringify(envelope);
	const withCustom = JSON.stringify({ customField: custom, ...envelope });
	return [
		...told.map((webhook) => outgoing(webhook, plain, about)),
		...toldCustom.map((webhook) => outgoing(webhook, withCustom, about)),
	];
}

function customFieldOf(message: StoredMessage): unknown {
	const integrations = message.raw.integrations as Array<{ name: string; customField?: unknown }> | undefined;
	return integrations?.find(({ name }) => name === 'metaCustomFieldHook')?.customField;
}
