import type { IBinaryData, IDataObject } from 'n8n-workflow';

import type { FileCaller } from '../../core/binary/store';
import { store } from '../../core/binary/store';
import type { Deadline } from '../../core/http/deadline';
import { within } from '../../core/http/deadline';
import { isNotFound, NoUsableResponse, Refused } from '../../core/http/errors';
import { accountOf } from '../../core/http/account';
import { fromCall } from '../../core/http/callFacts';
import type { Download } from '../../core/http/download';
import { isNoFile, toDownload } from '../../core/http/download';
import { openLink } from '../../core/http/link';
import { read, sendWithRetries } from '../../core/http/exchange';
import { judge } from '../../core/http/failure';
import { withoutSecrets } from '../../core/http/masking';
import { readRefusal } from '../../core/http/stream';
import type { Effect } from '../../core/http/retry';
import { cleanFileName, knownMimeType, mimeTypeOfName, nameFor } from '../../whatsapp/media';
import type { MediaKind } from '../../whatsapp/events/event';
import { heltar } from './http';
import { endpoints } from './endpoints';

/** A customer's file as an event names it; `wamid` or `url` has to be there. */
export interface IncomingMedia {
	wamid?: string;
	/** WhatsApp's temporary address. */
	url?: string;
	/** When the message was sent, in Unix milliseconds. */
	sentAt?: number;
	name?: string;
	mimeType?: string;
	kind?: MediaKind;
}

export interface DownloadedMedia {
	binary: IBinaryData;
	name: string;
	mimeType: string;
	/** Bytes. */
	size: number;
	/** Heltar's record of the message, when it was needed. */
	record?: MediaRecord;
}

/** Parts of a message record (Heltar API, "Get message by ID"). */
export interface MediaRecord extends IDataObject {
	awsLink: string;
	name?: string;
	mimeType?: string;
}

/** WhatsApp's temporary addresses live for about five minutes (Heltar API, "Fetch media"). */
const URL_LIFE_MS = 5 * 60_000;
/** The permanent link appears some seconds after the message: how long to wait before each further look. */
const LOOK_AGAIN_AFTER_MS = [3000, 4000, 5000];
const DEFAULT_BUDGET_MS = 10 * 60_000;

/**
 * Fetches a customer's file into n8n's binary store: at once over the temporary address while that lives, otherwise
 * over the permanent link in the record of the message. The latter is public, so the key stays away from it.
 * @param budgetMs the time all of it may take together; waits that would not fit are left out
 * @throws Refused, NoUsableResponse
 */
export async function downloadMedia(
	caller: FileCaller,
	media: IncomingMedia,
	budgetMs = DEFAULT_BUDGET_MS,
): Promise<DownloadedMedia> {
	return await within(budgetMs, 'The download', async (deadline) => {
		const { url, wamid, sentAt = Date.now() } = media;
		let refusal: unknown = new Refused('The temporary address of the file has expired', {
			advice: 'Give the message ID as well: Heltar keeps the file under it.',
		});
		if (url !== undefined && (Date.now() - sentAt < URL_LIFE_MS || wamid === undefined)) {
			const fetched = await orError(async () => {
				const effect = wamid === undefined ? 'read' : 'never';
				const download = await openFetchMedia(caller, { ...media, url }, effect, deadline);
				return await keep(caller, download, media, deadline);
			});
			if ('value' in fetched) return fetched.value;
			refusal = fetched.error;
		}
		if (wamid === undefined) throw refusal;
		const record = await findRecord(caller, wamid, deadline);
		const download = await openLink(caller, heltar, record.awsLink, {
			signal: deadline.signal,
			timeoutMs: stepTime(deadline),
		});
		return { ...(await keep(caller, download, media, deadline, record)), record };
	});
}

async function orError<T>(work: () => Promise<T>): Promise<{ value: T } | { error: unknown }> {
	try {
		return { value: await work() };
	} catch (error) {
		return { error };
	}
}

/** Heltar API, "Fetch media": Heltar fetches the temporary address with its own rights and hands the bytes through. */
async function openFetchMedia(
	caller: FileCaller,
	{ url, mimeType }: IncomingMedia,
	effect: Effect,
	deadline: Deadline,
): Promise<Download> {
	const answer = await sendWithRetries(caller, heltar, {
		endpoint: endpoints.fetchMedia,
		query: { url },
		effect,
		stream: true,
		signal: deadline.signal,
		timeoutMs: stepTime(deadline),
	});
	const download = toDownload(answer);
	if (!isNoFile(download, mimeType)) return download;
	const { secrets } = await accountOf(caller, heltar);
	const body = withoutSecrets(await readRefusal(download.body), secrets);
	const spec = { endpoint: endpoints.fetchMedia, effect: 'read' } as const;
	throw (
		judge({ ...answer, body }, heltar, spec).failure ??
		fromCall(
			new NoUsableResponse('Heltar answered without the file', { mayHaveHappened: false }),
			answer.call,
		)
	);
}

/** Heltar API, "Get message by ID". Until the record has its link, it is looked up again a few times. */
async function findRecord(caller: FileCaller, wamid: string, deadline: Deadline): Promise<MediaRecord> {
	for (const pause of [...LOOK_AGAIN_AFTER_MS, undefined]) {
		const found = await orError(async () => await lookUp(caller, wamid, deadline));
		const error = 'error' in found ? found.error : undefined;
		if (error !== undefined && !isNotFound(error)) throw error;
		const record = 'value' in found ? found.value : {};
		if (typeof record.awsLink === 'string' && URL.canParse(record.awsLink)) return record as MediaRecord;
		if (record.type !== undefined && record.type !== 'media') {
			throw new Refused(`The message holds no file: it is of type ${String(record.type)}`);
		}
		if (pause === undefined || !(await deadline.wait(pause))) {
			throw error ?? new Refused('Heltar has no file for this message yet', { advice: 'Try again later.' });
		}
	}
	throw new NoUsableResponse('Heltar gave no file', { mayHaveHappened: false });
}

async function lookUp(caller: FileCaller, wamid: string, deadline: Deadline): Promise<IDataObject> {
	const record = await read(caller, heltar, {
		endpoint: endpoints.getMessage,
		query: { wamid },
		signal: deadline.signal,
		timeoutMs: stepTime(deadline),
	});
	return (record ?? {}) as IDataObject;
}

const LONGEST_STEP_MS = 60_000;
/** Zero would mean "no limit" to n8n. */
const stepTime = (deadline: Deadline) => Math.max(1, Math.min(LONGEST_STEP_MS, deadline.left()));

async function keep(
	caller: FileCaller,
	{ body, mimeType }: Download,
	media: IncomingMedia,
	{ signal }: Deadline,
	record?: MediaRecord,
): Promise<DownloadedMedia> {
	const given = cleanFileName(media.name) ?? cleanFileName(record?.name);
	// Storages tend to serve everything as a stream of bytes; WhatsApp's own word is in the event and the record.
	const type =
		knownMimeType(record?.mimeType) ??
		knownMimeType(mimeType) ??
		knownMimeType(media.mimeType) ??
		mimeTypeOfName(given) ??
		'application/octet-stream';
	const name = given ?? nameFor(type, media.kind) ?? media.kind ?? 'file';
	return { ...(await store(caller, body, { name, mimeType: type, signal })), name, mimeType: type };
}
