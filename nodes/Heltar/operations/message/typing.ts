import { choice, text } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { successOutput } from '../../answers';
import { endpoints } from '../../endpoints';

/** Heltar API, "Typing indicator". */
export const typing = defineOperation({
	value: 'typing',
	name: 'Show Typing',
	action: 'Show a typing indicator to a contact',
	description: 'Show the contact a typing indicator and mark their message as read. Needs a Full-access key.',
	effect: 'send',
	fields: {
		messageId: text({
			displayName: 'Message ID',
			placeholder: 'e.g. wamid.HBgMNDQ3NzAwOTAwMTIz',
			description: 'ID of the message the contact sent, as a trigger gave it',
			trim: true,
		}),
		typingIndicatorType: choice({
			displayName: 'Indicator',
			description: 'Which activity the contact sees, such as writing a text or recording audio',
			options: [
				{ name: 'Text', value: 'text' },
				{ name: 'Image', value: 'image' },
				{ name: 'Video', value: 'video' },
				{ name: 'Audio', value: 'audio' },
				{ name: 'Document', value: 'document' },
			],
		}),
	},
	request: ({ messageId, typingIndicatorType }) => ({
		endpoint: endpoints.showTyping,
		body: { messageId, typingIndicatorType },
	}),
	output: successOutput,
});
