import type { QuestionChannel } from '../shared/sendAndWait/ask';
import { linkAsText } from '../shared/sendAndWait/question';
import { sentMessage } from './answers';
import { helloAll, styleOf } from './http';
import { messageRequest, recipient, session } from './defineMessage';
import { SECRET_HEADER, tokenIn } from './ownAddress';
import { registered } from './webhook';

const text = (body: string) => session('text', { body });

/** How questions are sent over Hello All. */
export const questions: QuestionChannel = {
	http: helloAll,
	recipient: { name: 'to', field: recipient() },
	async ask({ call }, to, content) {
		const message = 'url' in content ? text(linkAsText(content)) : session('interactive', content);
		return sentMessage(await call(messageRequest(to, message)), to);
	},
	text: (to, words) => messageRequest(to, text(words)),
	async deliveries(tools) {
		if ((await styleOf(tools.context)) === 'meta') return undefined;
		const webhook = await registered(tools);
		if (webhook.state === 'unclear') return undefined;
		if (webhook.state === 'none') return [];
		const { url, headers } = webhook;
		const given = [tokenIn(url), headers?.[SECRET_HEADER]];
		return [{ url, carries: (secret) => given.includes(secret) }];
	},
};
