import { limits } from '../../../../whatsapp/limits';
import { listMessage } from '../../../shared/messages/list';
import { defineKindOfMessage } from '../../defineMessage';

const list = listMessage({
	note: `What can be chosen: 1 to ${limits.list.sections} sections with ${limits.list.rows} rows in total`,
	mostRows: limits.list.rows,
});

/** Hello All collection: Session List Message, with one section or several. */
export const sendList = defineKindOfMessage(list, {
	value: 'sendList',
	name: 'Send List',
	action: 'Send a list message',
	description: 'Send a list of up to 10 rows to choose one from, inside the 24-hour window',
});
