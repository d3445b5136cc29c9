import type { IDataObject } from 'n8n-workflow';

import { isNote, templateNameOf } from './historyRecord';

/**
 * Whether a message record of Heltar's (in a history, or in the answer to a send) has the content of an entry that was
 * sent. Never for kinds that records do not tell apart, such as locations and contact cards.
 */
export function isSameContent(entry: IDataObject, message: IDataObject): boolean {
	// A note with the same words is not the message, nor the other way round.
	if ((entry.isPrivate === true) !== isNote(message)) return false;
	const { type, body, content, langCode, awsLink } = message;
	switch (entry.messageType) {
		case 'text':
			return type === 'text' && (body ?? content) === entry.message;
		case 'media':
			return awsLink === entry.url;
		case 'interactive': {
			const text = (entry.interactive as { body?: { text?: string } } | undefined)?.body?.text;
			return type === 'interactive' && text !== undefined && (body ?? content) === text;
		}
		case 'template':
			return (
				type === 'template' &&
				templateNameOf(message) === entry.templateName &&
				langCode === entry.languageCode
			);
		default:
			return false;
	}
}
