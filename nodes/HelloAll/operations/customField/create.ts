import { optional } from '../../../../core/fields/field';
import { text } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { innerOr } from '../../answers';
import { endpoints } from '../../endpoints';

/** Hello All collection: Create Custom Field. It does not list the types there are. */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a custom field',
	description: 'Create a custom field that chats can have a value for',
	effect: 'create',
	fields: {
		name: text({
			displayName: 'Name',
			placeholder: 'e.g. Order number',
			description: 'Name of the field in Hello All',
			trim: true,
		}),
		type: text({
			displayName: 'Type',
			placeholder: 'e.g. text',
			description:
				'What kind of value it holds, such as <code>text</code>, <code>number</code> or <code>date</code>',
			default: 'text',
			trim: true,
		}),
		description: optional(
			text({
				displayName: 'Description',
				placeholder: 'e.g. Number of the last order',
				description: 'What the field is for',
			}),
		),
	},
	request: ({ name, type, description }) => ({
		endpoint: endpoints.createCustomField,
		body: { name, type, ...(description === undefined ? {} : { description }) },
	}),
	output: (answer) => innerOr(answer, 'data'),
});
