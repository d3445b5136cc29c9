import type { Context } from 'hono';
import { z } from 'zod';
import type { Connections } from '../core/connections.ts';
import type { Deliveries } from '../core/deliveries.ts';
import type { Events } from '../core/events.ts';
import type { Faults } from '../core/faults.ts';
import type { RequestLog } from '../core/requestLog.ts';
import type { World } from '../core/world.ts';

/** What the control API acts on. */
export interface ControlParts {
	worlds: Map<string, World>;
	log: RequestLog;
	faults: Faults;
	connections: Connections;
	deliveries: Deliveries;
	events: Events;
	/** Names of workflows, by the part of their webhooks' URLs that n8n makes for each. Told by the demo; a reset keeps them. */
	workflowNames: Map<string, string>;
	reset(): void;
}

/** Thrown for a control call that cannot be carried out. */
export class ControlError extends Error {
	readonly status: 400 | 404;

	constructor(status: 400 | 404, message: string) {
		super(message);
		this.status = status;
	}
}

/** A control body, checked; an empty body counts as `{}`. */
export async function readControl<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
	const text = await c.req.text();
	let value: unknown = {};
	try {
		if (text !== '') value = JSON.parse(text);
	} catch {
		throw new ControlError(400, 'The body is not JSON');
	}
	const result = schema.safeParse(value);
	if (!result.success) throw new ControlError(400, z.prettifyError(result.error));
	return result.data;
}

export function worldNamed(parts: ControlParts, name: string): World {
	const world = parts.worlds.get(name);
	if (!world)
		throw new ControlError(
			404,
			`No provider is called ${name}; there are ${[...parts.worlds.keys()].join(', ')}`,
		);
	return world;
}
