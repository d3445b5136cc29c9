/**
 * A message as Heltar stores it and hands it out again (Heltar API, "Webhooks", older forms): flat, with `wamid` or a provisional `hemid` as id,
 * `clientWaNumber` for the customer whichever way the message went, and `status` telling which way that was.
 */

import { compose, readList, type Setting, within } from '../../../whatsapp/events/compose';
import { readErrors } from '../../../whatsapp/events/errors';
import type { Media, MediaKind, WhatsAppEvent } from '../../../whatsapp/events/event';
import {
	given,
	isFilledObject,
	isObject,
	type JsonObject,
	listIn,
	objectIn,
	textIn,
} from '../../../whatsapp/events/json';
import { isMediaKind, mediaText } from '../../../whatsapp/events/media';
import { readContext } from '../../../whatsapp/events/message';
import { cleanNumber } from '../../../whatsapp/events/number';
import { identify } from '../../../whatsapp/events/parties';
import { readInteractive } from '../../../whatsapp/events/reply';
import type { ServiceForm } from '../../../whatsapp/events/service';
import { statusText } from '../../../whatsapp/events/status';
import { cleanFileName, shownMimeType } from '../../../whatsapp/media';

const IDENTITY_KEYS = ['wamid', 'hemid', 'clientWaNumber'];
const CONTENT_KEYS = ['type', 'body', 'status'];

export function hasRecordIdentity(body: unknown): body is JsonObject {
	return isObject(body) && given(body, ...IDENTITY_KEYS) !== undefined;
}

/** One record by itself. */
export const record: ServiceForm = (body, setting) =>
	hasRecordIdentity(body) && given(body, ...CONTENT_KEYS) !== undefined
		? readRecord(body, within(setting, 'record', body))
		: undefined;

/** Records in `data.messages[]`. WhatsApp's own messages may come there too; records are told by their ids. */
export const recordList: ServiceForm = (body, setting) => {
	const data = objectIn(body, 'data');
	const list = listIn(data, 'messages');
	if (!data || !list?.some(isFilledObject)) return undefined;
	// The wrapper may name the customer once for all.
	const customer = cleanNumber(textIn(data, 'clientWaNumber'));
	if (customer === null && !list.some(hasRecordIdentity)) return undefined;
	const inside = within(setting, 'record', body);
	return readList(inside, list, (item) => readRecord(item, inside, { customer }));
};

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
