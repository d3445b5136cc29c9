import { optional } from '../../../core/fields/field';
import { choice, text } from '../../../core/fields/basic';
import { jsonObject } from '../../../core/fields/json';
import { interactive } from '../../../whatsapp/interactive';
import { limits } from '../../../whatsapp/limits';
import type { MoreHeaderFiles } from './interactiveParts';
import { bodyField, footerField, headerFields, headerOf } from './interactiveParts';
import { defineInteractive } from './kind';

/** The version of the message that carries a form; there is no other. */
const MESSAGE_VERSION = '3';

/**
 * A button that opens a form in WhatsApp: `interactive` of type `flow`. The ID of the form is its token where none is given,
 * so that every answer says which form it belongs to.
 */
export const flow = (files?: MoreHeaderFiles) =>
	defineInteractive({
		fields: {
			...headerFields(files),
			body: bodyField(),
			footer: footerField(),
			flow_id: text({
				displayName: 'Flow ID',
				placeholder: 'e.g. 884112233445566',
				description: 'ID of the flow, from the WhatsApp Manager under Flows',
				trim: true,
			}),
			flow_cta: text({
				displayName: 'Button Text',
				placeholder: 'e.g. Book a visit',
				description: `Text of the button that opens the flow, up to ${limits.flow.button} characters`,
				maxLength: limits.flow.button,
				trim: true,
			}),
			// Not by WhatsApp's name, `flow_token`: n8n hides what is called a token.
			reference: optional(
				text({
					displayName: 'Flow Token',
					placeholder: 'e.g. 884112233445566-order-7',
					description:
						'Returned with the answer. If empty, the flow ID is used; your own token should start with that ID.',
					trim: true,
				}),
			),
			flow_action: choice({
				displayName: 'First Screen From',
				description: 'What decides which screen the flow opens with',
				options: [
					{
						name: 'This Message',
						value: 'navigate',
						description: 'The flow opens with the screen and the data given here',
					},
					{
						name: 'The Endpoint of the Flow',
						value: 'data_exchange',
						description: 'WhatsApp asks the server that is set up for the flow',
					},
				],
			}),
			screen: text({
				displayName: 'Screen',
				placeholder: 'e.g. WELCOME',
				description: 'ID of the screen the flow opens with',
				trim: true,
			}),
			screenData: optional(
				jsonObject({
					displayName: 'Screen Data',
					description: 'What the first screen is filled with, such as <code>{"city": "Pune"}</code>',
					filled: true,
				}),
			),
			mode: choice({
				displayName: 'Mode',
				description: 'Which version of the flow to open',
				options: [
					{ name: 'Published', value: 'published' },
					{ name: 'Draft', value: 'draft', description: 'For tests, before the flow is published' },
				],
			}),
		},
		interactive: ({
			body,
			footer,
			flow_id,
			flow_cta,
			reference,
			flow_action,
			screen,
			screenData,
			mode,
			...rest
		}) =>
			interactive(
				'flow',
				{ header: headerOf(rest), body, footer },
				{
					name: 'flow',
					parameters: {
						flow_id,
						flow_message_version: MESSAGE_VERSION,
						flow_token: reference ?? flow_id,
						flow_cta,
						flow_action,
						flow_action_payload: { screen, ...(screenData ? { data: screenData } : {}) },
						...(mode === 'draft' ? { mode } : {}),
					},
				},
			),
	});
