import type { OutgoingFile } from '../../../../core/binary/file';
import { BadInput } from '../../../../core/http/errors';
import { when } from '../../../../core/fields/field';
import { choice } from '../../../../core/fields/basic';
import type { Tools } from '../../../../core/run/operation';
import { defineOperation } from '../../../../core/run/operation';
import { uploadTime } from '../../../../core/http/upload';
import { decidedType } from '../../../../whatsapp/fileSignature';
import { jpegSize } from '../../../../whatsapp/jpegSize';
import { limits } from '../../../../whatsapp/limits';
import { readableSize } from '../../../../whatsapp/media';
import { binaryField, fileInField } from '../../../shared/media';
import { endpoints } from '../../endpoints';
import { descriptionField, subjectField } from '../../groupFields';
import { group } from '../../locators';

const { bytes: mostBytes, side } = limits.group.picture;

/** So much of a picture is looked at for its size; before it there may be a preview. */
const LOOKED_AT_BYTES = 256 * 1024;

/** Heltar API, "Update group": accepted only; whether it worked comes as an event with the same `request_id`. */
export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a group',
	description:
		'Change the subject, description or picture of a WhatsApp group. The trigger gets the result later as an Account Change event.',
	effect: 'send',
	fields: {
		groupId: group(),
		change: choice({
			displayName: 'Property',
			description: 'Property of the group to change',
			options: [
				{ name: 'Subject', value: 'subject' },
				{ name: 'Description', value: 'description' },
				{
					name: 'Picture',
					value: 'picture',
					description: `A square JPEG of at least ${side} × ${side} pixels, up to 5 MB`,
				},
			],
		}),
		subject: when({ change: ['subject'] }, subjectField()),
		description: when({ change: ['description'] }, descriptionField()),
		binaryPropertyName: when({ change: ['picture'] }, binaryField()),
	},
	orderKey: ({ groupId }) => groupId,
	check: async (values, tools) => {
		if (values.change === 'picture') await pictureIn(tools, values.binaryPropertyName);
	},
	prepare: async (values, tools) =>
		values.change === 'picture' ? await pictureIn(tools, values.binaryPropertyName) : undefined,
	request: ({ groupId, subject, description }, picture) => ({
		endpoint: endpoints.updateGroup,
		params: { groupId },
		...(picture
			? {
					form: {
						fields: {},
						file: { ...picture, field: 'file', name: 'picture.jpg', mimeType: 'image/jpeg' },
					},
					timeoutMs: uploadTime(picture.size),
				}
			: { body: subject === undefined ? { description } : { subject } }),
	}),
});

/** The picture of an item, as far as it can be seen here that WhatsApp takes it. @throws BadInput */
async function pictureIn(tools: Tools, property?: string): Promise<Pick<OutgoingFile, 'size' | 'open'>> {
	const file = await fileInField(tools, property);
	const refuse = (problem: string) => {
		throw new BadInput(
			problem,
			[{ name: 'binaryPropertyName', label: 'The picture' }],
			`Groups take square JPEG pictures of at least ${side} × ${side} pixels, up to 5 MB.`,
		);
	};
	const beginning = await file.beginning(LOOKED_AT_BYTES);
	const type = decidedType(file.mimeType, beginning);
	if (type !== 'image/jpeg') refuse(`${type ?? 'an unknown type'} is not a JPEG`);
	if (file.size > mostBytes) refuse(`${readableSize(file.size)}, the maximum is ${readableSize(mostBytes)}`);
	const size = jpegSize(beginning);
	if (size && size.width !== size.height) refuse(`${size.width} × ${size.height} pixels are not square`);
	if (size && size.width < side)
		refuse(`${size.width} × ${size.height} pixels, the minimum is ${side} × ${side}`);
	return { size: file.size, open: file.open };
}
