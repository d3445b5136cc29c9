import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { Field } from '../../core/fields/field';
import { locator } from '../../core/fields/locator';
import { callList, chatbotList } from './lists';
import type { Shown } from './listSearch';
import { ask, found, SHOWN } from './listSearch';

/** Lists the bots that `suits` takes, by name and kind. */
const searchBots = (suits: (bot: IDataObject) => boolean) =>
	async function (this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
		const bots = chatbotList.entries(await ask(this, chatbotList.request())).filter(suits);
		return found(
			filter,
			bots.map(({ id, name, type }) => ({ name: `${String(name)} (${String(type)})`, value: id })),
		);
	};

const botId = { displayName: 'By ID', placeholder: 'e.g. 4f0c1d52-7e3b-4a86-9c1e-2b6f8a907d11' };

/** A bot of the account. */
export const chatbot = (shown: Shown): Field<string> =>
	locator({ ...shown, search: { name: 'searchChatbots', method: searchBots(() => true) }, id: botId });

/** A bot of the account that can speak: those of a prompt (Heltar API, "Set active bot"). */
export const voiceBot = (shown: Shown): Field<string> =>
	locator({
		...shown,
		search: { name: 'searchVoiceBots', method: searchBots(({ type }) => type === 'llm') },
		id: botId,
	});

/** A call of the account, by the ID that starting it gave: `callId`, or `roomName` of a SIP call. */
export const voiceCall = (): Field<string> =>
	locator({
		displayName: 'Call',
		description: 'The call whose record to get: its callId, or the roomName of a SIP call',
		search: {
			name: 'searchCalls',
			async method(filter = '', token) {
				const { items, next } = callList.page(await ask(this, callList.request(SHOWN, token)), SHOWN, token);
				const { results } = found(
					filter,
					items.map(({ wamid, username, clientWaNumber, callType, timestamp }) => ({
						name: `${String(username ?? clientWaNumber)} (${String(callType)}, ${String(timestamp).slice(0, 16).replace('T', ' ')})`,
						value: wamid,
					})),
				);
				return { results, paginationToken: next };
			},
		},
		id: { displayName: 'By ID', placeholder: 'e.g. wacid.HBgMOTE5ODAwMDAwMTAxFQIAERgS' },
	});
