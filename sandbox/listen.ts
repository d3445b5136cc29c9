import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { BrokenConnection } from './core/faults.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from './server.ts';

export interface RunningSandbox {
	url: string;
	port: number;
	sandbox: Sandbox;
	close(): Promise<void>;
}

/** Kept open between calls for longer than callers keep theirs, so that none meets a socket just closed. */
const KEEP_ALIVE_MS = 65_000;

/** The sandbox behind a socket. Port 0 takes any free one. */
export async function startSandbox(
	options: Omit<SandboxOptions, 'origin'> & { port?: number; host?: string } = {},
): Promise<RunningSandbox> {
	const { port = 0, host = '127.0.0.1', ...rest } = options;
	const sandbox = createSandbox(rest);
	const server = createAdaptorServer({
		overrideGlobalObjects: false,
		fetch: async (request, env) => {
			try {
				return await sandbox.handle(request, env as never);
			} catch (error) {
				if (!(error instanceof BrokenConnection)) throw error;
				env.incoming.socket?.destroy();
				return RESPONSE_ALREADY_SENT;
			}
		},
	}) as Server;
	server.keepAliveTimeout = KEEP_ALIVE_MS;
	try {
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(port, host, () => resolve());
		});
	} catch (error) {
		sandbox.close();
		throw error;
	}
	const bound = (server.address() as AddressInfo).port;
	const url = `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
	sandbox.setOrigin(url);
	return {
		url,
		port: bound,
		sandbox,
		close: async () => {
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			sandbox.close();
			await closed;
		},
	};
}
