import { defineOperation } from '../../../../core/run/operation';
import { readContact } from '../../contact';
import { contact } from '../../locators';
import { endpoints } from '../../endpoints';

/** Heltar API, "Fetch client attributes": `{attributes}`, whose values have their own types. */
export const getAttributes = defineOperation({
	value: 'getAttributes',
	name: 'Get Attributes',
	action: 'Get attributes of a contact',
	description: 'Get only the attributes and tags of a contact',
	effect: 'read',
	fields: { clientWaNumber: contact() },
	request: ({ clientWaNumber }) => ({
		endpoint: endpoints.getContactAttributes,
		params: { clientWaNumber },
	}),
	output: readContact,
});
