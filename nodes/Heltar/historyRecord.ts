import type { IDataObject } from 'n8n-workflow';

/**
 * A message of the history as a short, flat record. Answers come in several generations: the text is `body` or
 * `content`, and who wrote is told by `direction` or by the status "received" (Heltar API, "Fetch messages").
 */
export function simplifyMessage(message: IDataObject): IDataObject {
	const { wamid, clientWaNumber, type, status, timestamp, body, content, caption, name, mimeType, awsLink } =
		message;
	const simple: IDataObject = {
		wamid,
		clientWaNumber,
		direction: isInbound(message) ? 'inbound' : 'outbound',
		type,
		status,
		timestamp,
		text: body ?? content ?? caption,
		name,
		mimeType,
		awsLink,
	};
	return Object.fromEntries(
		Object.entries(simple).filter(([, value]) => value !== undefined && value !== null),
	);
}

export const isInbound = ({ status, direction }: IDataObject): boolean =>
	status === 'received' || direction === 'inbound';

/** Milliseconds; 0 when the message does not say. */
export const timeOf = ({ timestamp }: IDataObject): number =>
	(typeof timestamp === 'string' && Date.parse(timestamp)) || 0;
