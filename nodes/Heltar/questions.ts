import { Refused } from '../../core/http/errors';
import { lengthOf } from '../../whatsapp/characters';
import { interactive } from '../../whatsapp/interactive';
import { limits } from '../../whatsapp/limits';
import type { QuestionChannel } from '../shared/sendAndWait/ask';
import type { Delivery } from '../shared/sendAndWait/answerTrigger';
import type { LinkedQuestion } from '../shared/sendAndWait/question';
import { linkAsText } from '../shared/sendAndWait/question';
import { heltar } from './http';
import { interactiveEntry, person } from './fields';
import { messageCall } from './messageCall';
import { sendOne } from './sendOne';
import type { Entry } from './webhook';
import { carries, getAccountCall, webhooksIn } from './webhook';

/** How questions are sent over Heltar. */
export const questions: QuestionChannel = {
	http: heltar,
	recipient: { name: 'clientWaNumber', field: person() },
	ask: async (tools, to, content) =>
		await sendOne(tools, 'url' in content ? linked(to, content) : interactiveEntry(to, {}, content)),
	text: (to, words) => ({ ...messageCall.request([textEntry(to, words)], {}), holdsResults: undefined }),
	async deliveries({ call }) {
		const account = await call(getAccountCall).catch((error: unknown) => {
			if (error instanceof Refused && error.details.httpStatus === 403) return undefined;
			throw error;
		});
		return account === undefined
			? undefined
			: webhooksIn(account)
					.filter(({ isEnabled }) => isEnabled)
					.map(toDelivery);
	},
};

const textEntry = (clientWaNumber: string, message: string) => ({
	clientWaNumber,
	messageType: 'text',
	message,
});

const toDelivery = (entry: Entry): Delivery => ({
	url: entry.url,
	carries: (secret) => carries(entry, secret),
});

/** Heltar API, "Send messages": `interactive` of type `cta_url`, which takes shorter texts than a plain message. */
function linked(to: string, question: LinkedQuestion) {
	const { message, footer, label, url } = question;
	return lengthOf(message) <= limits.interactive.body
		? interactiveEntry(
				to,
				{},
				interactive(
					'cta_url',
					{ body: message, footer },
					{ name: 'cta_url', parameters: { display_text: label, url } },
				),
			)
		: textEntry(to, linkAsText(question));
}
