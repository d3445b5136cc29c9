import { defineOperation } from '../../../../core/operation/operation';
import { readContact } from '../../contact';
import { recipient } from '../../fields';

/** Heltar API, "Fetch client details". */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a contact',
	description: 'Get one contact with its attributes',
	fields: { clientWaNumber: recipient('Contact') },
	request: ({ clientWaNumber }) => ({
		method: 'GET',
		path: ['v1', 'clients', clientWaNumber],
		retry: 'read',
	}),
	output: readContact,
});
