import type { Values } from '../../core/fields/field';
import { when } from '../../core/fields/field';
import { choice, toggle } from '../../core/fields/basic';
import { collection } from '../../core/fields/containers';
import { notice } from '../../core/fields/notice';
import { chatOptions } from '../shared/trigger/chatFields';
import { showTyping, triggerFields, triggerOptions, verifyDeliveries } from '../shared/trigger/fields';
import type { RegistrationTexts } from '../shared/trigger/panel';

const registration = choice({
	displayName: 'Registration',
	options: [
		{
			name: 'Automatic',
			value: 'automatic',
			description:
				'Registers the webhook with Heltar when you publish the workflow. Needs a Full-access key.',
		},
		{
			name: 'Manual',
			value: 'manual',
			description: 'You add the webhook in Heltar yourself. For keys without permission to manage webhooks.',
		},
	],
	description: 'Who registers the webhook with Heltar',
});

/** Heltar API, "Webhooks": the dashboard's steps. */
const manualSteps = when(
	{ registration: ['manual'] },
	notice(
		'Copy the production URL above. In Heltar open Settings → Webhook Manager → Add New URL, paste it and choose the field "Meta Webhooks". For a test, add the test URL while the node listens. Webhooks added by hand carry no secret, so keep the URL to yourself.',
	),
);

const { filters, ...whatStarts } = triggerFields;

export const fields = {
	...whatStarts,
	registration,
	manualSteps,
	filters,
	options: collection({
		fields: {
			...triggerOptions,
			showTyping: showTyping('Needs a Full-access key.'),
			verify: verifyDeliveries(
				'With Registration set to Manual it has no effect, because those requests carry no secret: keep the URL to yourself.',
			),
			...chatOptions,
			customFields: toggle({
				displayName: 'Custom Data Events',
				description:
					'Whether to also receive the Custom Data of messages in their status events. Each of these events then arrives twice, once with the data.',
			}),
		},
	}),
};

export const texts: RegistrationTexts = {
	byItself: 'With Registration set to Automatic',
	byHand: 'With Registration set to Manual',
	place: 'in Heltar yourself',
	parameter: { name: 'registration', byHand: 'manual' },
};

export type TriggerOptions = Values<typeof fields>['options'];

/** Whether deliveries have to carry the secret: Heltar sends it along only where this node registered the URL. */
export const isVerified = (how: 'automatic' | 'manual', options: TriggerOptions) =>
	how === 'automatic' && options.verify !== false;
