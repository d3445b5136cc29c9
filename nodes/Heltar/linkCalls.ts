import type { IDataObject } from 'n8n-workflow';

import { NoUsableResponse } from '../../core/http/errors';
import type { BulkCall, EntryResult } from '../../core/run/bulk';
import { toText } from '../../whatsapp/events/json';
import { endpoints } from './endpoints';
import { heltar } from './http';
import { asList, isNothing } from './lists';

/** Heltar names no limit; calls of this size are answered in good time. */
const MOST_LINKS = 500;

/** `POST /v1/link-tracker/create-bulk`: `[{mainUrl, hash, redirectLink}]` in the order of the call. */
export const createLinksCall: BulkCall = {
	key: ({ hashLength, redirectType }) => JSON.stringify([hashLength, redirectType]),
	size: () => MOST_LINKS,
	request: (entries, { hashLength, redirectType }) => ({
		endpoint: endpoints.createLinks,
		body: {
			destinationLinks: entries.map(({ destinationLink }) => destinationLink),
			hashLength,
			redirectType,
		} as IDataObject,
		timeoutMs: 120_000,
	}),
	results: (answer, entries) => {
		const data = heltar.unwrap(answer.body);
		if (isNothing(data)) return undefined;
		const links = asList(data);
		// A list of another length is no longer in step with the items: then the destination tells.
		const inOrder = links.length === entries.length;
		const byDestination = new Map(links.map((link) => [toText(link.mainUrl), link]));
		return entries.map(({ destinationLink }, at) =>
			resultOf(inOrder ? links[at] : byDestination.get(toText(destinationLink))),
		);
	},
};

function resultOf(link: IDataObject | undefined): EntryResult {
	const hash = toText(link?.hash);
	if (link !== undefined && hash !== null) return { outcome: 'sent', json: link, id: hash };
	return {
		outcome: 'unknown',
		error: new NoUsableResponse(
			'Heltar accepted the request, but returned no short link for this destination',
			{
				mayHaveHappened: true,
				advice: 'Get the links of the account to see whether it was made.',
			},
		),
	};
}
