import { defineOperation } from '../../../../core/run/operation';
import { deleting } from '../../contactBatches';
import { contact } from '../../locators';

/** Heltar API, "Delete clients". */
export const deleteContact = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a contact',
	description: 'Delete a contact permanently',
	fields: { clientWaNumber: contact() },
	batch: deleting,
	message: ({ clientWaNumber }) => ({ clientWaNumber }),
});
