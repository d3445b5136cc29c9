import type { FieldRecord, Values } from '../../core/fields/field';
import { optional, when } from '../../core/fields/field';
import { choice, link } from '../../core/fields/basic';
import { withoutUndefined } from '../../core/fields/omit';
import { hint } from '../../core/run/hint';
import type { Operation, Tools } from '../../core/run/operation';
import type { MediaKind } from '../../whatsapp/events/event';
import { limits } from '../../whatsapp/limits';
import { binaryField, checkSize, describeOwnFile, fileInField, NOT_UPLOADED } from '../shared/media';
import { messageText } from '../shared/messageText';
import { undocumented, id } from './fields';
import { defineMessage, session } from './defineMessage';
import { uploadFile } from './mediaFile';

/** Where a file comes from, and its address or place there. */
const sourceFields = (what: string, example: string) => ({
	source: choice({
		displayName: 'Source',
		description: 'Where the file comes from',
		options: [
			{ name: 'Link', value: 'link', description: 'A public web address; WhatsApp fetches the file itself' },
			{ name: 'Media ID', value: 'id', description: undocumented('A file WhatsApp holds already') },
			{
				name: 'Binary File',
				value: 'binary',
				description: 'A binary field of the item, uploaded and sent in one step; API style Cloud only',
			},
		],
	}),
	link: when(
		{ source: ['link'] },
		link({
			displayName: 'Link',
			placeholder: `e.g. https://files.example.org/${example}`,
			description: `Public https address that opens without signing in: ${what}`,
		}),
	),
	id: when(
		{ source: ['id'] },
		id({
			displayName: 'Media ID',
			placeholder: 'e.g. 1349800000000000',
			description: undocumented('ID of the file, as Upload or a trigger gave it'),
		}),
	),
	binaryPropertyName: when({ source: ['binary'] }, binaryField()),
});

export const captionField = () =>
	optional(
		messageText({
			displayName: 'Caption',
			placeholder: 'e.g. Your order as it left us',
			description: `Text below the file, up to ${limits.caption} characters`,
			maxLength: limits.caption,
		}),
	);

/** What a message with a file adds to those of its kind. */
interface MediaDefinition<F extends FieldRecord> {
	value: string;
	name: string;
	action: string;
	description: string;
	/** The kind, which is the message's type. */
	kind: MediaKind;
	/** What the file may be, for the description, and the name of such a file. */
	file: readonly [what: string, example: string];
	/** What goes beside the file, by the names WhatsApp has for it. */
	fields: F;
}

/** An operation that sends a file: behind a link, one that WhatsApp holds, or one of the item, which is uploaded first. */
export function defineMediaMessage<F extends FieldRecord>({
	kind,
	file: [what, example],
	fields,
	...described
}: MediaDefinition<F>): Operation {
	return defineMessage({
		...described,
		fields: { ...sourceFields(what, example), ...fields } as FieldRecord,
		async check(values, tools) {
			await ownFile(kind, values, tools);
		},
		async prepare(values, tools) {
			const own = await ownFile(kind, values, tools);
			for (const doubt of own?.doubts ?? []) hint(tools.context, doubt);
			if (!own) return undefined;
			const { file, name, mimeType } = own;
			return await tools.once(JSON.stringify([file.identity(), name, mimeType]), async () => ({
				id: await uploadFile(tools, file, own),
				filename: name,
			}));
		},
		async prepareForCheck(values, tools) {
			const own = await ownFile(kind, values, tools);
			own?.file.discard?.();
			return own && { id: NOT_UPLOADED, filename: own.name };
		},
		content({ link: address, id: known, caption, filename }, _, uploaded) {
			const mediaId = uploaded?.id ?? known;
			// A document shows its name, and WhatsApp keeps none with what is uploaded.
			const name = filename ?? (kind === 'document' ? uploaded?.filename : undefined);
			return session(kind, {
				...(mediaId === undefined ? { link: address } : { id: mediaId }),
				...withoutUndefined({ caption, filename: name }),
			});
		},
	});
}

/** The item's own file, where the message takes it. @throws BadInput */
async function ownFile(kind: MediaKind, values: Values<FieldRecord>, tools: Tools) {
	if (values.source !== 'binary') return undefined;
	const file = await fileInField(tools, values.binaryPropertyName as string);
	const described = await describeOwnFile({ mediaType: kind }, file);
	checkSize(kind, file.size, 'binaryPropertyName');
	return { file, ...described };
}
