import { text, toggle } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { orSuccess } from '../../answers';
import { chatId } from '../../crm';
import { endpoints } from '../../endpoints';

/** Hello All CRM, assign a chat. */
export const assign = defineOperation({
	value: 'assign',
	name: 'Assign',
	action: 'Assign a chat to a team member',
	description: 'Hand a chat over to a team member, who sees it in the inbox',
	effect: 'send',
	fields: {
		chatId: chatId(),
		operator_email: text({
			displayName: 'Assign To',
			placeholder: 'e.g. ravi@example.com',
			description: 'Email address of the team member',
			trim: true,
		}),
		pause_automation: toggle({
			displayName: 'Pause Automation',
			description: 'Whether the panel’s own bots and automations leave the chat alone from now on',
			default: true,
		}),
	},
	request: ({ chatId: chat, ...body }) => ({
		endpoint: endpoints.assignChat,
		params: { chatId: chat },
		body,
	}),
	output: orSuccess,
});
