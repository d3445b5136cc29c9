import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';

/** A port of this machine. @param receive what becomes of each connection */
export async function listenerUrl(receive: (socket: Socket) => void = () => undefined) {
	const server = createServer(receive);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: async () => await new Promise((resolve) => server.close(resolve)),
	};
}
