import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { faultRequest } from '../core/faults.ts';
import { Keys } from '../core/keys.ts';
import type { CoreSettings, SandboxEnv } from '../core/provider.ts';
import type { ListedProvider } from '../platform/phoneView.ts';
import { ControlError, readControl, worldNamed, type ControlParts } from './parts.ts';

/** Keeps intermediaries from taking a quiet event stream for a dead one. */
const HEARTBEAT_MS = 15_000;

const deliveryChange = z.strictObject({
	duplicates: z.union([z.number().int().nonnegative(), z.boolean().transform(Number)]).optional(),
	shuffle: z.boolean().optional(),
	delayMs: z.number().nonnegative().optional(),
	retryScale: z.number().nonnegative().optional(),
	timeoutScale: z.number().positive().optional(),
});

const keyRequest = z.strictObject({
	provider: z.string(),
	scopes: z.array(z.string()).optional(),
	expired: z.boolean().optional(),
	/** Which kind of secret it is, at a provider that has two. */
	opens: z.enum(['apiKey', 'accessToken', 'both']).optional(),
});

/** The part of the control API that is not about one provider's conversations. */
export function controlRoutes(parts: ControlParts): Hono<SandboxEnv> {
	const app = new Hono<SandboxEnv>();

	app.get('/health', (c) => c.json({ ok: true }));

	app.post('/reset', (c) => {
		parts.reset();
		return c.json({ ok: true });
	});

	app.get('/requests', (c) => {
		const { provider, since, last } = c.req.query();
		if (provider) worldNamed(parts, provider);
		if (provider && last) return c.json(parts.log.latest(provider, Number(last) || 0));
		return c.json(parts.log.list(provider || undefined, Number(since ?? 0) || 0));
	});

	app.get('/requests/:seq', (c) => {
		const request = parts.log.find(Number(c.req.param('seq')));
		if (!request) throw new ControlError(404, `No call has the number ${c.req.param('seq')}`);
		return c.json(request);
	});

	app.put('/workflow-names', async (c) => {
		const names = await readControl(c, z.record(z.string().min(1), z.string()));
		parts.workflowNames.clear();
		for (const [part, name] of Object.entries(names)) parts.workflowNames.set(part, name);
		// Every provider's list of webhooks shows them.
		for (const world of parts.worlds.values()) world.emit('webhook', {});
		return c.json({ ok: true });
	});

	app.get('/providers', (c) =>
		c.json(
			[...parts.worlds.values()].map(({ provider }): ListedProvider => {
				const { name, label, sends, settings, webhooks } = provider;
				const page = webhooks.page && { webhookEvents: webhooks.page.events };
				return { name, label, sends, settings: settings.shown ?? [], ...page };
			}),
		),
	);

	app.post('/faults', async (c) => {
		const request = await readControl(c, faultRequest);
		if (request.provider) worldNamed(parts, request.provider);
		const id = parts.faults.add(request);
		parts.events.emit({ type: 'change', data: { faults: parts.faults.list() } });
		return c.json({ id });
	});
	app.get('/faults', (c) => c.json(parts.faults.list()));
	app.delete('/faults/:id', (c) => {
		if (!parts.faults.remove(c.req.param('id')))
			throw new ControlError(404, `No fault has the id ${c.req.param('id')}`);
		parts.events.emit({ type: 'change', data: { faults: parts.faults.list() } });
		return c.json({ ok: true });
	});
	app.delete('/faults', (c) => {
		parts.faults.clear();
		parts.events.emit({ type: 'change', data: { faults: [] } });
		return c.json({ ok: true });
	});

	app.get('/delivery', (c) => c.json(parts.deliveries.settings));
	app.post('/delivery', async (c) => {
		Object.assign(parts.deliveries.settings, await readControl(c, deliveryChange));
		parts.events.emit({ type: 'change', data: { delivery: parts.deliveries.settings } });
		return c.json(parts.deliveries.settings);
	});

	const settings = () =>
		Object.fromEntries([...parts.worlds].map(([name, world]) => [name, world.settings] as const));
	app.get('/settings', (c) => c.json(settings()));
	app.patch('/settings', async (c) => {
		const changes = await readControl(c, z.record(z.string(), z.looseObject({})));
		const checked = Object.entries(changes).map(([name, change]) => {
			const world = worldNamed(parts, name);
			const result = world.provider.settings.change.safeParse(change);
			if (!result.success) throw new ControlError(400, `${name}: ${z.prettifyError(result.error)}`);
			return [world, result.data as Partial<CoreSettings>] as const;
		});
		for (const [world, change] of checked) world.change(change);
		parts.events.emit({ type: 'change', data: { settings: settings() } });
		return c.json(settings());
	});

	app.post('/keys', async (c) => {
		const { provider, ...key } = await readControl(c, keyRequest);
		const world = worldNamed(parts, provider);
		const { accessToken } = world.provider;
		if (key.opens && !accessToken)
			throw new ControlError(400, `${world.provider.label} has one kind of secret: leave "opens" out`);
		const like = key.opens === 'accessToken' ? accessToken : undefined;
		const { apiKey } = new Keys(world.store, provider).create(like ?? world.provider.key, key);
		const named = key.opens === 'accessToken' ? {} : { apiKey };
		return c.json({ ...named, ...(key.opens && key.opens !== 'apiKey' && { accessToken: apiKey }) });
	});

	app.get('/connections', (c) => c.json(parts.connections.all()));
	app.delete('/connections', (c) => {
		parts.connections.restart();
		return c.json({ ok: true });
	});

	app.get('/deliveries', (c) => {
		const { provider, since, id } = c.req.query();
		return c.json(parts.deliveries.list(provider, Number(since ?? 0), id));
	});

	app.get('/events', (c) =>
		streamSSE(c, async (stream) => {
			const over = new AbortController();
			stream.onAbort(() => over.abort());
			const stop = parts.events.listen((event) => {
				const { type, ...rest } = event;
				void stream.writeSSE({ event: type, data: JSON.stringify(rest) });
			});
			// The first line tells a listener that nothing from now on will be missed.
			await stream.writeSSE({ event: 'ready', data: '{}' });
			while (!over.signal.aborted) {
				await sleep(HEARTBEAT_MS, undefined, { signal: over.signal, ref: false }).catch(() => undefined);
				if (!over.signal.aborted) await stream.write(': still here\n\n');
			}
			stop();
		}),
	);

	return app;
}
