import { optional } from '../../../../core/fields/field';
import { choice, text } from '../../../../core/fields/basic';
import { collection, rows } from '../../../../core/fields/containers';
import { defineOperation } from '../../../../core/run/operation';
import { oneWithId } from '../../crm';
import { customField } from '../../customField';
import { endpoints } from '../../endpoints';
import { recipient } from '../../defineMessage';

/**
 * Hello All CRM, new contact. Two spellings of the body are in use; the user chooses one, because a second request could make
 * a second contact.
 */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a contact',
	description: 'Add a contact and their chat to Hello All',
	effect: 'create',
	fields: {
		whatsapp: recipient(),
		chat_name: optional(
			text({
				displayName: 'Name',
				placeholder: 'e.g. Asha Rao',
				description: 'Name of the contact in Hello All',
				trim: true,
			}),
		),
		options: collection({
			fields: {
				bodyForm: choice({
					displayName: 'Field Names',
					description:
						'Which names the request uses for the contact fields. If your panel rejects one set, try the other.',
					options: [
						{
							name: 'As in the Panel',
							value: 'usual',
							description: 'The fields whatsapp and chat_name',
						},
						{
							name: 'As in the API Documentation',
							value: 'documented',
							description: 'The fields whatsapp_number and name',
						},
					],
				}),
				chat_operator: text({
					displayName: 'Assigned To',
					placeholder: 'e.g. ravi@example.com',
					description: 'Email address of the team member who looks after the chat',
					trim: true,
				}),
				custom_fields: rows({
					displayName: 'Custom Fields',
					description: 'Values of custom fields',
					row: 'Custom Field',
					fields: {
						id: customField('The custom field to set'),
						value: text({ displayName: 'Value', placeholder: 'e.g. 1042', description: 'Its value' }),
					},
				}),
				email: text({
					displayName: 'Email',
					placeholder: 'e.g. asha@example.com',
					description: 'Email address of the contact',
					trim: true,
				}),
			},
		}),
	},
	request: ({ whatsapp, chat_name: name, options }) => {
		const { bodyForm = 'usual', chat_operator: operator, custom_fields: values = [], email } = options;
		const others = {
			...(email === undefined ? {} : { email }),
			...(operator === undefined ? {} : { chat_operator: operator }),
		};
		const body =
			bodyForm === 'usual'
				? {
						whatsapp,
						...(name === undefined ? {} : { chat_name: name }),
						...others,
						...(values.length > 0 ? { custom_fields: values } : {}),
					}
				: {
						whatsapp_number: `+${whatsapp}`,
						...(name === undefined ? {} : { name }),
						...others,
						...(values.length > 0
							? { custom_fields: Object.fromEntries(values.map(({ id, value }) => [id, value])) }
							: {}),
					};
		return { endpoint: endpoints.createContact, body };
	},
	output: (answer) => oneWithId('chat_id', answer),
});
