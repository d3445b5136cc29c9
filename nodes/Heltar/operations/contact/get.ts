import { simplify } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { readContact } from '../../contact';
import { contact } from '../../locators';
import { simplifiedContact } from '../../simplified';

/** Heltar API, "Fetch client details". */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a contact',
	description: 'Get one contact with its attributes',
	fields: { clientWaNumber: contact(), simplify: simplify() },
	request: ({ clientWaNumber }) => ({
		method: 'GET',
		path: ['v1', 'clients', clientWaNumber],
		retry: 'read',
	}),
	output: (data, { simplify: simple }) => (simple ? simplifiedContact(readContact(data)) : readContact(data)),
});
