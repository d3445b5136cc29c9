import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

async function bind(port: number): Promise<number> {
	const server = createServer();
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
	const { port: bound } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return bound;
}

/** A loopback port nobody listens on at the moment. */
export const freePort = (): Promise<number> => bind(0);

export const isFree = (port: number): Promise<boolean> =>
	bind(port).then(
		() => true,
		() => false,
	);
