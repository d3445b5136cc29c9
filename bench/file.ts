import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { BenchSandbox } from './sandbox.ts';
import type { BenchEnvironment } from './environment.ts';
import { sendMedia } from './nodes.ts';
import type { Figure } from './report.ts';
import { figure } from './report.ts';

const MB = 1024 * 1024;
const SIZE = 95 * MB;

/** A server with one large document. */
async function serveDocument() {
	const chunk = Buffer.alloc(64 * 1024, 'n8n ');
	const server = createServer((_request, response) => {
		response.writeHead(200, {
			'content-type': 'application/pdf',
			'content-length': String(SIZE),
			'content-disposition': 'attachment; filename="plans.pdf"',
		});
		const chunks = function* () {
			for (let left = SIZE; left > 0; left -= chunk.length)
				yield chunk.subarray(0, Math.min(left, chunk.length));
		};
		Readable.from(chunks()).pipe(response);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/plans.pdf`,
		stop: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

/** A document of 95 MB from a binary field, each side in an n8n of its own: upload and send, and the upload alone. */
export async function document(
	sandbox: BenchSandbox,
	freshEnvironment: <T>(work: (environment: BenchEnvironment) => Promise<T>) => Promise<T>,
): Promise<Figure[]> {
	const source = await serveDocument();
	const fetched = {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			url: source.url,
			options: { response: { response: { responseFormat: 'file', outputPropertyName: 'data' } } },
		},
	};
	try {
		await sandbox.begin({ heltar: { latencyMs: 0 } });
		const ours = await freshEnvironment(
			async (environment) =>
				await environment.measureMemory([fetched, sendMedia(environment.credentials.heltarApi)]),
		);
		const theirs = await freshEnvironment(async (environment) => {
			const answer = await fetch(
				`${sandbox.url}/heltar/v1/messages/presigned-url?file_name=plans.pdf&file_type=application%2Fpdf`,
				{ headers: { authorization: 'Bearer hk_live_sandbox' } },
			);
			const { data } = (await answer.json()) as { data: { signedRequest?: string; presignedUrl?: string } };
			const put = {
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				parameters: {
					method: 'PUT',
					url: data.signedRequest ?? data.presignedUrl,
					sendHeaders: true,
					headerParameters: { parameters: [{ name: 'Content-Type', value: 'application/pdf' }] },
					sendBody: true,
					contentType: 'binaryData',
					inputDataFieldName: 'data',
					options: {},
				},
			};
			return await environment.measureMemory([fetched, put]);
		});
		return [figure('heltar.document', ours, 'MB', theirs)];
	} finally {
		await source.stop();
	}
}
