import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Call {
	method: string;
	/** With its query. */
	url: string;
	headers: Record<string, string | string[] | undefined>;
	/** A form stays as it came. */
	body: unknown;
}

export interface Reply {
	status?: number;
	headers?: Record<string, string>;
	/** An object goes out as JSON, a text as it is. */
	body?: unknown;
}

/** Closed at the end of a test file, whatever became of its tests: an open server would keep Jest from ending. */
const open = new Set<Server>();
afterAll(async () => {
	for (const server of open) {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}
});

/**
 * A server that answers as a test says: for answers no sandbox would give. Keeps the calls it got.
 * @param answer what to answer a call; runs while the caller waits
 */
export async function startProvider(answer: (call: Call) => Reply | Promise<Reply>) {
	const calls: Call[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const text = Buffer.concat(chunks).toString();
			const { method = '', url = '', headers } = request;
			const isForm = headers['content-type']?.startsWith('multipart/') ?? false;
			const body: unknown = text === '' ? null : isForm ? text : JSON.parse(text);
			const call = { method, url, headers, body };
			calls.push(call);
			void Promise.resolve(answer(call)).then(({ status = 200, headers: given = {}, body }) => {
				const isText = typeof body === 'string' || body === undefined;
				response.writeHead(status, {
					...(isText ? {} : { 'content-type': 'application/json' }),
					...given,
				});
				response.end(isText ? body : JSON.stringify(body));
			});
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	open.add(server);
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		/** The calls since this was last asked. */
		calls: () => calls.splice(0),
	};
}
