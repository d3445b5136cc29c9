import { BadInput } from '../../../core/http/errors';
import { webhookSecret } from '../webhook/secret';
import { listenerId } from './token';

/** A URL the provider delivers to. */
export interface Delivery {
	url: string;
	/** Whether deliveries carry this secret; undefined where the provider does not tell. */
	carries(secret: string): boolean | undefined;
}

/**
 * Where a tap will come in: the trigger of this n8n that the provider delivers to, with the same API key.
 *
 * @param deliveries undefined where the account cannot say
 * @param resumeUrl of the execution, whose base all webhooks of this n8n share
 * @returns its id, or what is doubtful; @throws BadInput when nothing on this n8n would hear the answer
 */
export function findListener(
	deliveries: readonly Delivery[] | undefined,
	{ provider, resumeUrl, apiKey }: { provider: string; resumeUrl: URL; apiKey: string },
): { id: string; doubt?: string } {
	if (deliveries === undefined) {
		return {
			id: '',
			doubt: `It is unclear whether a ${provider} Trigger receives the answer, because the provider does not show this account its webhook. Make sure that a published workflow has one with the same credential.`,
		};
	}
	const here = deliveries.filter(({ url }) => isOnThisN8n(url, resumeUrl));
	const carried = here.map((one) => one.carries(webhookSecret(apiKey, one.url)));
	const own = here[carried.indexOf(true)];
	if (own) return { id: listenerId(own.url) };
	if (carried.includes(undefined)) {
		return {
			id: '',
			doubt: `${provider} sends events to this n8n, but it is unclear whether a ${provider} Trigger receives them. Without one that uses the same credential, the answer does not arrive.`,
		};
	}
	throw new BadInput(
		here.length > 0
			? `answers in the chat need a ${provider} Trigger with the same credential, but the one on this n8n uses another`
			: `answers in the chat need a published workflow with a ${provider} Trigger, and this n8n has none`,
		[{ name: 'answerThrough', label: 'Answer Through' }],
		`Publish a workflow with a ${provider} Trigger that uses the same credential, or set Answer Through to Link to a Page. The trigger only passes the answers on: they do not start its workflow.`,
	);
}

/** Whether an address lies below the base of this n8n, but is none of its waiting executions. */
function isOnThisN8n(url: string, resumeUrl: URL): boolean {
	if (!URL.canParse(url)) return false;
	const { origin, pathname } = new URL(url);
	const waiting = waitingPath(resumeUrl);
	const base = waiting.slice(0, waiting.lastIndexOf('/') + 1);
	return origin === resumeUrl.origin && pathname.startsWith(base) && !pathname.startsWith(`${waiting}/`);
}

/** `/webhook-waiting/<execution>/<node>` without its last two parts. */
export const waitingPath = ({ pathname }: URL) => pathname.split('/').slice(0, -2).join('/');
