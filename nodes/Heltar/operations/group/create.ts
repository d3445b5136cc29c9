import { optional } from '../../../../core/fields/field';
import { choice } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { endpoints } from '../../endpoints';
import { descriptionField, subjectField } from '../../groupFields';

/** Heltar API, "Create group": accepted only; the group itself comes as an event with the same `request_id`. */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a group',
	description:
		'Create a WhatsApp group that people join through an invite link. The trigger gets the group ID later as an Account Change event, with the request_id that this operation returns.',
	effect: 'create',
	fields: {
		subject: subjectField(),
		description: optional(descriptionField()),
		joinApprovalMode: choice({
			displayName: 'Joining',
			description: 'Who may join with the link',
			options: [
				{ name: 'Everybody', value: 'auto_approve' },
				{ name: 'Those You Approve', value: 'approval_required' },
			],
		}),
	},
	request: ({ subject, description, joinApprovalMode }) => ({
		endpoint: endpoints.createGroup,
		body: { subject, ...(description ? { description } : {}), joinApprovalMode },
	}),
	sentId: (output) => {
		const { request_id } = Array.isArray(output) ? {} : output;
		return typeof request_id === 'string' ? request_id : undefined;
	},
});
