import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { apiKeyOf } from '../../core/http/account';
import type { ReceivedDelivery } from '../shared/trigger/genuine';
import { webhookKey } from '../shared/webhook/address';
import { webhookSecret } from '../shared/webhook/secret';
import { helloAll } from './http';
import type { ReplacedWebhook } from './replacedWebhook';
import { seal, unseal } from './replacedWebhook';

/** Names in the query of an address this package registers. */
const TOKEN = 'token';
const REPLACED = 'replaced';

/** The header that panels which keep headers send along. */
export const SECRET_HEADER = 'x-webhook-secret';

/**
 * The address a trigger registers: the node's own, with a secret token, because Hello All is not known to sign its
 * deliveries, and with the webhook it replaced.
 */
export class OwnAddress {
	private constructor(
		private readonly apiKey: string,
		/** The node's address without a query: test or production. */
		readonly plain: string,
		readonly secret: string,
	) {}

	static async of(context: IHookFunctions | IWebhookFunctions): Promise<OwnAddress> {
		const apiKey = await apiKeyOf(context, helloAll);
		const plain = context.getNodeWebhookUrl('default') as string;
		return new OwnAddress(apiKey, plain, webhookSecret(apiKey, plain));
	}

	/** With everything, ready to be registered. */
	full(replaced?: ReplacedWebhook): string {
		const url = new URL(this.plain);
		url.searchParams.set(TOKEN, this.secret);
		if (replaced) url.searchParams.set(REPLACED, seal(replaced, this.apiKey));
		return url.href;
	}

	/** Whether an address is exactly what `full` would register, whatever it replaced. */
	isCurrent(address: string): boolean {
		return this.isThisNode(address) && tokenIn(address) === this.secret;
	}

	/** Whether an address is this node's in the same mode, with whatever token. */
	isThisNode(address: string): boolean {
		return URL.canParse(address) && withoutQuery(address) === withoutQuery(this.plain);
	}

	/** Whether an address belongs to this node in either mode. */
	isSibling(address: string): boolean {
		return this.isSameN8n(address) && webhookKey(address) === webhookKey(this.plain);
	}

	/** Whether an address lies on this n8n: below the same origin and base path. */
	isSameN8n(address: string): boolean {
		if (!URL.canParse(address)) return false;
		const own = new URL(this.plain);
		const other = new URL(address);
		const base = own.pathname.split('/').slice(0, -3).join('/');
		return other.origin === own.origin && other.pathname.startsWith(`${base}/`);
	}

	/** What an address of this package replaced when it was registered. */
	replacedBy(address: string): ReplacedWebhook | undefined {
		const word = URL.canParse(address) ? new URL(address).searchParams.get(REPLACED) : null;
		return word === null ? undefined : unseal(word, this.apiKey);
	}

	/** The tokens a delivery brought along, wherever they came. */
	static tokensIn({ query, headers }: Pick<ReceivedDelivery, 'query' | 'headers'>): unknown[] {
		return [query[TOKEN], headers[SECRET_HEADER]];
	}
}

/** The token in an address this package registered. */
export const tokenIn = (address: string) =>
	URL.canParse(address) ? new URL(address).searchParams.get(TOKEN) : null;

const withoutQuery = (address: string) => {
	const { origin, pathname } = new URL(address);
	return origin + pathname;
};
