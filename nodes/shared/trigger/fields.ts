import type { INodeProperties } from 'n8n-workflow';

/** Which events start the workflow; the words are those of the event model. */
export const eventsField: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	required: true,
	default: ['message'],
	options: [
		{
			name: 'Account Change',
			value: 'account',
			description: 'Quality, limits, verification, groups and other account news',
		},
		{ name: 'Error', value: 'error', description: 'An error WhatsApp reports without a message' },
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
		{ name: 'Other', value: 'unknown', description: 'Payments, calls and whatever is not known yet' },
		{
			name: 'Template Change',
			value: 'template',
			description: 'A template was approved, rejected or paused',
		},
	],
	description: 'Which events start the workflow. Events that are not chosen start no execution.',
};
