import type { IDataObject } from 'n8n-workflow';

import { readContent } from '../../../whatsapp/events/content';
import type { MediaKind } from '../../../whatsapp/events/event';
import { textIn } from '../../../whatsapp/events/json';
import { isMediaKind } from '../../../whatsapp/events/media';
import { readButton, readInteractive } from '../../../whatsapp/events/reply';
import { kindOf } from '../../../whatsapp/media';
import { templateNameOf } from '../historyRecord';

/**
 * What a message of the history says, as one would read it out to somebody: a file as its kind and caption, an answer by
 * tapping as the title that was tapped, a template as its text. Never empty: what has no words is named by its type.
 */
export function recordText(record: IDataObject): string {
	const template = templateNameOf(record);
	const type = textIn(record, 'type');
	if (template !== undefined) return words(record) ?? `[template ${template}]`;
	if (type === 'media' || isMediaKind(type)) return fileText(record, isMediaKind(type) ? type : undefined);
	return tappedAnswer(record) ?? words(record) ?? (readContent(record).text.trim() || `[${type}]`);
}

/** Current servers write `body`, older ones `content`. */
const words = (record: IDataObject): string | undefined =>
	[textIn(record, 'body', 'content'), textIn(record, 'caption')].find((text) => text?.trim()) ?? undefined;

/** Only documents have a name that a person gave them. */
function fileText(record: IDataObject, known: MediaKind | undefined): string {
	const kind = known ?? kindOf(textIn(record, 'mimeType') ?? '');
	const name = kind === 'document' ? textIn(record, 'name') : null;
	const file = name === null ? `[${kind}]` : `[${kind}: ${name}]`;
	const caption = words(record);
	return caption === undefined ? file : `${file} ${caption}`;
}

/** A form's answers come as text, so they are in here, too. The copy of an outgoing question has no answer. */
function tappedAnswer(record: IDataObject): string | undefined {
	const { reply, text } = record.type === 'button' ? readButton(record) : readInteractive(record);
	return reply === undefined ? undefined : text;
}
