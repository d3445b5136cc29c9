import { BadInput } from '../../../../core/http/errors';
import { refined } from '../../../../core/fields/field';
import { defineOperation } from '../../../../core/run/operation';
import { attribute } from '../../locators';
import { endpoints } from '../../endpoints';

/** Heltar API, "Delete attributes". */
export const deleteAttribute = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete an attribute',
	description: 'Delete an attribute and its values on all contacts',
	effect: 'send',
	fields: {
		attribute: refined(
			attribute({ displayName: 'Attribute', description: 'The attribute to delete' }),
			(name) => {
				if (name === 'tags') throw new BadInput('"tags" cannot be deleted');
				return name;
			},
		),
	},
	request: ({ attribute: name }) => ({
		endpoint: endpoints.deleteAttribute,
		query: { attribute: name },
	}),
	output: (_data, { attribute: name }) => ({ deleted: true, attribute: name }),
});
