import type { Field } from '../../../../core/fields/field';
import { refined, when } from '../../../../core/fields/field';
import { choice } from '../../../../core/fields/basic';
import { rows, rowsOrJson } from '../../../../core/fields/containers';
import { defineOperation } from '../../../../core/run/operation';
import { successOutput } from '../../answers';
import { contact, employee } from '../../locators';
import { endpoints } from '../../endpoints';

/** The agents, each once: Heltar takes addresses in any case. An empty list is refused, since it would unassign everyone. */
const agents: Field<string[]> = refined(
	rows({
		displayName: 'Team Members',
		description: 'The team members who get the chat; all of them are notified',
		row: 'Team Member',
		min: 1,
		short: 'email',
		fields: {
			email: employee({ displayName: 'Team Member', description: 'A team member who gets the chat' }),
		},
	}),
	(list) => [...new Map(list.map(({ email }) => [email.toLowerCase(), email])).values()],
);
const agentFields = rowsOrJson('emails', agents, { example: '["priya@example.com", "arjun@example.com"]' });

/** Heltar API, "Multi assign chat": the one call that unassigns, with an empty list. */
export const multiAssign = defineOperation({
	value: 'multiAssign',
	name: 'Assign Team Members or Unassign',
	action: 'Assign the chat with a contact to several team members or to nobody',
	description:
		'Assign the chat with a contact to one or more team members instead of the current ones, or unassign it',
	effect: 'send',
	fields: {
		clientWaNumber: contact(),
		assign: choice({
			displayName: 'Assign',
			description: 'Who gets the chat',
			options: [
				{ name: 'To Team Members', value: 'agents', description: 'They replace the current assignees' },
				{ name: 'To Nobody', value: 'none', description: 'Everyone is unassigned' },
			],
		}),
		specifyEmails: when({ assign: ['agents'] }, agentFields.specifyEmails),
		emails: when({ assign: ['agents'] }, agentFields.emails),
		emailsJson: when({ assign: ['agents'] }, agentFields.emailsJson),
	},
	request: ({ clientWaNumber, emails, emailsJson }) => ({
		endpoint: endpoints.assignAgents,
		body: { clientWaNumber, emails: emails ?? emailsJson ?? [] },
	}),
	output: successOutput,
});
