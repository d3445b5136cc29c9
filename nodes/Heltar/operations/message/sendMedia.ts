import { optional, when } from '../../../../core/fields/field';
import { number } from '../../../../core/fields/basic';
import { hint } from '../../../../core/run/hint';
import type { Tools } from '../../../../core/run/operation';
import { limits } from '../../../../whatsapp/limits';
import { CAPTIONED } from '../../../../whatsapp/media';
import {
	checkSize,
	describeFile,
	describeOwnFile,
	fileInField,
	fileName,
	fileSource,
	mediaType,
	mimeTypeField,
	NOT_UPLOADED,
} from '../../../shared/media';
import { messageText } from '../../../shared/messageText';
import { commonMessageFields, messageOptions, recipient } from '../../fields';
import { upload } from '../../media';
import { defineMessage } from '../../defineMessage';

const caption = when(
	{ mediaType: ['auto', ...CAPTIONED] },
	optional(
		messageText({
			displayName: 'Caption',
			placeholder: 'e.g. Your invoice for March',
			description: `Text below an image, a video or a document, up to ${limits.caption} characters; audio files and stickers have none`,
			maxLength: limits.caption,
		}),
	),
);

/** Heltar API, "Send messages": `messageType` `media`. A binary file is uploaded first. */
export const sendMedia = defineMessage({
	value: 'sendMedia',
	name: 'Send Media',
	action: 'Send a media message',
	description: 'Send an image, video, audio file, document or sticker inside the 24-hour window',
	fields: {
		clientWaNumber: recipient(),
		...fileSource({
			preset: 'url',
			binary: 'A binary field of the item, uploaded and sent in one step',
			url: 'A public link, or the URL an upload gave',
			link: 'Public link to the file, or the URL an upload gave; it goes out exactly as entered',
		}),
		mediaType: mediaType(),
		name: fileName(
			'Name with extension, shown for documents. If empty, it is taken from the file or the URL.',
		),
		mimeType: mimeTypeField('If empty, it is taken from the file, or from the extension of its name'),
		size: when(
			{ source: ['url'] },
			optional(
				number({
					displayName: 'Size',
					min: 0,
					placeholder: 'e.g. 48213',
					description: 'Size of the file in bytes, sent along with the link. Can be left empty.',
				}),
			),
		),
		caption,
		options: messageOptions({ caption }),
	},
	check: async (values, tools) => {
		(await factsOf(values, tools)).file?.discard?.();
	},
	prepare: async (values, tools) => {
		const { caption } = values;
		const { file, kind, name, mimeType, size, doubts } = await factsOf(values, tools);
		for (const doubt of doubts) hint(tools.context, doubt);
		if (caption && !CAPTIONED.includes(kind)) {
			hint(tools.context, `WhatsApp shows no caption below ${kind}, so it was left out`);
		}
		return {
			kind,
			...(file
				? await tools.once(
						JSON.stringify([file.identity(), name, mimeType]),
						async () => await upload(tools, file, { name, mimeType }),
					)
				: { url: values.url ?? '', name, mimeType, size }),
		};
	},
	prepareForCheck: async (values, tools) => {
		const { file, kind, name, mimeType, size } = await factsOf(values, tools);
		file?.discard?.();
		return { kind, url: file ? NOT_UPLOADED : (values.url ?? ''), name, mimeType, size };
	},
	entry: ({ clientWaNumber, caption, options }, { kind, url, name, mimeType, size }) => ({
		...commonMessageFields(clientWaNumber, options),
		messageType: 'media',
		mediaType: kind,
		url,
		name,
		mimeType,
		...(size === undefined ? {} : { size }),
		...(caption && CAPTIONED.includes(kind) ? { caption } : {}),
	}),
});

/** What is known of the file before anything is sent. @throws BadInput */
async function factsOf(
	values: {
		source: string;
		url?: string;
		binaryPropertyName?: string;
		size?: number;
	} & Parameters<typeof describeFile>[0],
	tools: Tools,
) {
	const { source, url = '', binaryPropertyName } = values;
	const file = source === 'binary' ? await fileInField(tools, binaryPropertyName) : undefined;
	const described = file ? await describeOwnFile(values, file) : describeFile(values, { address: url });
	const size = file ? file.size : values.size;
	if (size !== undefined) checkSize(described.kind, size, file ? 'binaryPropertyName' : 'size');
	return { file, ...described, size };
}
