import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { WhatsAppEvent } from '../../../whatsapp/events/event';
import type { Budget } from './budget';
import { fewAtATime } from './budget';

/** Fetches the file of an event within a time, in milliseconds. */
export type FetchFile = (event: WhatsAppEvent, budgetMs: number) => Promise<IBinaryData>;

/**
 * Events as items, each with its file in the binary field `data`. All files of a delivery share its time. A file that does
 * not come leaves its event with a note in `media.downloadError`, never without the event.
 */
export async function withFiles(
	events: readonly WhatsAppEvent[],
	toItem: (event: WhatsAppEvent) => IDataObject,
	fetchFile: FetchFile,
	budget: Budget,
): Promise<INodeExecutionData[]> {
	const all = events.map((event) => ({ event, item: { json: toItem(event) } as INodeExecutionData }));
	const expected = all.filter(({ event }) => hasFile(event));
	const ends = await fewAtATime(expected, budget, async ({ event, item }) => {
		try {
			item.binary = { data: await fetchFile(event, Math.max(1, budget.left())) };
			return null;
		} catch (error) {
			return error instanceof Error ? error.message : String(error);
		}
	});
	expected.forEach(({ item }, position) => {
		const end = ends[position];
		if (end === null) return;
		const downloadError = end ?? NO_TIME;
		item.json = { ...item.json, media: { ...(item.json.media as IDataObject), downloadError } };
	});
	return all.map(({ item }) => item);
}

const NO_TIME = 'There was no time left for this file: the delivery brought too many';

/** Files of customers; those of the business itself are at hand where it sent them from. */
const hasFile = ({ event, direction, media }: WhatsAppEvent) =>
	event === 'message' && direction === 'inbound' && (media?.id !== undefined || media?.url !== undefined);
