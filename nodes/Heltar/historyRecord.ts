import type { IDataObject } from 'n8n-workflow';

import { momentOf } from '../../core/fields/moment';
import { isObject } from '../../whatsapp/events/json';

/**
 * A message of the history as a short, flat record. Answers come in several generations: the text is `body` or
 * `content`, who wrote is told by `direction` or by the status "received", and the name of a template stands in
 * `templateName` or `name` (Heltar API, "Fetch messages").
 */
export function simplifyMessage(message: IDataObject): IDataObject {
	const { wamid, clientWaNumber, type, status, timestamp, body, content, caption, mimeType, awsLink } =
		message;
	const simple: IDataObject = {
		wamid,
		clientWaNumber,
		direction: isInbound(message) ? 'inbound' : 'outbound',
		sentBy: sentBy(message),
		sentByName: message.sentByName === '' ? undefined : message.sentByName,
		isNote: isNote(message),
		isSessionMarker: isSessionMarker(message),
		type,
		status,
		timestamp: inUtc(timestamp),
		text: body ?? content ?? caption,
		name: withOlderName(message).name,
		templateName: templateNameOf(message),
		campaignId: message.campaignId,
		mimeType,
		awsLink,
		canMessage: message.canMessage,
		conversationExpire: message.conversationExpire,
	};
	return Object.fromEntries(
		Object.entries(simple).filter(([, value]) => value !== undefined && value !== null),
	);
}

export const isInbound = ({ status, direction }: IDataObject): boolean =>
	status === 'received' || direction === 'inbound';

/** Whether it is a note in Heltar's inbox, which was never sent. Markers of a cleared session are notes, too. */
export const isNote = (message: IDataObject): boolean =>
	message.isPrivate === true || metaDataOf(message).isPrivate === true || isSessionMarker(message);

/** Whether it marks the place from which on a bot remembers the conversation. */
export const isSessionMarker = (message: IDataObject): boolean => metaDataOf(message).isSessionClear === true;

const metaDataOf = ({ metaData }: IDataObject): IDataObject =>
	isObject(metaData) ? (metaData as IDataObject) : {};

/**
 * Who wrote a message. Heltar does not say of "other" whether it was its API, a bot, a journey or the phone app;
 * "template" is one of these, too, or a template sent by hand.
 */
export function sentBy(
	message: IDataObject,
): 'note' | 'customer' | 'campaign' | 'teamMember' | 'template' | 'other' {
	if (isNote(message)) return 'note';
	if (isInbound(message)) return 'customer';
	if (isFilled(message.campaignId)) return 'campaign';
	if (isFilled(message.sentByName)) return 'teamMember';
	return templateNameOf(message) === undefined ? 'other' : 'template';
}

const isFilled = (value: unknown) => value !== undefined && value !== null && value !== '';

/** The name of the template a message was made of, in both forms; the `name` of other messages is that of a file. */
export const templateNameOf = ({ type, templateName, name }: IDataObject): string | undefined => {
	const given = templateName ?? (type === 'template' ? name : undefined);
	return typeof given === 'string' && given !== '' ? given : undefined;
};

/** A record with the name of its template in `name`, too, where it stood first and workflows look for it. */
export const withOlderName = (message: IDataObject): IDataObject => {
	const templateName = templateNameOf(message);
	return templateName === undefined || isFilled(message.name) ? message : { ...message, name: templateName };
};

/**
 * The same moment as ISO text in UTC, which searches mean when they leave the zone out (Heltar API, "Search messages").
 * Anything but a text with a time of day stays as it is.
 */
export function inUtc(timestamp: unknown): IDataObject[string] {
	const hasTime = typeof timestamp === 'string' && timestamp.includes(':');
	const moment = hasTime ? momentOf(timestamp, 'UTC') : undefined;
	return moment === undefined ? (timestamp as IDataObject[string]) : new Date(moment).toISOString();
}

/** Whether WhatsApp has not delivered a message, and will not. */
export const hasFailed = (status: unknown): boolean =>
	['failed', 'expired', 'cancelled'].includes(String(status).toLowerCase());

/** Milliseconds; 0 when the message does not say. */
export const timeOf = ({ timestamp }: IDataObject): number =>
	(typeof timestamp === 'string' && Date.parse(String(inUtc(timestamp)))) || 0;
