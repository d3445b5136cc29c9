import { BadInput } from '../../../../core/http/errors';
import type { Field } from '../../../../core/fields/field';
import { optional, refined } from '../../../../core/fields/field';
import { text } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { dateTimeText } from '../../../../core/fields/dateTime';
import { withoutUndefined } from '../../../../core/fields/omit';
import { defineOperation } from '../../../../core/run/operation';
import { fileName, mimeTypeField, outputField } from '../../../shared/media';
import type { MediaRecord } from '../../mediaDownload';
import { downloadMedia } from '../../mediaDownload';

/** Heltar API, "Fetch media" and "Get message by ID". */
export const download = defineOperation({
	value: 'download',
	name: 'Download',
	action: 'Download a media file',
	description: 'Download the file of a message a customer sent',
	effect: 'read',
	fields: {
		wamid: optional(
			text({
				displayName: 'Message ID',
				default: '={{ $json.id }}',
				placeholder: 'e.g. wamid.HBgMNDQ3NzAwOTAwMTIz',
				trim: true,
				description: 'ID of the message the file came with; the trigger gives it as "id"',
			}),
		),
		url: optional(
			text({
				displayName: 'Media URL',
				default: '={{ $json.media?.url }}',
				placeholder: 'e.g. https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1',
				trim: true,
				description:
					'Temporary address of the file, which the trigger gives as "media.url". Faster than the message ID, but it expires after five minutes. After that, the message ID is used.',
			}),
		),
		timestamp: optional(
			refined(
				dateTimeText({
					displayName: 'Message Time',
					default: '={{ $json.timestamp }}',
					placeholder: 'e.g. 2026-02-03T09:00:00.000Z',
					description: 'When the message was sent. Tells whether the media URL can still work.',
				}),
				(seconds) => seconds * 1000,
			),
		),
		binaryPropertyName: outputField(),
		name: preset(
			fileName('Name for the file. If empty, it is made from what Heltar knows about it.'),
			'={{ $json.media?.filename }}',
		),
		options: collection({
			fields: {
				mimeType: mimeTypeField('Type of the file, in case neither Heltar nor the storage tells it'),
			},
		}),
	},
	run: async ({ wamid, url, timestamp: sentAt, binaryPropertyName, name, options }, { context }) => {
		if (wamid === undefined && url === undefined) {
			throw new BadInput(
				'nothing is filled in, neither here nor in the media URL',
				[{ name: 'wamid', label: 'Message ID' }],
				'Enter the "id" of a message from the trigger.',
			);
		}
		const file = await downloadMedia(context, { wamid, url, sentAt, name, ...options });
		const { binary, record, ...facts } = file;
		const { caption, sha256, awsLink, clientWaNumber }: Partial<MediaRecord> = record ?? {};
		const known = { wamid, ...facts, caption, sha256, awsLink, clientWaNumber };
		return [{ json: withoutUndefined(known), binary: { [binaryPropertyName]: binary } }];
	},
});

function preset<T>(field: Field<T>, value: string): Field<T> {
	return { ...field, property: { ...field.property, default: value } };
}
