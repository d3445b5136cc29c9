import { Hono } from 'hono';
import { z } from 'zod';
import { inboundRequest, receive } from '../platform/inbound.ts';
import { changeTemplate } from '../platform/templateChanges.ts';
import { moveTo } from '../platform/transit.ts';
import { addressOf } from '../core/people.ts';
import type { SandboxEnv } from '../core/provider.ts';
import type { StoredMessage } from '../core/store.ts';
import { ControlError, readControl, worldNamed, type ControlParts } from './parts.ts';
import type { World } from '../core/world.ts';

const inboxMessage = z.strictObject({
	to: z.union([z.string().min(1), z.number()]).transform(String),
	text: z.string().min(1),
	/** The team member's name. */
	by: z.string().min(1),
});

const rawDelivery = z.strictObject({
	/** A string goes out as it is, anything else as JSON. */
	body: z.unknown(),
	headers: z.record(z.string(), z.string()).optional(),
	contentType: z.string().optional(),
});

const webhookNamed = z.strictObject({ url: z.string() });

const webhookSaved = z.strictObject({ url: z.string().min(1), events: z.array(z.string()).optional() });

const statusChange = z.strictObject({
	id: z.string().min(1),
	status: z.string().min(1),
	errors: z.array(z.looseObject({ code: z.number(), title: z.string() })).optional(),
});

const customerChange = z.strictObject({
	blocked: z.boolean().optional(),
	optedIn: z.boolean().optional(),
	hidesNumber: z.boolean().optional(),
	blocksBusiness: z.boolean().optional(),
	onWhatsApp: z.boolean().optional(),
	name: z.string().optional(),
	username: z.string().optional(),
	/** The switch of the bot in the provider's inbox. */
	botReplies: z.boolean().optional(),
});

const templateChange = z
	.strictObject({
		language: z.string().optional(),
		status: z.string().min(1).optional(),
		category: z.string().min(1).optional(),
	})
	.refine(({ status, category }) => status ?? category, 'status or category is needed');

/** The part of the control API that plays WhatsApp and its customers towards one provider. */
export function controlProviderRoutes(parts: ControlParts): Hono<SandboxEnv> {
	const app = new Hono<SandboxEnv>();

	app.post('/:provider/inbound', async (c) => {
		const world = worldNamed(parts, c.req.param('provider'));
		return c.json(await receive(world, await readControl(c, inboundRequest)));
	});

	app.post('/:provider/inbox', async (c) => {
		const world = worldNamed(parts, c.req.param('provider'));
		const { inbox, label } = world.provider;
		if (!inbox) throw new ControlError(400, `${label} does not tell who wrote in its inbox`);
		const { to, ...message } = await readControl(c, inboxMessage);
		const written = inbox(world, world.people.resolve(to), message);
		if ('refused' in written) throw new ControlError(400, written.refused);
		return c.json({ id: written.id });
	});

	app.post('/:provider/webhooks/raw', async (c) => {
		const world = worldNamed(parts, c.req.param('provider'));
		const { body, headers = {}, contentType } = await readControl(c, rawDelivery);
		const text = typeof body === 'string' ? body : JSON.stringify(body ?? null);
		const targets = world.provider.webhooks.registered(world).filter((webhook) => webhook.isEnabled);
		const deliveries = await world.deliver(
			targets.map((target) => ({
				url: target.url,
				headers: { ...target.headers, ...headers },
				body: text,
				contentType,
				about: { event: 'raw' },
			})),
		);
		return c.json({ deliveries });
	});

	const workflowOf = (url: string) =>
		url
			.split('/')
			.map((part) => parts.workflowNames.get(part))
			.find((name) => name !== undefined);
	const webhooksOf = (world: World) =>
		world.provider.webhooks.registered(world).map((webhook) => ({
			...webhook,
			workflow: workflowOf(webhook.url),
			failures: parts.deliveries.failures(world.provider.name, webhook.url),
		}));
	app.get('/:provider/webhooks', (c) => c.json(webhooksOf(worldNamed(parts, c.req.param('provider')))));

	const pageOf = ({ provider: { label, webhooks } }: World) => {
		if (!webhooks.page)
			throw new ControlError(400, `${label} has no page for webhooks: its API registers them`);
		return webhooks.page;
	};

	/** Saves a URL on the provider's page, as a person would. */
	app.post('/:provider/webhooks', async (c) => {
		const world = worldNamed(parts, c.req.param('provider'));
		const { save, events: offered } = pageOf(world);
		const { url, events } = await readControl(c, webhookSaved);
		const unknown = events?.find((event) => !offered.some(({ value }) => value === event));
		if (unknown !== undefined)
			throw new ControlError(
				400,
				`No event is called ${unknown}; there are ${offered.map(({ value }) => value).join(', ')}`,
			);
		const outcome = await save(world, url, events);
		if (outcome) throw new ControlError(400, outcome.refused);
		return c.json(webhooksOf(world));
	});
	app.delete('/:provider/webhooks', async (c) => {
		const world = worldNamed(parts, c.req.param('provider'));
		const { url } = await readControl(c, webhookNamed);
		if (!pageOf(world).remove(world, url))
			throw new ControlError(404, `The page lists no webhook with the URL ${url}`);
		return c.json(webhooksOf(world));
	});

	/** Puts a URL that the provider switched off back into service, with a clean record. */
	app.post('/:provider/webhooks/enable', async (c) => {
		const world = worldNamed(parts, c.req.param('provider'));
		const { url } = await readControl(c, webhookNamed);
		const webhook = webhooksOf(world).find((one) => one.url === url);
		if (!webhook) throw new ControlError(404, `No webhook is registered with the URL ${url}`);
		if (webhook.switchedOff) {
			world.provider.webhooks.rules(world).enable?.(url);
			parts.deliveries.forgive(world.provider.name, url);
			world.emit('webhook', { url, isEnabled: true });
		}
		return c.json(webhooksOf(world));
	});

	app.post('/:provider/statuses', async (c) => {
		const world = worldNamed(parts, c.req.param('provider'));
		const { id, status, errors } = await readControl(c, statusChange);
		const message = world.messages.find(id);
		if (!message) throw new ControlError(404, `No message has the id ${id}`);
		const full = errors?.map((error) => ({ message: error.title, ...error }));
		return c.json({ id: message.id, status, deliveries: await moveTo(world, message, status, full ?? null) });
	});

	/** Everything that was taken for sending, in order: what went out twice, or in two API styles, shows here. */
	app.get('/:provider/sends', (c) => {
		const world = worldNamed(parts, c.req.param('provider'));
		const since = Number(c.req.query('since') ?? 0) || 0;
		const sent = world.messages.all().filter(({ direction, seq }) => direction === 'out' && seq > since);
		return c.json(
			sent.map((message) => {
				const { seq, id, altId, number, type, text, status, call, at } = message;
				const style = world.provider.styleOf?.(message);
				const time = new Date(at).toISOString();
				return { seq, id, altId, to: number, type, text, status, call, at: time, ...(style && { style }) };
			}),
		);
	});

	app.get('/:provider/conversations', (c) => {
		const world = worldNamed(parts, c.req.param('provider'));
		return c.json(
			world.messages.conversations().map(({ number, at, count }) => {
				const { name } = world.people.resolve(number);
				return { number, name, lastAt: new Date(at).toISOString(), messages: count };
			}),
		);
	});

	app.get('/:provider/conversations/:number', (c) => {
		const world = worldNamed(parts, c.req.param('provider'));
		const { number } = world.people.resolve(c.req.param('number'));
		return c.json(
			world.messages
				.withNumber(number)
				.filter((message) => !message.hidden)
				.map(toEntry),
		);
	});

	app.get('/:provider/templates', (c) => {
		const world = worldNamed(parts, c.req.param('provider'));
		return c.json(world.collection('templates').all());
	});
	app.patch('/:provider/templates/:name', async (c) => {
		const world = worldNamed(parts, c.req.param('provider'));
		const { language, ...change } = await readControl(c, templateChange);
		const changed = changeTemplate(world, c.req.param('name'), language, change);
		if (changed.length === 0) throw new ControlError(404, `No template is called ${c.req.param('name')}`);
		world.emit('change', { template: c.req.param('name'), language, ...change });
		const told = changed.flatMap(
			(one) => world.provider.webhooks.template?.(world, one.name, one.language) ?? [],
		);
		await world.deliver(told);
		return c.json(changed);
	});

	app.get('/:provider/customers/:number', (c) => {
		const world = worldNamed(parts, c.req.param('provider'));
		return c.json(world.people.resolve(c.req.param('number')));
	});
	app.patch('/:provider/customers/:number', async (c) => {
		const world = worldNamed(parts, c.req.param('provider'));
		const { botReplies, ...change } = await readControl(c, customerChange);
		if (botReplies !== undefined) turnBot(world, c.req.param('number'), botReplies);
		const person = world.people.change(c.req.param('number'), change);
		world.provider.onPersonChange?.(world, person);
		world.emit('customer', person);
		return c.json({ ...person, address: addressOf(person) });
	});

	return app;
}

function turnBot(world: World, number: string, on: boolean): void {
	const { bot, label } = world.provider;
	if (!bot) throw new ControlError(400, `${label} has no bot that could be switched on and off`);
	const { refused } = bot.turn(world, world.people.resolve(number), on) ?? {};
	if (refused !== undefined) throw new ControlError(400, refused);
}

function toEntry(message: StoredMessage) {
	const { id, direction, type, text, at, status, raw, errors } = message;
	return {
		id,
		direction,
		type,
		text,
		at: new Date(at).toISOString(),
		status,
		raw,
		...(errors && { errors }),
	};
}
