import { BadInput } from '../../../../core/http/errors';
import { optional } from '../../../../core/fields/field';
import type { Field } from '../../../../core/fields/field';
import { commaList } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { attributeFields, attributesOf } from '../../attributeValues';
import { updateContactsCall } from '../../contactCalls';
import { contact } from '../../locators';

const named = commaList({
	displayName: 'Tags',
	placeholder: 'e.g. vip, newsletter',
	description:
		'All tags the contact should have, separated by commas; others are removed. An empty list from an expression removes all, an empty field leaves them as they are.',
});
/** Tags are replaced as a whole, so that no tags at all is a wish, too. */
const tags: Field<string[] | undefined> = optional({
	...named,
	read: (raw) => (Array.isArray(raw) && raw.length === 0 ? [] : named.read(raw)),
});

/** Heltar API, "Update attributes and tags": attributes are merged, tags are replaced. */
export const updateAttributesAndTags = defineOperation({
	value: 'updateAttributesAndTags',
	name: 'Update Attributes and Tags',
	action: 'Update attributes and tags of a contact',
	description: 'Change attributes of a contact and replace its tags',
	effect: 'send',
	fields: { clientWaNumber: contact(), ...attributeFields(), tags },
	bulk: updateContactsCall,
	entry: ({ clientWaNumber, tags: wanted, ...given }) => {
		const attributes = attributesOf(given);
		const some = Object.keys(attributes).length > 0;
		if (!some && wanted === undefined) {
			throw new BadInput('nothing is filled in, neither here nor in the tags', [
				{ name: 'attributes', label: 'Attributes' },
			]);
		}
		return {
			clientWaNumber,
			...(some ? { attributes } : {}),
			...(wanted === undefined ? {} : { tags: wanted }),
		};
	},
});
