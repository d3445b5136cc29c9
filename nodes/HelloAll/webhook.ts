import type { AlternativeRequests } from '../../core/http/alternativeRequests';
import { isUnknownRoute } from '../../core/http/alternativeRequests';
import type { RequestSpec } from '../../core/http/request';
import type { Tools } from '../../core/run/operation';
import { isFilledObject } from '../../whatsapp/events/json';
import { valueAt } from '../shared/valueAt';
import { endpoints } from './endpoints';

/*
 * A number has one webhook, and whoever sets it replaces what another system may have put there (Hello All collection:
 * Set, Get and Delete Webhook). The collection reads it with POST and a url, which would overwrite it, and deletes it
 * with the very request that sets it: neither is ever sent.
 */

const getWebhookCall: AlternativeRequests = {
	name: 'webhook.get',
	requests: [{ endpoint: endpoints.getWebhook, effect: 'read' }],
	unsupported: 'Reading the webhook is not supported by this account',
};

/** What the account says about its webhook; `unclear` when it cannot or does not say. */
export type Registered =
	| { state: 'set'; url: string; headers?: Record<string, string> }
	| { state: 'none' }
	| { state: 'unclear' };

/** Reads the webhook. @throws Refused when the account does not support it */
export const readWebhook = async ({ call }: Pick<Tools, 'call'>): Promise<unknown> =>
	await call(getWebhookCall);

/** What is registered, for deciding about it; an account that cannot say is no error. */
export async function registered(tools: Pick<Tools, 'call'>): Promise<Registered> {
	return await readWebhook(tools).then(registeredIn, (error: unknown): Registered => {
		if (isUnknownRoute(error)) return { state: 'unclear' };
		throw error;
	});
}

/**
 * The address in an answer. Only an answer that holds no address anywhere says that none is set: one in a form nobody
 * foresaw may be another system's.
 */
export function registeredIn(answer: unknown): Registered {
	for (const place of ['url', 'data.url', 'webhook.url', 'webhook_url']) {
		const url = valueAt(answer, place);
		if (typeof url === 'string' && url.trim() !== '') return { state: 'set', url, ...headersIn(answer) };
	}
	const unforeseen = isFilledObject(answer) || Array.isArray(answer);
	return unforeseen && /https?:/i.test(JSON.stringify(answer)) ? { state: 'unclear' } : { state: 'none' };
}

/** Headers that go with the address, where the panel keeps and shows them. */
function headersIn(answer: unknown): { headers?: Record<string, string> } {
	const headers = valueAt(answer, 'headers') ?? valueAt(answer, 'data.headers');
	return isFilledObject(headers) ? { headers: headers as Record<string, string> } : {};
}

export const setWebhookCall = (url: string, headers: Record<string, string>): RequestSpec => ({
	endpoint: endpoints.setWebhook,
	body: { url, ...(Object.keys(headers).length > 0 ? { headers } : {}) },
	// Between two tries the webhook could become somebody else's.
	effect: 'never',
});

/**
 * The ways to delete it. An empty url, which stands in where there is no DELETE, clears whatever is registered.
 * @param mayClear whether that is what the user wants, or known to be the same
 */
export function deleteWebhookCall(url: string | undefined, mayClear: boolean): AlternativeRequests {
	const body = url === undefined ? undefined : { url };
	const remove: RequestSpec = { endpoint: endpoints.deleteWebhook, body, effect: 'never' };
	const clear: RequestSpec = { endpoint: endpoints.setWebhook, body: { url: '' }, effect: 'never' };
	return mayClear
		? { name: 'webhook.delete', requests: [remove, clear] }
		: {
				name: 'webhook.delete only',
				requests: [remove],
				advice:
					'Nothing was deleted, because this account does not show which webhook is registered: it may be that of another system. To delete the registered webhook whatever its URL, leave URL empty.',
			};
}
