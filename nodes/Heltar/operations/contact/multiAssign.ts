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
		displayName: 'Agents',
		description: 'The agents who get the chat; all of them are notified',
		row: 'Agent',
		min: 1,
		short: 'email',
		fields: { email: employee({ displayName: 'Agent', description: 'An agent who gets the chat' }) },
	}),
	(list) => [...new Map(list.map(({ email }) => [email.toLowerCase(), email])).values()],
);
const agentFields = rowsOrJson('emails', agents, { example: '["priya@example.com", "arjun@example.com"]' });

/** Heltar API, "Multi assign chat": the one call that unassigns, with an empty list. */
export const multiAssign = defineOperation({
	value: 'multiAssign',
	name: 'Assign Agents or Unassign',
	action: 'Assign the chat with a contact to several team members or to nobody',
	description:
		'Give the chat with a contact to one or several agents instead of those who have it now, or to nobody',
	effect: 'send',
	fields: {
		clientWaNumber: contact(),
		assign: choice({
			displayName: 'Assign',
			description: 'Who gets the chat',
			options: [
				{ name: 'To Agents', value: 'agents', description: 'Those who have the chat now lose it' },
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
