import { optional, when } from '../../core/fields/field';
import { choice, link, longText } from '../../core/fields/basic';
import { withoutUndefined } from '../../core/fields/omit';
import { limits } from '../../whatsapp/limits';
import { undocumented, id } from './fields';
import { session } from './message';

/**
 * Where a file comes from: a public link, or an id that the provider gave to a file before.
 * @param what what the file may be, for the description
 * @param example the name of such a file
 */
export const mediaFields = (what: string, example: string) => ({
	source: choice({
		displayName: 'Source',
		description: 'Where the file comes from',
		options: [
			{ name: 'Link', value: 'link', description: 'A public web address; WhatsApp fetches the file itself' },
			{ name: 'Media ID', value: 'id', description: undocumented('A file WhatsApp holds already') },
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
			description: undocumented('ID of the file, such as the ID a trigger gave'),
		}),
	),
});

export const captionField = () =>
	optional(
		longText({
			displayName: 'Caption',
			placeholder: 'e.g. Your order as it left us',
			description: `Text below the file, up to ${limits.caption} characters`,
			maxLength: limits.caption,
		}),
	);

/** The media part of a message; nothing empty gets in. */
export const media = (
	type: 'image' | 'video' | 'document' | 'audio' | 'sticker',
	{
		link: address,
		id: mediaId,
		...words
	}: { link?: string; id?: string; caption?: string; filename?: string },
) =>
	session(type, {
		...(mediaId === undefined ? { link: address } : { id: mediaId }),
		...withoutUndefined(words),
	});
