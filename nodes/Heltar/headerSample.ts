import { fileAtLink } from '../../core/binary/file';
import { BadInput } from '../../core/http/errors';
import { optional, when } from '../../core/fields/field';
import { text } from '../../core/fields/basic';
import type { Tools } from '../../core/run/operation';
import { LARGEST_FILE } from '../../whatsapp/media';
import { fileInField } from '../shared/media';
import type { builtFor } from '../shared/templateDraftFields';
import { FILE_HEADERS } from '../shared/templateDraftFields';
import { heltar } from './http';
import { sampleOf, uploadSample } from './sample';

const FIELD = 'headerBinaryPropertyName';
const KIND = { IMAGE: 'image', VIDEO: 'video', DOCUMENT: 'document' } as const;

/** Where the header's file is, beside the sample that can be entered. */
export const headerFileField = (built: ReturnType<typeof builtFor>) => ({
	[FIELD]: when(
		{ headerFormat: [...FILE_HEADERS], ...built },
		optional(
			text({
				displayName: 'Header File',
				placeholder: 'e.g. data',
				hint: 'The name of the input field containing the binary file data to be uploaded as the sample',
				description:
					'Name of the binary field of the item that holds the file. It is uploaded, and no header sample is needed.',
				trim: true,
			}),
		),
	),
});

interface Given {
	headerFormat?: string;
	headerExample?: string;
	headerBinaryPropertyName?: string;
}

/** Whether the sample is a file that has to be uploaded before the template can be submitted. */
const isToUpload = ({ headerFormat = '', headerExample = '', headerBinaryPropertyName: field }: Given) =>
	headerFormat in KIND && (field !== undefined || isLink(headerExample));

const isLink = (sample: string) => /^https?:/i.test(sample);

/**
 * Says what is wrong with the file before anything is sent.
 * @returns what stands for its handle until it is uploaded; undefined where nothing is uploaded @throws BadInput
 */
export async function checkedHeaderSample(given: Given, tools: Tools): Promise<string | undefined> {
	if (!isToUpload(given)) return undefined;
	const { headerExample, headerBinaryPropertyName: field } = given;
	// A link is fetched when its turn comes; as a link it is checked with the draft.
	if (field === undefined) return headerExample;
	if (headerExample !== undefined) {
		throw new BadInput(
			'cannot be used together with Header Sample',
			[{ name: FIELD, label: 'Header File' }],
			'Leave one of the two empty.',
		);
	}
	await ownSample(given, field, tools);
	return 'uploaded before the template is submitted';
}

/** Uploads the header's sample, if it is a file. @returns its handle */
export async function uploadedHeaderSample(given: Given, tools: Tools): Promise<string | undefined> {
	if (!isToUpload(given)) return undefined;
	const { headerExample: address = '', headerBinaryPropertyName: field } = given;
	if (field !== undefined) {
		const sample = await ownSample(given, field, tools);
		const what = JSON.stringify(['sample', sample.file.identity(), sample.name, sample.mimeType]);
		return (await tools.once(what, async () => ({ handle: await uploadSample(tools, sample) }))).handle;
	}
	// WhatsApp takes no link for a sample. Workflows that hold one were built when the node suggested it.
	const what = JSON.stringify(['sample', address]);
	return (await tools.once(what, async () => ({ handle: await uploadLinked(given, address, tools) }))).handle;
}

async function ownSample(given: Given, field: string, tools: Tools) {
	const file = await fileInField(tools, field).catch((error: unknown) => {
		throw error instanceof BadInput
			? new BadInput(error.problem, [{ name: FIELD, label: 'Header File' }], error.advice)
			: error;
	});
	return { ...(await sampleOf({ mediaType: kindOf(given) }, file, { field: FIELD })), file };
}

async function uploadLinked(given: Given, address: string, tools: Tools): Promise<string> {
	const file = await fileAtLink(tools.context, heltar, address, LARGEST_FILE);
	try {
		const entered = { mediaType: kindOf(given) };
		return await uploadSample(tools, await sampleOf(entered, file, { field: 'headerExample', address }));
	} finally {
		file.discard?.();
	}
}

const kindOf = ({ headerFormat }: Given) => KIND[headerFormat as keyof typeof KIND];
