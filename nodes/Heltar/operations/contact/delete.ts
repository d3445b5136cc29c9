import { defineOperation } from '../../../../core/run/operation';
import { deleteContactsCall } from '../../contactCalls';
import { contact } from '../../locators';

/** Heltar API, "Delete clients". */
export const deleteContact = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a contact',
	description: 'Delete a contact permanently',
	effect: 'send',
	fields: { clientWaNumber: contact() },
	bulk: deleteContactsCall,
	entry: ({ clientWaNumber }) => ({ clientWaNumber }),
});
