import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';
import { createHash } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export const MB = 1024 * 1024;

export const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

export const PDF = Buffer.from('%PDF-1.7 the third quarter');
export const file = (content: Buffer, mimeType: string, fileName?: string): IBinaryData => ({
	data: content.toString('base64'),
	mimeType,
	...(fileName === undefined ? {} : { fileName }),
});
export const withFile = (
	binary: IBinaryData,
	property = 'data',
	json: IDataObject = {},
): INodeExecutionData => ({
	json,
	binary: { [property]: binary },
});
export const report = () => withFile(file(PDF, 'application/pdf', 'q3 report.pdf'));

/** A server of the web at large: neither Heltar nor its storage. */
export async function website(serve: RequestListener): Promise<{ url: string; close(): Promise<void> }> {
	const server = createServer(serve);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
