import type { IDataObject } from 'n8n-workflow';

import type { Caller } from '../../core/http/request';
import { call } from '../../core/http/request';
import type { Asking } from '../shared/sendAndWait/ask';
import { linkAsText } from '../shared/sendAndWait/question';
import { sentMessage } from './answers';
import { helloAll } from './api';
import { messageRequest, recipient, session } from './message';
import { SECRET_HEADER, tokenIn } from './ownAddress';
import { registered } from './webhook';

const TELL_TIMEOUT_MS = 5_000;

const text = (body: string) => session('text', { body });

/** How a question is asked over Hello All. */
export const asking: Asking = {
	dialect: helloAll,
	recipient: { name: 'to', field: recipient() },
	async ask({ call: make }, to, content) {
		const message = 'url' in content ? text(linkAsText(content)) : session('interactive', content);
		return sentMessage(await make(messageRequest(to, message)), to);
	},
	tell: async (caller: Caller, to, words) =>
		await call(caller, helloAll, {
			...messageRequest(to, text(words)),
			retry: 'never',
			timeoutMs: TELL_TIMEOUT_MS,
		}),
	async deliveries(tools) {
		const webhook = await registered(tools);
		if (webhook.state === 'unclear') return undefined;
		if (webhook.state === 'none') return [];
		const { url, headers } = webhook;
		const given = [tokenIn(url), (headers as IDataObject | undefined)?.[SECRET_HEADER]];
		return [{ url, carries: (secret) => given.includes(secret) }];
	},
};
