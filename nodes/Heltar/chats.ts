import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { accountKey } from '../../core/http/accountKey';
import { isNotFound, NoUsableResponse, Refused } from '../../core/http/errors';
import { read } from '../../core/http/exchange';
import { RecentReads } from '../../core/trigger/recentReads';
import type { Chat } from '../../whatsapp/events/event';
import { isObject } from '../../whatsapp/events/json';
import { comparableId } from '../../whatsapp/sameNumber';
import type { ReadChat } from '../shared/trigger/chats';
import { endpoints } from './endpoints';
import { heltar } from './http';

/** How long a contact that was read counts, in milliseconds. */
const GOOD_FOR_MS = 10_000;
const MOST_CONTACTS = 10_000;

/** All of this process: people write several messages in a row, which come in several deliveries. */
const recent = new RecentReads<Chat>(GOOD_FOR_MS, MOST_CONTACTS);

/** By person and account. */
const keyOf = (person: string, account = '') => `${comparableId(person)} ${account}`;

/** Has a contact read anew, because its bot was switched: for all accounts, as a number says nothing about them. */
export const forgetChat = (clientWaNumber: string): void =>
	recent.forget((key) => key.startsWith(keyOf(clientWaNumber)));

/**
 * Who handles a chat (Heltar API, "Fetch client details"). One try: the delivery cannot wait for more. Single contacts are in
 * none of Heltar's limits.
 */
export const chatReader =
	(context: IWebhookFunctions): ReadChat =>
	async ({ from }, signal) => {
		const clientWaNumber = String(from);
		return await recent.get(
			keyOf(clientWaNumber, accountKey(context, heltar.credentialType)),
			async () =>
				await read(context, heltar, {
					endpoint: endpoints.getContact,
					params: { clientWaNumber },
					once: true,
					signal,
				}).then(chatOf, chatOfUnknown),
		);
	};

/**
 * Refuses a key that may not read contacts, before a workflow that needs it is published. Whatever else goes wrong says
 * nothing about the key.
 * @throws Refused with the scope it needs
 */
export async function assertMayReadChats(hook: IHookFunctions): Promise<void> {
	await read(hook, heltar, { endpoint: endpoints.getContacts, query: { limit: '1' }, once: true }).catch(
		(error: unknown) => {
			if (error instanceof Refused && REFUSED_KEY.has(error.details.httpStatus)) throw error;
		},
	);
}

const REFUSED_KEY: ReadonlySet<number | undefined> = new Set([401, 403]);

/** `isBotReply` decides. Older servers know neither it nor agents. */
function chatOf(contact: unknown): Chat {
	if (!isObject(contact)) {
		throw new NoUsableResponse('Heltar’s answer holds no contact', { mayHaveHappened: false });
	}
	const { isBotReply, businessEmployees: agents } = contact;
	return {
		isBotReply: typeof isBotReply === 'boolean' ? isBotReply : null,
		assigned: Array.isArray(agents) ? agents.length > 0 : null,
	};
}

/** Heltar delivers the first message of somebody before it has their contact. */
function chatOfUnknown(error: unknown): Chat {
	if (!isNotFound(error)) throw error;
	return { isBotReply: null, assigned: null };
}
