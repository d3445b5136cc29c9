import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { WhatsAppEvent } from '../../../whatsapp/events/event';
import type { Budget } from './budget';
import { fewAtATime } from './budget';

/** Fetches the file of an event within a time, in milliseconds. */
export type FetchFile = (event: WhatsAppEvent, budgetMs: number) => Promise<IBinaryData>;

/** The file of an event, or why it is not there; undefined for an event without a file. */
export type File = { binary: IBinaryData } | { problem: string } | undefined;

/**
 * Fetches the files of events, in their order. All files of a delivery share its time. A file that does not come leaves a
 * note, and never takes its event along.
 */
export async function fetchFiles(
	events: readonly WhatsAppEvent[],
	fetchFile: FetchFile,
	budget: Budget,
): Promise<File[]> {
	const expected = events.filter(hasFile);
	const ends = await fewAtATime(expected, budget, async (event): Promise<File> => {
		try {
			return { binary: await fetchFile(event, Math.max(1, budget.left())) };
		} catch (error) {
			return { problem: error instanceof Error ? error.message : String(error) };
		}
	});
	const files = new Map(expected.map((event, at) => [event, ends[at] ?? { problem: NO_TIME }]));
	return events.map((event) => files.get(event));
}

/** What comes out for an event, with a note in `media.downloadError` where its file did not come. */
export const withNote = (json: IDataObject, file: File): IDataObject =>
	file !== undefined && 'problem' in file
		? { ...json, media: { ...(json.media as IDataObject), downloadError: file.problem } }
		: json;

/** An event as an item, with its file in the binary field `data`. */
export function itemWith(json: IDataObject, file: File): INodeExecutionData {
	const item: INodeExecutionData = { json: withNote(json, file) };
	if (file !== undefined && 'binary' in file) item.binary = { data: file.binary };
	return item;
}

const NO_TIME = 'This file was not downloaded, because the webhook request contained too many files';

/** Files of customers; those of the business itself are at hand where it sent them from. */
const hasFile = ({ event, direction, media }: WhatsAppEvent) =>
	event === 'message' && direction === 'inbound' && (media?.id !== undefined || media?.url !== undefined);
