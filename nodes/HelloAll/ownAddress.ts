import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { apiKeyOf } from '../../core/http/account';
import type { ReceivedDelivery } from '../shared/trigger/genuine';
import { webhookKey } from '../shared/webhook/address';
import { webhookSecret } from '../shared/webhook/secret';
import { helloAll } from './http';
import type { Secrets } from './sealed';
import { seal, unseal } from './sealed';

/** Names in the query of an address this package registers. */
const TOKEN = 'token';
const REPLACED = 'replaced';
const TEST = 'test';

/** The header that panels which keep headers send along. */
export const SECRET_HEADER = 'x-webhook-secret';

/** The webhook a trigger took the place of. */
export interface ReplacedWebhook {
	url: string;
	headers?: Record<string, string>;
}

/** One that cannot be read any more: what is known of it is handed on as it is. */
export interface SealedWebhook {
	sealed: string;
}

export type Replaced = ReplacedWebhook | SealedWebhook;

export const isSealed = (replaced: Replaced | undefined): replaced is SealedWebhook =>
	replaced !== undefined && 'sealed' in replaced;

/**
 * The address a trigger registers: the node's own, with a secret token, because Hello All is not known to sign its
 * deliveries; with the webhook it replaced; and with the address of a test that its deliveries are handed on to.
 *
 * What it carries is opened by the API key, or by the ID of this n8n: the key may change meanwhile.
 */
export class OwnAddress {
	private constructor(
		private readonly secrets: Secrets,
		/** The node's address without a query: test or production. */
		readonly plain: string,
	) {}

	static async of(context: IHookFunctions | IWebhookFunctions): Promise<OwnAddress> {
		const apiKey = await apiKeyOf(context, helloAll);
		return new OwnAddress([apiKey, context.getInstanceId()], context.getNodeWebhookUrl('default') as string);
	}

	/** The same for another address of this n8n that works with the same API key. */
	at(address: string): OwnAddress {
		return new OwnAddress(this.secrets, withoutQuery(address));
	}

	get secret(): string {
		return webhookSecret(this.secrets[0], this.plain);
	}

	/** With everything, ready to be registered. */
	full({ replaced, test }: { replaced?: Replaced; test?: string } = {}): string {
		const url = new URL(this.plain);
		url.searchParams.set(TOKEN, this.secret);
		if (replaced) {
			url.searchParams.set(REPLACED, isSealed(replaced) ? replaced.sealed : seal(replaced, this.secrets));
		}
		if (test !== undefined) url.searchParams.set(TEST, seal({ url: test }, this.secrets));
		return url.href;
	}

	/** The same registered address, whose deliveries are handed on to a test, or to none. */
	withTest(address: string, test?: string): string {
		const url = new URL(address);
		url.searchParams.delete(TEST);
		if (test !== undefined) url.searchParams.set(TEST, seal({ url: test }, this.secrets));
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

	/** Whether a trigger of this n8n with the same API key registered an address, for the other of test and production. */
	isOfOtherMode(address: string): boolean {
		return (
			this.isSameN8n(address) &&
			pathPrefix(address) !== pathPrefix(this.plain) &&
			this.at(address).isCurrent(address)
		);
	}

	/** What an address of this package replaced when it was registered. */
	replacedBy(address: string): Replaced | undefined {
		const sealed = parameterOf(address, REPLACED);
		return sealed === null ? undefined : (unseal<ReplacedWebhook>(sealed, this.secrets) ?? { sealed });
	}

	/** The test address that an address of this package hands its deliveries on to. */
	testOf(address: string): string | undefined {
		return this.openTest(parameterOf(address, TEST));
	}

	/** The same as it came with a delivery. */
	testIn({ query }: Pick<ReceivedDelivery, 'query'>): string | undefined {
		return this.openTest(query[TEST]);
	}

	private openTest(word: unknown): string | undefined {
		if (typeof word !== 'string') return undefined;
		const url = unseal<{ url: string }>(word, this.secrets)?.url;
		return url !== undefined && this.isSameN8n(url) ? url : undefined;
	}

	/** The tokens a delivery brought along, wherever they came. */
	static tokensIn({ query, headers }: Pick<ReceivedDelivery, 'query' | 'headers'>): unknown[] {
		return [query[TOKEN], headers[SECRET_HEADER]];
	}
}

/** The token in an address this package registered. */
export const tokenIn = (address: string) => parameterOf(address, TOKEN);

/** An address as it may be shown: what stands behind the question mark may be a secret. */
export function shownAddress(address: string): string {
	if (!URL.canParse(address)) return address;
	const { search } = new URL(address);
	return withoutQuery(address) + (search === '' ? '' : '?…');
}

const parameterOf = (address: string, name: string) =>
	URL.canParse(address) ? new URL(address).searchParams.get(name) : null;

const withoutQuery = (address: string) => {
	const { origin, pathname } = new URL(address);
	return origin + pathname;
};

/** What stands before the part that test and production share. */
const pathPrefix = (address: string) => new URL(address).pathname.split('/').slice(0, -2).join('/');
