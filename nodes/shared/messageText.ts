import { BadInput } from '../../core/http/errors';
import type { Field, FieldRecord } from '../../core/fields/field';
import { choice, longText, number } from '../../core/fields/basic';
import type { Messages } from '../../core/run/operation';
import { lengthOf } from '../../whatsapp/characters';
import { markdownToWhatsApp } from '../../whatsapp/markdown';
import { splitText } from '../../whatsapp/splitText';

/** A text of a message. How long it may be is checked once it is formatted, and where it may not be split. */
interface MessageText extends Field<string> {
	readonly messageText: { maxLength: number; splits: boolean };
}

/**
 * A text that WhatsApp shows with its formatting: of a message, below a picture, above buttons.
 * @param options `splits`: whether one that is too long may become several messages
 */
export function messageText({
	maxLength,
	splits = false,
	...shown
}: Parameters<typeof longText>[0] & { maxLength: number; splits?: boolean }): MessageText {
	return { ...longText(shown), messageText: { maxLength, splits } };
}

const isMessageText = (field: Field): field is MessageText => 'messageText' in field;

const textsOf = (fields: FieldRecord) =>
	Object.entries(fields).flatMap(([name, field]) => (isMessageText(field) ? [{ name, field }] : []));

/** The options that go with these fields; none where no field is a message's text. */
export function textOptions(fields: FieldRecord): Partial<Record<keyof TextOptions, Field>> {
	const texts = textsOf(fields);
	if (texts.length === 0) return {};
	return {
		format,
		...(texts.some(({ field }) => field.messageText.splits) ? { longText: tooLong, pauseBetweenParts } : {}),
	};
}

interface TextOptions {
	format?: 'asTyped' | 'markdown';
	longText?: 'refuse' | 'split';
	pauseBetweenParts?: number;
}

/** Options that change how a message is sent and not what it says. */
export const NOT_PART_OF_MESSAGE = ['pauseBetweenParts', 'skipDuplicates', 'skipOptedOut'] as const;

const format = choice({
	displayName: 'Format',
	description: 'How the text is written',
	options: [
		{
			name: 'As Typed',
			value: 'asTyped',
			description: 'Sent as it is; *bold*, _italic_ and ~struck through~ work as in WhatsApp',
		},
		{
			name: 'Markdown',
			value: 'markdown',
			description:
				'As language models write it: **bold**, headings, lists, links and tables become what WhatsApp shows',
		},
	],
});

const tooLong = choice({
	displayName: 'Long Text',
	description: 'What to do with a text that is too long for one message',
	options: [
		{ name: 'Refuse', value: 'refuse', description: 'Nothing is sent' },
		{
			name: 'Split',
			value: 'split',
			description: 'Send several messages, one after the other; each is paid for like any other message',
		},
	],
});

const pauseBetweenParts = number({
	displayName: 'Pause Between Parts',
	default: 1,
	min: 0,
	max: 60,
	decimals: 'any',
	description: 'How many seconds to wait between the messages of a text that was split',
});

/**
 * The messages an item's texts make: formatted, and split where that is wanted.
 * @throws BadInput naming the field whose text is too long
 */
export function messagesOf<V extends Record<string, unknown>>(fields: FieldRecord, values: V): Messages<V> {
	const options = (values.options ?? {}) as TextOptions;
	let each = [values];
	for (const { name, field } of textsOf(fields)) {
		const given = values[name];
		if (typeof given !== 'string') continue;
		const { maxLength, splits } = field.messageText;
		const text = options.format === 'markdown' ? markdownToWhatsApp(given) : given;
		const mayBeSplit = splits && options.longText === 'split';
		if (lengthOf(text) > maxLength && !mayBeSplit) throw tooLongFor(name, field, lengthOf(text));
		const parts = lengthOf(text) > maxLength ? splitText(text, maxLength) : [text];
		each = each.flatMap((one) => parts.map((part) => ({ ...one, [name]: part })));
	}
	return { each, pauseMs: (options.pauseBetweenParts ?? 0) * 1000 };
}

function tooLongFor(
	name: string,
	{ property, messageText: { maxLength, splits } }: MessageText,
	length: number,
) {
	return new BadInput(
		`${length} characters, the maximum is ${maxLength}`,
		[{ name, label: property.displayName }],
		splits ? 'Shorten it, or set the option Long Text to Split.' : undefined,
	);
}
