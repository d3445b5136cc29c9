import { longText, text } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { customFieldOption } from '../../customData';
import { commonMessageFields, everyMessage, recipient } from '../../fields';
import { templateMessage } from '../../locators';
import { defineMessage } from '../../defineMessage';
import { templateEntry } from '../../templateEntry';

/** Heltar API, "Send messages": `messageType` `template`. */
export const sendTemplate = defineMessage({
	value: 'sendTemplate',
	name: 'Send Template',
	action: 'Send a template message',
	description: 'Send an approved template, which may also start a conversation',
	fields: {
		clientWaNumber: recipient(),
		...templateMessage(),
		options: collection({
			fields: {
				...everyMessage,
				customField: customFieldOption(),
				templateContent: longText({
					displayName: 'Text in Inbox',
					placeholder: 'e.g. Hello Dana, your order is packed',
					description: 'The text Heltar shows for this message in its inbox; recipients do not see it',
				}),
				templateHeader: text({
					displayName: 'Header in Inbox',
					placeholder: 'e.g. Order 88',
					description: 'The header Heltar shows for this message in its inbox; recipients do not see it',
				}),
			},
		}),
	},
	entry: ({ clientWaNumber, options, ...template }) => ({
		...commonMessageFields(clientWaNumber, options),
		...templateEntry(template),
		...(options.templateContent ? { templateContent: options.templateContent } : {}),
		...(options.templateHeader ? { templateHeader: options.templateHeader } : {}),
	}),
});
