import type { IDataObject, INode } from 'n8n-workflow';

import { runNode } from '../harness';
import type { LoggedRequest } from '../sandboxClient';
import { openSandbox } from '../sandboxClient';

export const KEY = 'sandbox-key';

/** Runs the node against any Hello All address. */
export const runAt =
	(baseUrl: string) =>
	async (parameters: IDataObject, items: IDataObject[] = [{}], node: Partial<INode> = {}) =>
		await runNode({
			type: 'helloAll',
			credentials: { helloAllApi: { apiKey: KEY, baseUrl } },
			parameters,
			items,
			node,
		});

/** A sandbox of a test file's own, and the node that talks to it. */
export async function openFixture() {
	const sandbox = await openSandbox('hello-all');
	return { ...sandbox, run: runAt(sandbox.baseUrl) };
}

/** The two readings of the provider's document. */
export const DIALECTS = ['conventional', 'literal'] as const;

/** A call as the tests compare it; of its headers only those the provider says something about. */
export function onTheWire({ method, path, query, body, headers }: LoggedRequest) {
	const watched = ['api-key', 'd360-api-key', 'content-type', 'accept'].filter((name) => name in headers);
	return {
		method,
		path,
		query,
		body,
		headers: Object.fromEntries(watched.map((name) => [name, headers[name]])),
	};
}

/** A call with JSON, and one without a body, as they should look. */
export const json = (method: string, path: string, body: unknown) => ({
	method,
	path,
	query: {},
	body,
	headers: { 'api-key': '***', 'content-type': 'application/json', accept: 'application/json' },
});
export const bare = (method: string, path: string, query: Record<string, string> = {}) => ({
	method,
	path,
	query,
	body: null,
	headers: { 'api-key': '***', accept: 'application/json' },
});
