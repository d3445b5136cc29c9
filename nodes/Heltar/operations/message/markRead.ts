import { Refused } from '../../../../core/http/errors';
import { defineOperation } from '../../../../core/run/operation';
import { contactNumber } from '../../fields';
import { endpoints } from '../../endpoints';

/**
 * Heltar API, "Mark messages as read": a GET that answers 200 in any case and tells in `data.message` what came of it.
 * Doing it twice does no harm.
 */
export const markRead = defineOperation({
	value: 'markRead',
	name: 'Mark as Read',
	action: 'Mark a conversation as read',
	description: 'Mark all messages from a contact as read, so that the contact sees blue ticks',
	effect: 'read',
	fields: { clientWaNumber: contactNumber() },
	request: ({ clientWaNumber }) => ({
		endpoint: endpoints.markRead,
		params: { clientWaNumber },
	}),
	output(data) {
		const { message = '' } = (data ?? {}) as { message?: string };
		if (/disabled|not enabled|turned off/i.test(message)) {
			throw new Refused(message, {
				advice: 'Switch on read receipts in the settings of your Heltar account.',
			});
		}
		if (/error|fail|unable|could not/i.test(message)) {
			throw new Refused(message, { advice: 'Check that the contact exists and has written before.' });
		}
		return { success: true, ...(message ? { message } : {}) };
	},
});
