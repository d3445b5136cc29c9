import type { IDataObject } from 'n8n-workflow';

import type { TestedProvider } from '../providers';
import { credentialsFor } from '../providers';
import { trigger } from './triggerHarness';

/* For the tests of Wait for More Messages: what people say, and triggers that wait. */

export const ASHA = '447700900123';
export const BELA = '447700900124';
const began = Date.now();
const after = (ms: number) => String(Math.floor((began + ms) / 1000));

export const text = (id: string, body: string, { from = ASHA, at = 0, ...more }: IDataObject = {}) => ({
	from: from as string,
	id: `wamid.${id}`,
	timestamp: after(at as number),
	type: 'text',
	text: { body },
	...more,
});
export const status = { id: 'wamid.out', status: 'read', timestamp: after(0), recipient_id: ASHA };
export const tap = (id: string) => ({
	...text(id, ''),
	type: 'interactive',
	interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes' } },
});

/** Which messages each item is made of. */
export const idsOf = (items: IDataObject[] | undefined) =>
	items?.map(({ messages }) => (messages as IDataObject[]).map(({ id }) => String(id).slice(6)));

let serial = 0;

/** Makes triggers of a provider that wait for more messages, each one that nobody else knows. */
export const waitingTriggers =
	(provider: TestedProvider) =>
	(options: IDataObject = {}, parameters: IDataObject = {}) => {
		const own = trigger(
			`${provider.type}Trigger`,
			{
				events: ['message'],
				...parameters,
				options: { verify: false, collectSeconds: 3, ...options },
			},
			credentialsFor(provider, 'http://127.0.0.1:9'),
			{ nodeId: `bursts ${provider.type} ${++serial}` },
		);
		return {
			...own,
			/** A delivery of messages, or of another value. */
			say: async (value: object[] | object, more: Parameters<typeof own.deliver>[0] = {}) =>
				await own.deliver({ body: Array.isArray(value) ? { messages: value } : value, ...more }),
		};
	};
