import { BadInput } from '../../../../core/http/errors';
import { refined } from '../../../../core/fields/field';
import { text } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { definitionFields, definitionIn, definitionOf } from '../../attributeDefinition';
import { endpoints } from '../../endpoints';

/** Heltar API, "Create attributes". */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create an attribute',
	description: 'Define a new attribute for contacts',
	effect: 'send',
	fields: {
		fieldKey: refined(
			text({
				displayName: 'Name',
				placeholder: 'e.g. city',
				description: 'Name of the new attribute',
				trim: true,
			}),
			(name) => {
				if (name !== 'tags') return name;
				throw new BadInput('every account has "tags" already', [], 'Change its choices with "Update".');
			},
		),
		...definitionFields(),
	},
	request: (definition) => ({
		endpoint: endpoints.createAttributes,
		body: { attributes: [definitionOf(definition)] },
	}),
	output: definitionIn,
});
