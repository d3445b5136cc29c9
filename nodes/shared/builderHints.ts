import type { IBuilderHint, IParameterBuilderHint } from 'n8n-workflow';

/*
 * What n8n's own AI workflow builder is told (from n8n 2.40 on; older versions ignore it): `searchHint` stands in its results and
 * in the node's definition, a `propertyHint` beside a parameter. Nobody sees them in the editor.
 * They name other nodes as people do: the type of a node begins with its package, and there are packages of one provider, too.
 */

/** For the node that acts. @param label the provider's name for people */
export const actionHint = (label: string): IBuilderHint => ({
	searchHint: `Sends WhatsApp messages through ${label}. To build a bot that answers customers, start the workflow with ${label} Trigger and answer with resource "message", operation "sendText", where the recipient is the field "from" of the trigger's item. Text reaches a customer within 24 hours of their last message; to write first, to notify or to send a broadcast or an OTP, use operation "sendTemplate" with an approved template. Give it one item for each recipient: it sends in bulk by itself and needs no loop.`,
});

/** For the node that starts workflows. */
export const triggerHint = (label: string): IBuilderHint => ({
	searchHint: `Starts a workflow when a WhatsApp message arrives through ${label}; publishing the workflow registers the webhook. Each item has "from" (the customer's number, the recipient of an answer), "profileName", "type" and "text". For a chatbot set the option "collectSeconds" to 3, so that messages in a row get one answer.`,
});

/** For the memory of an agent. */
export const memoryHint = (label: string): IBuilderHint => ({
	searchHint: `Memory for an AI agent that answers on WhatsApp through ${label}: the conversation as ${label} keeps it, colleagues and campaigns included, with no database. It takes the customer from ${label} Trigger.`,
});

export const recipientHint: IParameterBuilderHint = {
	propertyHint:
		'A phone number with country code and without spaces, such as 447700900123. To answer a customer, use the field "from" of the item of the trigger.',
};

export const templateHint: IParameterBuilderHint = {
	propertyHint:
		'The name of a template that WhatsApp has approved for this account. Do not invent one: pick it from the list, or leave it for the user to choose.',
};
