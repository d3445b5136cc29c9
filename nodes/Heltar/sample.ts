import type { OutgoingFile } from '../../core/binary/file';
import { uploadInForm } from '../../core/binary/sendFile';
import { BadInput, NoUsableResponse } from '../../core/http/errors';
import { hint } from '../../core/run/hint';
import type { Tools } from '../../core/run/operation';
import type { MediaKind } from '../../whatsapp/events/event';
import { isObject, textIn } from '../../whatsapp/events/json';
import type { DescribedFile } from '../shared/media';
import { checkSize, describeOwnFile } from '../shared/media';
import { endpoints } from './endpoints';

/** What Heltar takes as a sample (Heltar API, "Resumable upload"). */
const TAKEN =
	/^(image\/(jpe?g|png|gif|webp)|video\/(mp4|3gpp?|mpeg|quicktime)|audio\/(aac|mp3|mpeg|amr|ogg|mp4|wav)|application\/(pdf|msword|rtf|vnd\.ms-(excel|powerpoint)|vnd\.openxmlformats-officedocument\..+|vnd\.oasis\.opendocument\..+)|text\/(plain|csv|rtf))(;|$)/;
/** Those that people at WhatsApp can look at. */
const SHOWN = /^(image\/(jpeg|png)|video\/mp4|application\/pdf)(;|$)/;

export type Sample = Pick<DescribedFile, 'name' | 'mimeType' | 'doubts'> & { file: OutgoingFile };

/**
 * A file as a sample: name, type and what speaks against it.
 * @param entered what the user says about it; `mediaType` is what a header asks for
 * @param field the parameter it came by @throws BadInput
 */
export async function sampleOf(
	entered: { name?: string; mimeType?: string; mediaType?: MediaKind },
	file: OutgoingFile,
	{ field, address }: { field: string; address?: string },
): Promise<Sample> {
	const at = [{ name: field, label: 'The file' }];
	const { name, mimeType, doubts } = await describeOwnFile(entered, file, address);
	if (!TAKEN.test(mimeType)) {
		throw new BadInput(
			`${mimeType} cannot be a sample`,
			at,
			'Samples are images, videos, audio files, PDFs, texts and Office documents.',
		);
	}
	const { mediaType } = entered;
	const family = mimeType.split('/')[0];
	if ((mediaType === 'image' || mediaType === 'video') && family !== mediaType) {
		throw new BadInput(
			`${mimeType} does not fit the header, which is ${mediaType === 'image' ? 'an image' : 'a video'}`,
			at,
		);
	}
	if (mediaType === 'document' && (family === 'image' || family === 'video' || family === 'audio')) {
		throw new BadInput(`${mimeType} does not fit the header, which is a document`, at);
	}
	checkSize(mediaType ?? 'document', file.size, field);
	const unseen = SHOWN.test(mimeType)
		? []
		: [
				`${name} is ${mimeType}. WhatsApp shows samples as JPEG, PNG, MP4 and PDF only, and may reject others.`,
			];
	return { file, name: plainName(name), mimeType, doubts: [...doubts, ...unseen] };
}

/** A name that Heltar takes: it refuses some characters, a dot in front, and more than 255 of them. */
const plainName = (name: string) => name.replace(/[<>:"?*|]/g, '_').replace(/^\.+/, '');

/**
 * Uploads a sample of a template's header or of a profile picture. Nobody notices an upload, so it may be made again.
 * @returns the handle that stands for it
 */
export async function uploadSample(tools: Tools, sample: Sample): Promise<string> {
	const { file, name, mimeType, doubts } = sample;
	for (const doubt of doubts) hint(tools.context, doubt);
	const answer = await uploadInForm(tools, endpoints.uploadSample, file, { name, mimeType });
	const handle = isObject(answer) ? textIn(answer, 'h') : null;
	if (handle !== null) return handle;
	throw new NoUsableResponse('Heltar accepted the file, but returned no handle for it', {
		mayHaveHappened: false,
	});
}
