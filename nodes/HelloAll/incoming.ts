import type { IWebhookFunctions } from 'n8n-workflow';

import { firstAvailable } from '../../core/http/alternativeRequests';
import type { Deadline } from '../../core/http/deadline';
import { within } from '../../core/http/deadline';
import { Refused } from '../../core/http/errors';
import { openLink } from '../../core/http/link';
import type { RequestSpec } from '../../core/http/request';
import { call, sendWithRetries } from '../../core/http/exchange';
import type { Media } from '../../whatsapp/events/event';
import type { FetchFile } from '../shared/trigger/files';
import type { MarkRead, ShowTyping } from '../shared/trigger/readMarks';
import { bestEffort } from '../shared/webhook/bestEffort';
import { helloAll } from './http';
import { idInPath } from './fields';
import type { ExpectedFile, ReceivedFile } from './files';
import { keep, linkIn, receive } from './files';
import { fileRequest } from './mediaFile';
import { endpoints } from './endpoints';

/**
 * Fetches files customers sent: by their ID as `media.download` does, or from the public link that came instead. The
 * key stays away from links.
 */
export const fileFetcher =
	(context: IWebhookFunctions): FetchFile =>
	async ({ media }, budgetMs) => {
		const { id, url } = media as Media;
		return await within(budgetMs, 'The download', async (deadline) => {
			const expected = expectedFile(media as Media, deadline.signal);
			const received =
				id === null ? { answer: { url } } : await openById(context, idInPath(id), expected, deadline);
			if ('file' in received) return received.file.binary;
			return (await openByLink(context, linkIn(received.answer), expected, deadline)).binary;
		});
	};

const expectedFile = ({ kind, filename, mimeType }: Media, signal: AbortSignal): ExpectedFile => ({
	name: kind,
	kind: mimeType?.replace(/\/.*/, '/'),
	sent: { fileName: filename ?? undefined, mimeType: mimeType ?? undefined },
	signal,
});

async function openById(
	context: IWebhookFunctions,
	id: string,
	expected: ExpectedFile,
	{ signal, left }: Deadline,
) {
	const request = fileRequest(id);
	const { result } = await firstAvailable(request, new Map(), async (spec: RequestSpec) => {
		return await sendWithRetries(context, helloAll, {
			...spec,
			effect: 'read',
			signal,
			timeoutMs: Math.max(1, left()),
		});
	});
	return await receive(context, result, expected);
}

async function openByLink(
	context: IWebhookFunctions,
	link: string | undefined,
	expected: ExpectedFile,
	{ signal, left }: Deadline,
): Promise<ReceivedFile> {
	if (link === undefined) throw new Refused('Hello All gave neither the file nor a link to it');
	const download = await openLink(context, helloAll, link, { signal, timeoutMs: Math.max(1, left()) });
	return await keep(context, download, expected);
}

/** WhatsApp's on-premises form, as `message.markRead`; the Hello All collection has no such request. */
export const readMarker =
	(context: IWebhookFunctions): MarkRead =>
	async ({ id }, budgetMs) => {
		if (id === null) return;
		await call(context, helloAll, {
			endpoint: endpoints.updateMessage,
			params: { message_id: id },
			body: { status: 'read' },
			...bestEffort(budgetMs),
		});
	};

/** WhatsApp's Cloud API, as `message.typing`; it marks the message as read, too. Style v1 has nothing of the kind. */
export const typingShower =
	(context: IWebhookFunctions): ShowTyping =>
	async ({ id }, budgetMs) => {
		if (id === null) return;
		await call(context, helloAll, {
			endpoint: endpoints.typing,
			body: {
				messaging_product: 'whatsapp',
				status: 'read',
				message_id: id,
				typing_indicator: { type: 'text' },
			},
			...bestEffort(budgetMs),
		});
	};
