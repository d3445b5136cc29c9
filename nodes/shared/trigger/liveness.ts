import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** n8n's answer for a webhook it does not know; anything but its own words says nothing. */
const UNKNOWN = /^The requested webhook .* is not registered/;
/** n8n's answer for a webhook it knows, asked with another method. */
const OTHER_METHOD = /^This webhook is not registered for PATCH requests/;

/** What n8n says about one of its addresses; `unclear` when something else answers for it, or nothing. */
export type Liveness = 'registered' | 'unregistered' | 'unclear';

/** Asks n8n about one of its addresses, with a method that no workflow is started by. */
export async function livenessOf(
	caller: IHookFunctions | IWebhookFunctions,
	address: string,
): Promise<Liveness> {
	const { origin, pathname } = new URL(address);
	try {
		const answer = (await caller.helpers.httpRequest({
			method: 'PATCH',
			url: origin + pathname,
			timeout: 5_000,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as N8nAnswer;
		if (saysUnregistered(answer)) return 'unregistered';
		return answer.statusCode === 404 && OTHER_METHOD.test(messageOf(answer)) ? 'registered' : 'unclear';
	} catch {
		return 'unclear';
	}
}

/** Whether n8n itself says that nothing is registered at one of its addresses. */
export const isUnregisteredHere = async (caller: IHookFunctions | IWebhookFunctions, address: string) =>
	(await livenessOf(caller, address)) === 'unregistered';

interface N8nAnswer {
	statusCode: number;
	body: unknown;
}

/** Whether an answer is n8n's for a webhook it does not know. */
export const saysUnregistered = (answer: N8nAnswer) =>
	answer.statusCode === 404 && UNKNOWN.test(messageOf(answer));

const messageOf = ({ body }: N8nAnswer) => String((body as { message?: unknown } | undefined)?.message);
