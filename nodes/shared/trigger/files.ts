import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { WhatsAppEvent } from '../../../whatsapp/events/event';

/** Providers give up on a delivery after 10 seconds; what is left after this is for n8n itself. */
const BUDGET_MS = 6_000;

/** Fetches the file of an event within a time, in milliseconds. */
export type FetchFile = (event: WhatsAppEvent, budgetMs: number) => Promise<IBinaryData>;

/**
 * Events as items, each with its file in the binary field `data`. All files of a delivery share one budget. A file that
 * does not come leaves its event with a note in `media.downloadError`, never without the event.
 */
export async function withFiles(
	events: readonly WhatsAppEvent[],
	toItem: (event: WhatsAppEvent) => IDataObject,
	fetchFile: FetchFile,
): Promise<INodeExecutionData[]> {
	const end = Date.now() + BUDGET_MS;
	return await Promise.all(
		events.map(async (event): Promise<INodeExecutionData> => {
			if (!hasFile(event)) return { json: toItem(event) };
			try {
				const data = await fetchFile(event, Math.max(1, end - Date.now()));
				return { json: toItem(event), binary: { data } };
			} catch (error) {
				const downloadError = error instanceof Error ? error.message : String(error);
				const json = toItem(event);
				return { json: { ...json, media: { ...(json.media as IDataObject), downloadError } } };
			}
		}),
	);
}

/** Files of customers; those of the business itself are at hand where it sent them from. */
const hasFile = ({ event, direction, media }: WhatsAppEvent) =>
	event === 'message' && direction === 'inbound' && (media?.id !== undefined || media?.url !== undefined);
