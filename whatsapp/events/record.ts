/**
 * A message as a service stores it and hands it out again: flat, with `wamid` or a provisional `hemid` as id,
 * `clientWaNumber` for the customer whichever way the message went, and `status` telling which way that was.
 */

import { cleanFileName, shownMimeType } from '../media';
import { compose, type Setting } from './compose';
import { readErrors } from './errors';
import type { Media, MediaKind, WhatsAppEvent } from './event';
import { given, isObject, type JsonObject, textIn } from './json';
import { isMediaKind, mediaText } from './media';
import { readContext } from './message';
import { cleanNumber } from './number';
import { identify } from './parties';
import { readInteractive } from './reply';
import { statusText } from './status';

const IDENTITY_KEYS = ['wamid', 'hemid', 'clientWaNumber'];
const CONTENT_KEYS = ['type', 'body', 'status'];

export function hasRecordIdentity(body: unknown): body is JsonObject {
	return isObject(body) && given(body, ...IDENTITY_KEYS) !== undefined;
}

export function isRecord(body: JsonObject): boolean {
	return hasRecordIdentity(body) && given(body, ...CONTENT_KEYS) !== undefined;
}

export interface RecordHints {
	/** The customer, where the list around the records names them once. */
	customer?: string | null;
	/** The wrapper says a customer wrote. */
	received?: boolean;
	/** The status word to take when the record has none. */
	status?: string | null;
}

export function readRecord(record: JsonObject, setting: Setting, hints: RecordHints = {}): WhatsAppEvent[] {
	const value = textIn(record, 'status') ?? hints.status ?? null;
	const customer = identify(textIn(record, 'clientWaNumber') ?? hints.customer ?? null, null, []);
	const id = textIn(record, 'wamid', 'hemid');
	const { type, text, media } = readStored(record);
	const common = {
		raw: record,
		id,
		userId: customer.userId,
		phoneNumberId: textIn(record, 'phoneNumberId'),
		time: given(record, 'timestamp'),
	};
	const errors = readErrors(given(record, 'errors'));
	if (
		hints.received ||
		value === 'received' ||
		(value === null && textIn(record, 'direction') === 'inbound')
	) {
		return [
			compose(setting, {
				...common,
				event: 'message',
				type,
				text,
				direction: 'inbound',
				from: customer.address,
				blocks: {
					media,
					reply: readInteractive(record).reply,
					context: readContext(given(record, 'context')),
					errors: errors.length > 0 ? errors : undefined,
				},
			}),
		];
	}
	const status = { value, recipient: customer.address, participant: null, errors };
	return [
		compose(setting, {
			...common,
			event: 'status',
			type: 'message',
			text: statusText(status),
			direction: 'outbound',
			to: customer.address,
			blocks: {
				status,
				message: { type, text },
				context: readContext(given(record, 'context')),
			},
		}),
	];
}

interface Stored {
	type: string;
	text: string;
	media?: Media;
}

/** Templates and interactive messages keep their type even when a file belongs to them. */
function readStored(record: JsonObject): Stored {
	const type = textIn(record, 'type');
	const url = textIn(record, 'awsLink');
	const words = textIn(record, 'body', 'caption');
	const isFile = type === 'media' || isMediaKind(type) || url !== null;
	if (!isFile) return { type: type ?? 'unknown', text: words ?? (type === null ? '' : `[${type}]`) };
	const media = readStoredMedia(record, url);
	const keepsType = type === 'template' || type === 'interactive';
	return {
		type: keepsType ? type : media.kind,
		text: words ?? (keepsType ? `[${type}]` : mediaText(media)),
		media,
	};
}

function readStoredMedia(record: JsonObject, url: string | null): Media {
	const sha256 = textIn(record, 'sha256');
	const mimeType = shownMimeType(textIn(record, 'mimeType'));
	const type = textIn(record, 'type');
	return {
		kind: isMediaKind(type) ? type : kindOf(mimeType),
		id: null,
		url,
		mimeType,
		filename: cleanFileName(textIn(record, 'name')) ?? null,
		caption: textIn(record, 'caption'),
		// A placeholder until the file has been stored.
		sha256: sha256 === 'temp' ? null : sha256,
		voice: false,
	};
}

function kindOf(mimeType: string | null): MediaKind {
	const family = mimeType?.split('/')[0];
	return family === 'image' || family === 'video' || family === 'audio' ? family : 'document';
}

/** A list of records, where the wrapper may name the customer once for all. */
export function customerOfList(list: JsonObject): string | null {
	return cleanNumber(textIn(list, 'clientWaNumber'));
}
