import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Connections {
	/** Sockets that made at least one call. */
	opened: number;
	calls: number;
}

/** The sandbox in a process of its own, so that its work and memory do not count as n8n's. */
export interface BenchSandbox {
	url: string;
	/** Forgets everything, the counts of connections included, and takes the settings. */
	begin(settings: Record<string, unknown>): Promise<void>;
	connections(provider: string): Promise<Connections>;
	/** How many messages reached how many people, and the most that reached one of them. */
	delivered(provider: string): Promise<{ people: number; most: number }>;
	/** Makes calls go wrong: which, and how. */
	fault(fault: Record<string, unknown>): Promise<void>;
	/** Calls since `begin`, with the time at which they came in. */
	requests(
		provider: string,
	): Promise<
		Array<{ at: string; method: string; path: string; query: Record<string, string>; body: unknown }>
	>;
	stop(): Promise<void>;
}

export async function startSandboxProcess(root: string): Promise<BenchSandbox> {
	const child = spawn(process.execPath, [join(root, 'sandbox', 'main.ts'), '--port', '0'], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
	const url = line.replace('SANDBOX_READY ', '');
	const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
		const response = await fetch(`${url}/_sandbox${path}`, {
			method,
			headers: { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		if (!response.ok) throw new Error(`Sandbox: ${method} ${path}: ${await response.text()}`);
		return await response.json().catch(() => undefined);
	};
	return {
		url,
		async begin(settings) {
			await call('DELETE', '/faults');
			await call('POST', '/reset', {});
			await call('PATCH', '/settings', settings);
			await call('DELETE', '/connections');
		},
		async connections(provider) {
			const all = (await call('GET', '/connections')) as Record<string, Connections>;
			return all[provider] ?? { opened: 0, calls: 0 };
		},
		async delivered(provider) {
			const all = (await call('GET', `/${provider}/conversations`)) as Array<{ messages: number }>;
			return { people: all.length, most: Math.max(0, ...all.map(({ messages }) => messages)) };
		},
		async fault(fault) {
			await call('POST', '/faults', fault);
		},
		async requests(provider) {
			return (await call('GET', `/requests?provider=${provider}`)) as Awaited<
				ReturnType<BenchSandbox['requests']>
			>;
		},
		async stop() {
			const ended = once(child, 'exit');
			child.kill();
			await ended;
		},
	};
}
