import type { IDataObject, INode } from 'n8n-workflow';

import { runNode } from '../../harness';
import type { LoggedRequest } from '../../sandboxClient';
import { openSandbox } from '../../sandboxClient';

/** What the sandbox's account of style `meta` is entered as. */
export const ACCOUNT = {
	apiStyle: 'meta',
	apiKey: 'sandbox-key',
	accessToken: 'sandbox-token',
	phoneNumberId: '100000000000001',
	wabaId: '200000000000002',
};

export const TO = '910000000123';

/** Runs the node with an account of style `meta`, or one that differs in something. */
export const runAt =
	(baseUrl: string, account: IDataObject = {}) =>
	async (parameters: IDataObject, items: IDataObject[] = [{}], node: Partial<INode> = {}) =>
		await runNode({
			type: 'helloAll',
			credentials: { helloAllApi: { ...ACCOUNT, baseUrl, ...account } },
			parameters,
			items,
			node,
		});

export async function openFixture() {
	const sandbox = await openSandbox('hello-all');
	return { ...sandbox, run: runAt(sandbox.baseUrl) };
}

/** A call as the tests compare it, with every header that may hold a secret. */
export function onTheWire({ method, path, query, body, headers }: LoggedRequest) {
	const watched = ['authorization', 'api-key', 'd360-api-key', 'content-type'].filter(
		(name) => name in headers,
	);
	return {
		method,
		path,
		query,
		body,
		headers: Object.fromEntries(watched.map((name) => [name, headers[name]])),
	};
}

export const PHONE = '/api/meta/v19.0/100000000000001';
export const SENDS_PATH = `${PHONE}/messages`;

/** All messages that were taken in, in whatever style. */
export const sends = async ({ get }: Pick<Awaited<ReturnType<typeof openSandbox>>, 'get'>) =>
	await get<Array<{ to: string; style: string; id: string; altId: string | null }>>('/hello-all/sends');

/** A send as it should look. */
export const sent = (type: string, part: unknown, more: IDataObject = {}) => ({
	method: 'POST',
	path: SENDS_PATH,
	query: {},
	body: {
		messaging_product: 'whatsapp',
		recipient_type: 'individual',
		to: TO,
		type,
		[type]: part,
		...more,
	},
	headers: { authorization: expect.any(String), 'content-type': 'application/json' },
});
