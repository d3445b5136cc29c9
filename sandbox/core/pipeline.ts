import { setTimeout as sleep } from 'node:timers/promises';
import type { Context, MiddlewareHandler } from 'hono';
import type { Connections } from './connections.ts';
import { currentCall } from './currentCall.ts';
import type { Events } from './events.ts';
import { BrokenConnection, doesWork, type Fault, type Faults } from './faults.ts';
import type { SandboxEnv } from './provider.ts';
import { maskHeaders, maskQuery, summarizeAnswer, summarizeBody, type RequestLog } from './requestLog.ts';
import type { World } from './world.ts';

/** WhatsApp's code for "try again later", used where a partial fault names none. */
const DEFAULT_PARTIAL_CODE = 131000;
const GARBAGE = '<html><head><title>502 Bad Gateway</title></head><body><center>nginx</center>';

interface Parts {
	log: RequestLog;
	faults: Faults;
	connections: Connections;
	events: Events;
	closing: AbortSignal;
}

/** What every provider call passes through: log, faults, latency, the limit on calls at once. */
export function providerPipeline(world: World, parts: Parts): MiddlewareHandler<SandboxEnv> {
	const name = world.provider.name;
	return async (c, next) => {
		const url = new URL(c.req.url);
		const path = url.pathname.startsWith(`/${name}/`) ? url.pathname.slice(name.length + 1) : url.pathname;
		const count = parts.connections.begin(name, c.env?.incoming?.socket);
		let seq: number | undefined;
		let fault: Fault | undefined;
		const finish = (status: number, answer: string | null) => {
			if (seq === undefined) return;
			parts.log.finish(seq, { status, fault: fault?.kind ?? null, body: c.get('bodySummary'), answer });
			const data = { seq, method: c.req.method, path, status, fault: fault?.kind ?? null };
			parts.events.emit({ type: 'request', provider: name, data });
		};
		try {
			const body = await readBody(c, world, path);
			const request = { provider: name, method: c.req.method, path, query: maskQuery(url), body };
			seq = parts.log.begin({ ...request, headers: maskHeaders(c.req.raw.headers) });
			parts.events.emit({ type: 'request', provider: name, data: { seq, method: request.method, path } });
			fault = parts.faults.take({ provider: name, method: c.req.method, path });
			if (world.settings.latencyMs > 0) await sleep(world.settings.latencyMs);
			const most = world.settings.limits.connections;
			if (most !== null && count.inFlight > most) {
				c.header('Retry-After', '1');
				c.res = c.json(world.provider.errorBody(429, 'Too many requests at the same time', path), 429);
			} else {
				const serve = async () => await currentCall.run(seq as number, next);
				if (fault) await misbehave(c, serve, fault, { world, path, closing: parts.closing });
				else await serve();
			}
			finish(c.res.status, await summarizeAnswer(c.res));
		} catch (error) {
			finish(0, null);
			throw error;
		} finally {
			count.inFlight -= 1;
		}
	};
}

async function readBody(c: Context<SandboxEnv>, world: World, path: string): Promise<unknown> {
	if (c.req.method === 'GET' || c.req.method === 'HEAD' || world.provider.streams?.(c.req.method, path))
		return null;
	return summarizeBody(new Uint8Array(await c.req.arrayBuffer()), c.req.header('content-type'));
}

async function misbehave(
	c: Context<SandboxEnv>,
	next: () => Promise<void>,
	fault: Fault,
	{ world, path, closing }: { world: World; path: string; closing: AbortSignal },
): Promise<void> {
	if (fault.kind === 'delay') await sleep(fault.ms);
	if (fault.kind === 'partial')
		c.set('partial', { positions: fault.positions, code: fault.code ?? DEFAULT_PARTIAL_CODE });
	if (doesWork(fault)) await next();
	switch (fault.kind) {
		case 'resetBefore':
		case 'resetAfter':
			throw new BrokenConnection(fault.kind);
		case 'timeout': {
			const ends = [c.req.raw.signal, closing];
			if (fault.ms !== undefined) ends.push(AbortSignal.timeout(fault.ms));
			await ended(AbortSignal.any(ends));
			throw new BrokenConnection(fault.kind);
		}
		case 'status': {
			const refusal = 'Refused by the sandbox, as it was told';
			const { body = world.provider.errorBody(fault.status, refusal, path) } = fault;
			const text = typeof body === 'string' ? body : JSON.stringify(body);
			const type = typeof body === 'string' ? 'text/plain' : 'application/json';
			const bodiless = fault.status === 204 || fault.status === 304;
			c.res = new Response(bodiless ? null : text, {
				status: fault.status,
				headers: { 'content-type': type, ...fault.headers },
			});
			return;
		}
		case 'garbage':
			c.res = new Response(fault.body ?? GARBAGE, {
				headers: { 'content-type': fault.contentType ?? 'application/json' },
			});
	}
}

async function ended(signal: AbortSignal): Promise<void> {
	if (signal.aborted) return;
	await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
