import { Hono } from 'hono';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { isOnPhone, showMessage, showProvider } from '../platform/phoneView.ts';
import { newNumericId } from '../platform/ids.ts';
import { moveTo } from '../platform/transit.ts';
import type { SandboxEnv } from '../core/provider.ts';
import { ControlError, worldNamed, type ControlParts } from './parts.ts';

/** The part of the control API that is the phone page's own: conversations as phones show them, and files. */
export function controlPhoneRoutes(parts: ControlParts): Hono<SandboxEnv> {
	const app = new Hono<SandboxEnv>();

	app.get('/:provider/phone', (c) => c.json(showProvider(worldNamed(parts, c.req.param('provider')))));

	/** All of a conversation, or with `ids` (comma-separated) only these of its messages. */
	app.get('/:provider/phone/:number', (c) => {
		const world = worldNamed(parts, c.req.param('provider'));
		const ids = c.req.query('ids')?.split(',');
		const { number } = world.people.resolve(c.req.param('number'));
		const messages = ids
			? ids.flatMap((id) => world.messages.find(id) ?? []).filter((message) => message.number === number)
			: world.messages.withNumber(number);
		return c.json(messages.filter(isOnPhone).map((message) => showMessage(world, message)));
	});

	/** The customer looks at the conversation: what was delivered is read. */
	app.post('/:provider/phone/:number/read', (c) => {
		const world = worldNamed(parts, c.req.param('provider'));
		const { number } = world.people.resolve(c.req.param('number'));
		const seen = world.messages
			.withNumber(number)
			.filter(({ direction, status, hidden }) => direction === 'out' && status === 'delivered' && !hidden);
		for (const message of seen) void moveTo(world, message, 'read');
		return c.json({ read: seen.length });
	});

	/** Behind a message: as stored, the call it came with, and every webhook that told of it. */
	app.get('/:provider/messages/:id', (c) => {
		const world = worldNamed(parts, c.req.param('provider'));
		const message = world.messages.find(c.req.param('id'));
		if (!message) throw new ControlError(404, `No message has the id ${c.req.param('id')}`);
		const { id, altId, direction, type, at, status, errors, campaign, raw, record } = message;
		return c.json({
			message: {
				id,
				altId,
				direction,
				type,
				at: new Date(at).toISOString(),
				status,
				errors,
				campaign,
				raw,
				record,
			},
			call: message.call === null ? null : (parts.log.find(message.call) ?? null),
			deliveries: parts.deliveries.about(world.provider.name, altId === null ? [id] : [id, altId]),
		});
	});

	/** A customer's file: its content is the body; a media message then names it by `id`. */
	app.post('/:provider/files', async (c) => {
		const world = worldNamed(parts, c.req.param('provider'));
		const file = await world.files.save(c.req.raw.body as WebStream<Uint8Array> | null, {
			id: newNumericId(),
			name: c.req.query('name') ?? 'file',
			mimeType: c.req.header('content-type') ?? 'application/octet-stream',
		});
		return c.json(file);
	});

	app.get('/:provider/files/:id', (c) => {
		const world = worldNamed(parts, c.req.param('provider'));
		const file = world.files.get(c.req.param('id'));
		if (!file) throw new ControlError(404, `There is no file ${c.req.param('id')}`);
		const response = world.files.response(file, c.req.method);
		// What customers send is shown on a page that may steer the sandbox: nothing in it may run.
		const shown = /^(image|video|audio)\//.test(file.mimeType) ? 'inline' : 'attachment';
		response.headers.set(
			'content-disposition',
			`${shown}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
		);
		response.headers.set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
		response.headers.set('x-content-type-options', 'nosniff');
		return response;
	});

	return app;
}
