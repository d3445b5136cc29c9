import { simplify } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { readContact } from '../../contact';
import { contact } from '../../locators';
import { simplifiedContact } from '../../simplified';
import { endpoints } from '../../endpoints';

/** Heltar API, "Fetch client details". */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a contact',
	description: 'Get one contact with its attributes',
	effect: 'read',
	fields: { clientWaNumber: contact(), simplify: simplify() },
	request: ({ clientWaNumber }) => ({
		endpoint: endpoints.getContact,
		params: { clientWaNumber },
	}),
	output: (data, { simplify: simple }) => (simple ? simplifiedContact(readContact(data)) : readContact(data)),
});
