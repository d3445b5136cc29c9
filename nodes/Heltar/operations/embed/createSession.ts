import { text, toggle } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { defineOperation } from '../../../../core/run/operation';
import { contact, employee } from '../../locators';
import { endpoints } from '../../endpoints';

/** Heltar API, "Embedded chat": `{embedUrl, expiresAt}`. */
export const createSession = defineOperation({
	value: 'createSession',
	name: 'Create Session',
	action: 'Create an embedded chat session',
	description:
		'Get an address that shows the chat with a contact inside another page, such as that of a CRM. It can be opened once, and the chat stays open for 24 hours.',
	effect: 'send',
	fields: {
		clientWaNumber: contact(),
		options: collection({
			fields: {
				agentEmail: employee({
					displayName: 'Team Member',
					description:
						'The team member who appears as the author of replies. Heltar ignores unknown email addresses.',
				}),
				encrypt: toggle({
					displayName: 'Encrypt',
					default: true,
					description: 'Whether to encrypt the contact’s number, so that the browser does not show it',
				}),
				hideCallButton: toggle({
					displayName: 'Hide Call Button',
					default: true,
					description: 'Whether to leave out the button for calls',
				}),
				hideChatOptions: toggle({
					displayName: 'Hide Chat Options',
					default: true,
					description: 'Whether to leave out the menu of the chat',
				}),
				sessionExpiredText: text({
					displayName: 'Text After the End',
					placeholder: 'e.g. Open the chat again from the customer’s page',
					description: 'What is shown once the session is over, up to 200 characters',
					maxLength: 200,
					trim: true,
				}),
				showRefresh: toggle({
					displayName: 'Show Refresh',
					default: true,
					description: 'Whether to show a button that loads the chat again',
				}),
			},
		}),
	},
	request: ({ clientWaNumber, options: { agentEmail, encrypt, ...ui } }) => ({
		endpoint: endpoints.createEmbedSession,
		body: {
			clientWaNumber,
			...(agentEmail === undefined ? {} : { agentEmail }),
			...(encrypt === undefined ? {} : { encrypt }),
			...(Object.keys(ui).length > 0 ? { ui } : {}),
		},
	}),
});
