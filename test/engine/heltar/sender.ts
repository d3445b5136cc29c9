import type { IDataObject } from 'n8n-workflow';

import { runNode } from '../harness';
import { openSandbox } from '../sandboxClient';

/** A sandbox for one test file, and sending messages to it as a user would. */
export async function openSender() {
	const sandbox = await openSandbox();
	return {
		...sandbox,
		run: async (parameters: IDataObject, items: IDataObject[] = [{}]) =>
			await runNode({
				type: 'heltar',
				credentials: { heltarApi: { apiKey: 'hk_live_sandbox', baseUrl: sandbox.baseUrl } },
				parameters: { resource: 'message', ...parameters },
				items,
			}),
		/** The message of the one call since the last time this was asked, which carried no other. */
		async sent(): Promise<IDataObject> {
			const requests = await sandbox.requests();
			expect(requests).toMatchObject([{ method: 'POST', path: '/v1/messages/send', query: {}, status: 200 }]);
			expect(requests[0].body).toEqual({ messages: [expect.anything()] });
			return requests[0].body.messages[0];
		},
	};
}
