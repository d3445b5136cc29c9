import { optional } from '../../../../core/fields/field';
import { text } from '../../../../core/fields/basic';
import { captionField, defineMediaMessage } from '../../media';

const LONGEST_NAME = 240;

/**
 * Hello All collection: Session Document Message. Its heading says GET, a slip: all other messages go to the same
 * address with POST, and a GET loses its body on the way. It is never tried.
 */
export const sendDocument = defineMediaMessage({
	value: 'sendDocument',
	name: 'Send Document',
	action: 'Send a document message',
	description: 'Send a document inside the 24-hour window',
	kind: 'document',
	file: ['a file of any common type up to 100 MB', 'invoice-17.pdf'],
	fields: {
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
});
