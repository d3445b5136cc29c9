import { optional } from '../../../../core/fields/field';
import { text } from '../../../../core/fields/basic';
import { defineMessage } from '../../message';
import { captionField, media, mediaFields } from '../../media';

const LONGEST_NAME = 240;

/**
 * Hello All collection: Session Document Message. Its heading says GET, a slip: all other messages go to the same
 * address with POST, and a GET loses its body on the way. It is never tried.
 */
export const sendDocument = defineMessage({
	value: 'sendDocument',
	name: 'Send Document',
	action: 'Send a document message',
	description: 'Send a document inside the 24-hour window',
	fields: {
		...mediaFields('a file of any common type up to 100 MB', 'invoice-17.pdf'),
		filename: optional(
			text({
				displayName: 'File Name',
				placeholder: 'e.g. invoice-17.pdf',
				description: 'The name WhatsApp shows for the document',
				maxLength: LONGEST_NAME,
				trim: true,
			}),
		),
		caption: captionField(),
	},
	content: ({ link, id, filename, caption }) => media('document', { link, id, filename, caption }),
});
