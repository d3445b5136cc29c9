import type { IDataObject } from 'n8n-workflow';

import { TITLES, TO } from './titleTable';

/** What goes beyond the provider's collection, so has no title in it. */
const BEYOND: Record<string, IDataObject> = {
	'compliance.get': {},
	'message.markRead': { message_id: '={{ $json.message }}' },
	'message.sendAndWait': { to: TO, message: 'Refund 42.00?' },
	'message.sendAudio': { to: TO, link: 'https://files.example.com/note.ogg' },
	'message.sendContacts': {
		to: TO,
		contacts: { values: [{ formatted_name: 'Asha Verma', phones: { values: [{ phone: '910000000123' }] } }] },
	},
	'message.sendLocation': { to: TO, latitude: 28.4, longitude: 77 },
	'message.sendSticker': { to: TO, link: 'https://files.example.com/wave.webp' },
	'template.delete': { templateName: { mode: 'list', value: 'welcome' } },
};

const titled = Object.values(TITLES).map(({ parameters: { resource, operation, ...parameters } }) => [
	`${String(resource)}.${String(operation)}`,
	parameters,
]);

/** By `resource.operation`: what has to be filled in, as the first of its titles does; items carry the ids of the shop. */
export const minimalParameters: Record<string, IDataObject> = {
	...(Object.fromEntries(titled.reverse()) as Record<string, IDataObject>),
	...BEYOND,
};

/** What to do about an operation that is not in the table. */
export const rowMissing = (id: string) =>
	`Add a title for "${id}" to test/engine/helloAll/titleTable.ts, or, where the provider's collection has none, a row ` +
	`with the parameters it needs at least to test/engine/helloAll/minimalParameters.ts`;
