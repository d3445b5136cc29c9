import { createServer } from 'node:http';

export interface Delivery {
	headers: Record<string, string>;
	query: Record<string, string>;
	body: string;
}

/**
 * An address that keeps what is delivered to it, to be handed to a trigger under test. It answers the question of panels that
 * try an address before they save it.
 */
export async function catchDeliveries() {
	const taken: Delivery[] = [];
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk) => (body += chunk));
		request.on('end', () => {
			const { searchParams } = new URL(request.url!, 'http://localhost');
			if (request.method === 'POST') {
				taken.push({
					headers: request.headers as Record<string, string>,
					query: Object.fromEntries(searchParams),
					body,
				});
			}
			const challenge = searchParams.get('challange');
			if (challenge !== null) response.setHeader('content-type', 'text/plain');
			response.end(challenge ?? 'OK');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as { port: number };
	return { url: `http://127.0.0.1:${port}/`, taken, close: () => void server.close() };
}
