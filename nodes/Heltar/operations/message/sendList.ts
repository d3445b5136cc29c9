import { limits } from '../../../../whatsapp/limits';
import { listMessage } from '../../../shared/messages/list';
import { defineKindOfMessage } from '../../defineMessage';

/**
 * Heltar API, "Send messages": `interactive` of type `list`. Heltar documents ten sections of ten rows each, WhatsApp
 * ten rows in total: only what both refuse is refused here, the rest is WhatsApp's to judge.
 */
const list = listMessage({
	maxBody: limits.list.body,
	note: 'Up to 10 sections with 10 rows in total. Heltar accepts more rows, but WhatsApp refuses the message.',
});

export const sendList = defineKindOfMessage(list, {
	value: 'sendList',
	name: 'Send List',
	action: 'Send a list message',
	description: 'Send a list of options behind a button, inside the 24-hour window',
});
