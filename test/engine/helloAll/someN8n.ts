import { createServer } from 'node:http';

/**
 * As much of n8n as matters to a registration: which of its addresses something listens at, by their path, such as
 * `/webhook/hook-id/webhook`, and what is posted there.
 */
export async function someN8n() {
	const active = new Set<string>();
	const posted: Array<{ path: string; headers: Record<string, unknown>; body: string }> = [];
	const behaviour = {
		/** Status of what is posted to a live address. */
		status: 200,
		/** Whether another server answers in its place. */
		silent: false,
	};
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk) => (body += chunk));
		request.on('end', () => {
			const { pathname } = new URL(request.url!, 'http://x');
			const { method, headers } = request;
			const alive = active.has(pathname);
			if (behaviour.silent) return response.writeHead(404).end('Not found');
			if (alive && method === 'POST') {
				posted.push({ path: pathname, headers, body });
				return response.writeHead(behaviour.status).end('OK');
			}
			const path = pathname.replace(/^\/webhook(-test)?\//, '');
			response.writeHead(404, { 'content-type': 'application/json' });
			response.end(
				JSON.stringify({
					code: 404,
					message: alive
						? `This webhook is not registered for ${method} requests. Did you mean to make a POST request?`
						: `The requested webhook "${method} ${path}" is not registered.`,
				}),
			);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
		close: () => void server.close(),
		active,
		posted,
		behaviour,
		reset() {
			active.clear();
			posted.length = 0;
			Object.assign(behaviour, { status: 200, silent: false });
		},
	};
}

export const production = (webhookId: string) => `/webhook/${webhookId}/webhook`;
export const test = (webhookId: string) => `/webhook-test/${webhookId}/webhook`;
