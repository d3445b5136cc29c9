import type { IWebhookFunctions } from 'n8n-workflow';

import { call } from '../../core/http/exchange';
import type { WhatsAppEvent } from '../../whatsapp/events/event';
import type { FetchFile } from '../shared/trigger/files';
import { BEST_EFFORT } from '../shared/webhook/bestEffort';
import { heltar } from './http';
import { downloadMedia } from './mediaDownload';
import { endpoints } from './endpoints';

/** Fetches files customers sent, as `media.download` does. */
export const fileFetcher =
	(context: IWebhookFunctions): FetchFile =>
	async ({ id, timestamp, media }, budgetMs) => {
		const { binary } = await downloadMedia(
			context,
			{
				wamid: id ?? undefined,
				url: media?.url ?? undefined,
				sentAt: timestamp === null ? undefined : Date.parse(timestamp),
				name: media?.filename ?? undefined,
				mimeType: media?.mimeType ?? undefined,
				kind: media?.kind,
			},
			budgetMs,
		);
		return binary;
	};

/** Heltar API, "Mark messages as read": by contact, not by message. */
export const readMarker = (context: IWebhookFunctions) => async (event: WhatsAppEvent) => {
	if (event.from === null) return;
	await call(context, heltar, {
		endpoint: endpoints.markRead,
		params: { clientWaNumber: event.from },
		...BEST_EFFORT,
	});
};
