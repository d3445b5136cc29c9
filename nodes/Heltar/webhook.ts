import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { apiKeyOf } from '../../core/http/account';
import { isNotFound, Refused } from '../../core/http/errors';
import type { Caller, RequestSpec } from '../../core/http/request';
import { call, read } from '../../core/http/exchange';
import { filterOf } from '../shared/trigger/fields';
import type { Registration } from '../shared/trigger/genuine';
import { readFields } from '../shared/trigger/parameters';
import { assertFilter } from '../shared/trigger/filter';
import { assertReachable } from '../shared/trigger/reachable';
import { bestEffort } from '../shared/webhook/bestEffort';
import { webhookSecret } from '../shared/webhook/secret';
import { assertMayReadChats } from './chats';
import { heltar } from './http';
import { fields } from './triggerFields';
import { endpoints } from './endpoints';

/** The static header Heltar is asked to send along (Heltar API, "Webhooks: static headers"). */
export const SECRET_HEADER = 'x-webhook-secret';

export interface Entry {
	url: string;
	isEnabled: boolean;
	fields?: string[];
	headers?: Record<string, string>;
}

const HOOK_TIMEOUT_MS = 20_000;

/**
 * Whether Heltar already delivers to this node as it should. Heltar switches a URL off after many failures and masks
 * header values to their last five characters, so all of that is compared. An account that cannot be read counts as
 * not registered: registering again changes nothing but this node's own entry.
 */
export async function isRegistered(hook: IHookFunctions): Promise<boolean> {
	if (isManual(hook)) return true;
	const own = await wanted(hook);
	const account = await read(hook, heltar, getAccountCall).catch((error: unknown) => {
		if (error instanceof Refused) return null;
		throw error;
	});
	const entries = webhooksIn(account);
	return entries.some(
		(entry) =>
			entry.url === own.url &&
			entry.isEnabled &&
			sameMembers(entry.fields ?? [], own.fields) &&
			Object.entries(own.headers).every(([name, value]) => isMaskOf(entry.headers?.[name], value)),
	);
}

/** Registers this node's URL. An upsert by URL: every other entry of the account stays as it is. */
export async function register(hook: IHookFunctions): Promise<boolean> {
	const { options, ...values } = readFields(hook, fields);
	assertFilter(filterOf(values, options));
	if (options.skipHandedOver) await assertMayReadChats(hook);
	if (values.registration === 'manual') return true;
	const own = await wanted(hook);
	await assertReachable(hook, heltar, own.url);
	await upsert(hook, own);
	return true;
}

async function upsert(caller: Caller, own: Required<Entry>, how: Partial<RequestSpec> = {}): Promise<void> {
	try {
		await call(caller, heltar, {
			endpoint: endpoints.upsertWebhooks,
			body: { urls: [own] },
			effect: 'read', // an upsert by URL may safely be repeated
			timeoutMs: HOOK_TIMEOUT_MS,
			...how,
		});
	} catch (error) {
		throw withAdvice(error);
	}
}

/** Removes exactly this node's URL; gone already is fine. */
export async function unregister(hook: IHookFunctions): Promise<boolean> {
	if (isManual(hook)) return true;
	await call(hook, heltar, {
		endpoint: endpoints.deleteWebhook,
		query: { url: hook.getNodeWebhookUrl('default') as string },
		effect: 'read',
		timeoutMs: HOOK_TIMEOUT_MS,
	}).catch((error: unknown) => {
		const isGone = isNotFound(error);
		if (!isGone) throw error;
	});
	return true;
}

/**
 * What is registered for this node; undefined where it is not, or the key may not see it. Heltar shows no more of a secret
 * than its end. That is enough here: it is asked at most once a minute, and whoever's secret ends alike is believed only
 * until the new one is registered, which is done at once.
 */
export async function registrationOf(context: IWebhookFunctions): Promise<Registration | undefined> {
	const own = await wanted(context);
	const account = await call(context, heltar, { ...getAccountCall, ...bestEffort() }).catch(
		(error: unknown) => {
			if (error instanceof Refused) return null;
			throw error;
		},
	);
	const registered = webhooksIn(account).find(({ url }) => url === own.url);
	const masked = registered?.headers?.[SECRET_HEADER];
	const current = own.headers[SECRET_HEADER] ?? '';
	if (masked === undefined || isMaskOf(masked, current)) return undefined;
	return {
		carries({ headers }) {
			const given = headers[SECRET_HEADER];
			return typeof given === 'string' && given.length === current.length && isMaskOf(masked, given);
		},
		renew: async () => await upsert(context, own, bestEffort()),
	};
}

const isManual = (hook: IHookFunctions) => hook.getNodeParameter('registration', 'automatic') === 'manual';

/** The account, which holds its webhooks. Refused for keys that may not read it. */
export const getAccountCall: RequestSpec = {
	endpoint: endpoints.getBusiness,
	effect: 'read',
	timeoutMs: HOOK_TIMEOUT_MS,
};

/** Every webhook of the account, with masked header values. */
export const webhooksIn = (account: unknown): Entry[] =>
	(account as { webhooks?: Entry[] } | null)?.webhooks ?? [];

/** Whether deliveries to a URL carry a secret; undefined where it has no such header. */
export function carries({ headers }: Entry, secret: string): boolean | undefined {
	const masked = headers?.[SECRET_HEADER];
	return masked === undefined ? undefined : isMaskOf(masked, secret);
}

/** Heltar shows the last five characters of a header's value. */
const isMaskOf = (masked: string | undefined, value: string) => masked?.slice(-5) === value.slice(-5);

/**
 * The entry this node wants, complete: Heltar replaces `fields`, and deletes stored headers that an update leaves out.
 * Registering a second raw type delivers the statuses it covers twice, so that is the user's choice.
 */
async function wanted(hook: IHookFunctions | IWebhookFunctions): Promise<Required<Entry>> {
	const { options } = readFields(hook, fields);
	const url = hook.getNodeWebhookUrl('default') as string;
	return {
		url,
		isEnabled: true,
		fields: ['metaWebhooks', ...(options.customFields ? ['metaCustomFieldHook'] : [])],
		headers: { [SECRET_HEADER]: await ownSecret(hook) },
	};
}

/** The secret of this node's webhook. */
export async function ownSecret(context: IHookFunctions | IWebhookFunctions): Promise<string> {
	return webhookSecret(await apiKeyOf(context, heltar), context.getNodeWebhookUrl('default') as string);
}

const sameMembers = (a: readonly string[], b: readonly string[]) =>
	a.length === b.length && a.every((member) => b.includes(member));

function withAdvice(error: unknown): unknown {
	if (!(error instanceof Refused) || error.details.httpStatus !== 403) return error;
	return new Refused(error.message, {
		...error.details,
		advice:
			'This API key has no permission to manage webhooks. Use a Full-access key (in Heltar under Settings → API Key), or set Registration to Manual and add the webhook in Heltar yourself.',
	});
}
