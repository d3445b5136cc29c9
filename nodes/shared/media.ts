import type { KeptFile, OutgoingFile } from '../../core/binary/file';
import { fileOfItem } from '../../core/binary/file';
import { BadInput } from '../../core/http/errors';
import type { Field } from '../../core/fields/field';
import { optional, refined, when } from '../../core/fields/field';
import { choice, link, text } from '../../core/fields/basic';
import type { Tools } from '../../core/run/operation';
import type { MediaKind } from '../../whatsapp/events/event';
import {
	cleanFileName,
	extensionOf,
	extensionOfType,
	formatDoubt,
	kindOf,
	knownMimeType,
	mimeType,
	mimeTypeOfName,
	nameFor,
	nameInAddress,
	sizeProblem,
} from '../../whatsapp/media';
import { BEGINNING_BYTES, decidedType } from '../../whatsapp/fileSignature';
import { usualName } from '../../whatsapp/mimeNames';
import { assertValid } from './recipient';

/** Where a file that is fetched goes. */
export const outputField = () =>
	text({
		displayName: 'Put Output File in Field',
		default: 'data',
		placeholder: 'e.g. data',
		trim: true,
		hint: 'The name of the output binary field to put the file in',
		description: 'Name of the binary field of the output that receives the file',
	});

/** Which file of the item. */
export const binaryField = () =>
	text({
		displayName: 'Input Binary Field',
		default: 'data',
		trim: true,
		placeholder: 'e.g. data',
		hint: 'The name of the input field containing the binary file data to be processed',
		description: 'Name of the binary field of the item that holds the file',
	});

/** Where a file comes from: a binary field of the item, or a link. */
export const fileSource = (shown: {
	preset: 'binary' | 'url';
	binary: string;
	url: string;
	link: string;
}) => ({
	source: choice({
		displayName: 'Source',
		options: [
			{ name: 'Binary File', value: 'binary', description: shown.binary },
			{ name: 'Link', value: 'url', description: shown.url },
		],
		default: shown.preset,
		description: 'Where the file comes from',
	}),
	binaryPropertyName: when({ source: ['binary'] }, binaryField()),
	url: when(
		{ source: ['url'] },
		link({
			displayName: 'URL',
			placeholder: 'e.g. https://files.example.org/q3-report.pdf',
			description: shown.link,
		}),
	),
});

/** What stands in a request for a file that Check Only does not upload. */
export const NOT_UPLOADED = '(uploaded when the message is sent)';

/** The file in the field that `binaryPropertyName` names. @throws BadInput naming the field */
export async function fileInField({ context, itemIndex }: Tools, property = ''): Promise<KeptFile> {
	return await fileOfItem(context, itemIndex, property).catch((error: unknown) => {
		throw error instanceof BadInput
			? error.within({ name: 'binaryPropertyName', label: 'Input Binary Field' })
			: error;
	});
}

/** What the file is sent as. */
export const mediaType = () =>
	choice({
		displayName: 'Media Type',
		options: [
			{ name: 'Audio', value: 'audio' },
			{ name: 'Detect From File', value: 'auto' },
			{ name: 'Document', value: 'document' },
			{ name: 'Image', value: 'image' },
			{ name: 'Sticker', value: 'sticker' },
			{ name: 'Video', value: 'video' },
		],
		default: 'auto',
		description:
			'What the file is sent as. Detection goes by the MIME type: images, videos and audio are sent as what they are, WebP as a sticker, anything else as a document.',
	});

export const fileName = (description: string): Field<string | undefined> =>
	optional(text({ displayName: 'File Name', placeholder: 'e.g. q3-report.pdf', trim: true, description }));

export const mimeTypeField = (description: string): Field<string | undefined> =>
	optional(typeField(description));

/** The same where it has to be given. */
export const typeField = (description: string): Field<string> =>
	refined(text({ displayName: 'MIME Type', placeholder: 'e.g. application/pdf', description }), (typed) =>
		assertValid(mimeType(typed)),
	);

/** A file as a media message names it. */
export interface DescribedFile {
	kind: MediaKind;
	name: string;
	mimeType: string;
	/** What the user should know about that; not worth failing for. */
	doubts: string[];
}

/** Name, type and kind of a file that is here. @throws BadInput */
export const describeOwnFile = async (
	entered: Parameters<typeof describeFile>[0],
	file: OutgoingFile,
	address?: string,
): Promise<DescribedFile> =>
	describeFile(entered, { ...file, address, beginning: await file.beginning(BEGINNING_BYTES) });

/**
 * Name, type and kind of a file: as entered, otherwise as the file or its address tells. A type is called as WhatsApp
 * calls it; where the first bytes say otherwise, they decide, because WhatsApp looks at them, too.
 * @throws BadInput when nothing tells the type or the name
 */
export function describeFile(
	entered: { mediaType?: MediaKind | 'auto'; name?: string; mimeType?: string },
	known: { name?: string; mimeType?: string; address?: string; beginning?: Uint8Array },
): DescribedFile {
	const knownName =
		entered.name ??
		cleanFileName(known.name) ??
		(known.address === undefined ? undefined : nameInAddress(known.address));
	const declared =
		entered.mimeType === undefined
			? (knownMimeType(known.mimeType) ?? mimeTypeOfName(knownName))
			: usualName(entered.mimeType);
	const type = decidedType(declared, known.beginning ?? new Uint8Array());
	if (type === undefined) {
		throw new BadInput(
			'it is empty and cannot be detected from the file',
			[{ name: 'mimeType', label: 'MIME Type' }],
			'Enter it, for example application/pdf.',
		);
	}
	const { mediaType: wanted = 'auto' } = entered;
	const kind = wanted === 'auto' ? kindOf(type) : wanted;
	const name = knownName === undefined ? nameFor(type, kind) : withExtension(knownName, type);
	if (name === undefined) {
		throw new BadInput(
			'it is empty and cannot be derived from the file',
			[{ name: 'name', label: 'File Name' }],
			'Enter it with its extension, for example q3-report.pdf.',
		);
	}
	const doubts = [
		declared !== undefined && type !== declared
			? `The content of ${name} is ${type}, not ${declared}, so it is sent as ${type}.`
			: undefined,
		formatDoubt(kind, type),
	].filter((doubt) => doubt !== undefined);
	return { kind, name, mimeType: type, doubts };
}

function withExtension(name: string, type: string): string {
	const extension = extensionOf(name) === undefined ? extensionOfType(type) : undefined;
	return extension === undefined ? name : `${name}.${extension}`;
}

/** @throws BadInput for a file WhatsApp would not take for its size; `field` is the parameter it came by */
export function checkSize(kind: MediaKind, size: number, field: string): void {
	const found = sizeProblem(kind, size);
	if (found) throw new BadInput(found.problem, [{ name: field, label: 'The file' }], found.advice);
}
