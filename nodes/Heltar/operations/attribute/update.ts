import { optional } from '../../../../core/fields/field';
import { text } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { definitionFields, definitionIn, definitionOf } from '../../attributeDefinition';
import { attribute } from '../../locators';
import { endpoints } from '../../endpoints';

/** Heltar API, "Update attributes": the definition is replaced as a whole. */
export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update an attribute',
	description: 'Rename an attribute or change its type. The values contacts have are converted.',
	effect: 'send',
	fields: {
		oldAttribute: attribute({ displayName: 'Attribute', description: 'The attribute to change' }),
		fieldKey: optional(
			text({
				displayName: 'New Name',
				placeholder: 'e.g. town',
				description: 'New name of the attribute. If empty, the name does not change.',
				trim: true,
			}),
		),
		...definitionFields(),
	},
	request: ({ oldAttribute, fieldKey = oldAttribute, ...definition }) => ({
		endpoint: endpoints.updateAttribute,
		body: { oldAttribute, newAttribute: definitionOf({ fieldKey, ...definition }) },
	}),
	output: (data, { oldAttribute, fieldKey = oldAttribute, ...definition }) =>
		definitionIn(data, { fieldKey, ...definition }),
});
