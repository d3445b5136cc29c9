import type { INodePropertyOptions } from 'n8n-workflow';

import { when } from '../../../core/fields/field';
import { choice, choices, commaList, number, text, toggle } from '../../../core/fields/basic';
import { block, collection } from '../../../core/fields/containers';
import type { Values } from '../../../core/fields/field';
import type { EventFilter } from '../../../whatsapp/events/filter';
import type { chatOptions } from './chatFields';

/** Which events start the workflow; the words are those of the event model. */
const events = choices({
	displayName: 'Events',
	default: ['message'],
	options: [
		{
			name: 'Account Change',
			value: 'account',
			description: 'Quality, limits, verification, groups and other account news',
		},
		{ name: 'Error', value: 'error', description: 'An error WhatsApp reports that belongs to no message' },
		{
			name: 'Message Received',
			value: 'message',
			description: 'A customer wrote, tapped a button or sent a file',
		},
		{
			name: 'Message Status',
			value: 'status',
			description:
				'A message was sent, delivered, read or failed. Every message has several of these, so expect many executions.',
		},
		{ name: 'Other Event', value: 'unknown', description: 'Payments, calls and whatever is not known yet' },
		{
			name: 'Template Change',
			value: 'template',
			description: 'A template was approved, rejected or paused',
		},
	],
	description: 'Which events start the workflow. Events that are not chosen start no execution.',
});

const statuses = when(
	{ events: ['status'] },
	choices({
		displayName: 'Statuses',
		default: ['failed'],
		options: [
			{
				name: 'Accepted',
				value: 'accepted',
				description: 'A queued message got its WhatsApp ID. Not every account reports this.',
			},
			{ name: 'Deleted', value: 'deleted' },
			{ name: 'Delivered', value: 'delivered' },
			{ name: 'Failed', value: 'failed' },
			{ name: 'Played', value: 'played', description: 'A voice note was listened to' },
			{ name: 'Read', value: 'read' },
			{ name: 'Sent', value: 'sent' },
		],
		description: 'Which statuses start the workflow. None chosen means all of them.',
	}),
);

const filters = collection({
	displayName: 'Filters',
	placeholder: 'Add filter',
	fields: {
		allow: commaList({
			displayName: 'Allowed Senders',
			placeholder: 'e.g. 447700900123, 447700900124',
			description:
				'Only events of these customers start the workflow, such as messages from them and statuses of messages to them; separate numbers by commas. Events without a customer are not affected.',
		}),
		block: commaList({
			displayName: 'Blocked Senders',
			placeholder: 'e.g. 447700900123',
			description:
				'Events of these customers never start the workflow, such as messages from them and statuses of messages to them; separate numbers by commas',
		}),
		conversation: choice({
			displayName: 'Conversation',
			options: [
				{ name: 'Any', value: 'any' },
				{ name: 'Direct', value: 'direct' },
				{ name: 'Group', value: 'group' },
			],
			description: 'Which conversations count: those with one customer, those in a group, or all',
		}),
		optOuts: choice({
			displayName: 'Opt-Outs',
			options: [
				{ name: 'Include', value: 'any', description: 'They start the workflow like every message' },
				{
					name: 'Exclude',
					value: 'none',
					description: 'For bots: a customer who writes "stop" gets no reply',
				},
				{
					name: 'Only',
					value: 'only',
					description:
						'Of all messages, only opt-outs and opt-ins start the workflow, for example to keep a list of them',
				},
			],
			description:
				'How to treat messages such as "stop" or "start", with which customers opt out or in. Their events have "optOut": true or "optIn": true.',
		}),
		text: block({
			displayName: 'Text',
			fields: {
				mode: choice({
					displayName: 'Condition',
					options: [
						{ name: 'Contains', value: 'contains' },
						{ name: 'Is Exactly', value: 'exact' },
						{ name: 'Matches Regular Expression', value: 'regex' },
						{ name: 'Starts With', value: 'startsWith' },
					],
					description: 'How the text of a message is compared',
				}),
				value: text({
					displayName: 'Value',
					placeholder: 'e.g. order',
					description: 'What to look for; for a regular expression the pattern without slashes',
				}),
				caseSensitive: toggle({
					displayName: 'Case Sensitive',
					description: 'Whether upper and lower case must match',
				}),
			},
			description: 'Only messages whose text matches one of these start the workflow',
		}),
		types: choices({
			displayName: 'Message Types',
			options: [
				{ name: 'Audio or Voice Note', value: 'audio' },
				{ name: 'Button of a Template', value: 'button' },
				{ name: 'Contact Card', value: 'contacts' },
				{ name: 'Document', value: 'document' },
				{ name: 'Edited Message', value: 'edit' },
				{ name: 'Image', value: 'image' },
				{ name: 'Interactive Reply', value: 'interactive', description: 'Reply button, list row or form' },
				{ name: 'Location', value: 'location' },
				{ name: 'Order', value: 'order' },
				{ name: 'Reaction', value: 'reaction' },
				{ name: 'Sticker', value: 'sticker' },
				{ name: 'System Notice', value: 'system' },
				{ name: 'Text', value: 'text' },
				{ name: 'Video', value: 'video' },
			],
			description: 'Only messages of these types start the workflow',
		}),
	},
});

/** Parameters every trigger has. */
export const triggerFields = { events, statuses, filters };

/** Providers give up on a delivery after 10 seconds, and n8n needs some of them. */
const MOST_SECONDS = 7;

const LATE_REPLY = 'Thank you, but this question is no longer open.';

/** Options every trigger has; providers add their own beside them. */
export const triggerOptions = {
	downloadMedia: toggle({
		displayName: 'Download Media',
		description:
			'Whether files customers send are put into the binary field "data". A file that does not arrive within a few seconds leaves a note in the item instead.',
	}),
	dropDuplicates: toggle({
		displayName: 'Skip Duplicate Events',
		default: true,
		description: 'Whether an event starts the workflow only once, even if the provider sends it again',
	}),
	answerLate: toggle({
		displayName: 'Reply to Rejected Answers',
		default: true,
		description:
			'Whether to reply to someone whose answer to a Send and Wait question does not count, because the question is closed or was meant for others',
	}),
	echoes: toggle({
		displayName: 'Include Own Messages',
		description:
			'Whether messages your business sent from elsewhere also start the workflow, if the provider reports them. Careful: replying to them creates a loop.',
	}),
	lateReply: text({
		displayName: 'Rejected Answer Text',
		default: LATE_REPLY,
		placeholder: 'e.g. This question is closed.',
		description:
			'Text to send to someone whose answer to a Send and Wait question does not count, because the question is closed or was meant for others',
		rows: 2,
	}),
	markRead: toggle({
		displayName: 'Mark as Read',
		description: 'Whether customers see blue ticks as soon as their message arrives',
	}),
	optInWords: commaList({
		displayName: 'Opt-in Words',
		placeholder: 'e.g. join, more news',
		description:
			'Further messages that count as an opt-in, in addition to "start", "subscribe" and others in many languages; separate them by commas',
	}),
	optOutWords: commaList({
		displayName: 'Opt-Out Words',
		placeholder: 'e.g. no more news, leave me alone',
		description:
			'Further messages that count as an opt-out, in addition to "stop", "unsubscribe" and others in many languages; separate them by commas',
	}),
	raw: toggle({
		displayName: 'Raw Output',
		description: 'Whether to output the provider’s original data instead of the simplified event',
	}),
	collectSeconds: number({
		displayName: 'Wait for More Messages',
		default: 3,
		min: 0,
		max: MOST_SECONDS,
		description:
			'Seconds to wait for another message of the same person. Then all of them start the workflow together, as one item. No message waits longer than 7 seconds. Set to 0 to start the workflow with each message.',
	}),
};

/** @param need what the account has to have for it */
export const showTyping = (need: string) =>
	toggle({
		displayName: 'Show Typing',
		description: `Whether customers see the typing indicator for up to 25 seconds. This also marks their message as read. ${need}`,
	});

/** @param exception where there is no secret to verify */
export const verifyDeliveries = (exception: string) =>
	toggle({
		displayName: 'Verify Secret',
		default: true,
		description: `Whether to reject requests that do not carry the secret of this webhook. Turn this off only for testing, because anyone who knows the URL can then start the workflow. ${exception}`,
	});

/** What a user chose in a trigger; what only some providers have is optional. */
export type TriggerValues = Values<typeof triggerFields> & {
	options: Partial<
		Values<typeof triggerOptions> & { showTyping: boolean; verify: boolean } & Values<typeof chatOptions>
	>;
	registration?: 'automatic' | 'manual';
};

/** A trigger's subtitle on the canvas: the chosen events in the words of the menu. */
export const eventsSubtitle = (() => {
	const options = events.property.options as INodePropertyOptions[];
	const words = Object.fromEntries(options.map(({ value, name }) => [value, name]));
	return `={{ $parameter.events.map((event) => (${JSON.stringify(words)})[event]).join(", ") }}`;
})();

/** The filter of the event model out of what the user chose. */
export function filterOf(values: Values<typeof triggerFields>, options: { echoes?: boolean }): EventFilter {
	return { ...values.filters, events: values.events, statuses: values.statuses, echoes: options.echoes };
}

/** What somebody is told whose answer changes nothing; undefined to tell them nothing. */
export const lateReplyOf = ({ answerLate, lateReply }: { answerLate?: boolean; lateReply?: string }) =>
	answerLate === false ? undefined : (lateReply ?? LATE_REPLY);
