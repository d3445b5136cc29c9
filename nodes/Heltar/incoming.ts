import type { IWebhookFunctions } from 'n8n-workflow';

import { call } from '../../core/http/exchange';
import type { FetchFile } from '../shared/trigger/files';
import type { MarkRead, ShowTyping } from '../shared/trigger/readMarks';
import { bestEffort } from '../shared/webhook/bestEffort';
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

/** Heltar API, "Mark messages as read": by contact, not by message, so once for all messages of a contact. */
export function readMarker(context: IWebhookFunctions): MarkRead {
	const marked = new Set<string>();
	return async ({ from }, budgetMs) => {
		if (from === null || marked.has(from)) return;
		marked.add(from);
		await call(context, heltar, {
			endpoint: endpoints.markRead,
			params: { clientWaNumber: from },
			...bestEffort(budgetMs),
		});
	};
}

/** Heltar API, "Typing indicator", as `message.typing`; it marks the message as read, too. */
export const typingShower =
	(context: IWebhookFunctions): ShowTyping =>
	async ({ id }, budgetMs) => {
		if (id === null) return;
		await call(context, heltar, {
			endpoint: endpoints.showTyping,
			body: { messageId: id, typingIndicatorType: 'text' },
			...bestEffort(budgetMs),
		});
	};
