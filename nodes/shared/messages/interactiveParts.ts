import type { Field } from '../../../core/fields/field';
import { optional, when } from '../../../core/fields/field';
import { choice, link, text } from '../../../core/fields/basic';
import type { Header } from '../../../whatsapp/interactive';
import { limits } from '../../../whatsapp/limits';
import { messageText } from '../messageText';

/** The text of an interactive message. */
export const bodyField = (maxLength: number = limits.interactive.body): Field<string> =>
	messageText({
		displayName: 'Body',
		placeholder: 'e.g. Which time suits you?',
		description: `The text of the message, up to ${maxLength} characters`,
		maxLength,
	});

export const footerField = (): Field<string | undefined> =>
	optional(
		text({
			displayName: 'Footer',
			placeholder: 'e.g. Reply within 2 hours',
			description: `Small print below the text, up to ${limits.interactive.footer} characters`,
			maxLength: limits.interactive.footer,
		}),
	);

/** The header of types that allow none but a text. */
export const headerTextField = (): Field<string> =>
	text({
		displayName: 'Header',
		placeholder: 'e.g. Order 1042',
		description: `A line in bold above the text, up to ${limits.interactive.header} characters`,
		maxLength: limits.interactive.header,
	});

/** Files that some providers take in a header, beside images, videos and documents. */
export type MoreHeaderFiles = ReadonlyArray<'audio' | 'sticker'>;

const MORE_FILES = {
	audio: { name: 'Audio', value: 'audio', note: 'an audio file up to 16 MB' },
	sticker: { name: 'Sticker', value: 'sticker', note: 'a WebP sticker up to 500 KB' },
} as const;

/**
 * The header of types that allow a text, an image, a video or a document.
 * @param more other files that the provider takes there
 */
export const headerFields = (more: MoreHeaderFiles = []) => ({
	headerType: choice<'none' | Header['type']>({
		displayName: 'Header',
		description: 'Type of header to show above the text',
		options: [
			{ name: 'None', value: 'none' },
			{ name: 'Text', value: 'text' },
			{ name: 'Image', value: 'image' },
			{ name: 'Video', value: 'video' },
			{ name: 'Document', value: 'document' },
			...more.map((kind) => ({ name: MORE_FILES[kind].name, value: kind })),
		],
	}),
	headerText: when(
		{ headerType: ['text'] },
		{ ...headerTextField(), property: { ...headerTextField().property, displayName: 'Header Text' } },
	),
	headerLink: when(
		{ headerType: ['image', 'video', 'document', ...more] },
		link({
			displayName: 'Header Link',
			description: `Public https address of the file: ${[
				'a JPEG or PNG up to 5 MB',
				'an MP4 up to 16 MB',
				...more.map((kind) => MORE_FILES[kind].note),
			].join(', ')}, or a document up to 100 MB`,
		}),
	),
	headerFileName: when(
		{ headerType: ['document'] },
		optional(
			text({
				displayName: 'Header File Name',
				placeholder: 'e.g. invoice-17.pdf',
				description: 'The name WhatsApp shows for the document',
			}),
		),
	),
});

/** What the values of `headerFields` say, as WhatsApp wants it. */
export function headerOf(values: {
	headerType: 'none' | Header['type'];
	headerText?: string;
	headerLink?: string;
	headerFileName?: string;
}): Header | undefined {
	const { headerType, headerText = '', headerLink = '', headerFileName } = values;
	switch (headerType) {
		case 'none':
			return undefined;
		case 'text':
			return { type: 'text', text: headerText };
		case 'image':
			return { type: 'image', image: { link: headerLink } };
		case 'video':
			return { type: 'video', video: { link: headerLink } };
		case 'audio':
			return { type: 'audio', audio: { link: headerLink } };
		case 'sticker':
			return { type: 'sticker', sticker: { link: headerLink } };
		case 'document':
			return {
				type: 'document',
				document: { link: headerLink, ...(headerFileName ? { filename: headerFileName } : {}) },
			};
	}
}
