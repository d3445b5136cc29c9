import type { IDataObject } from 'n8n-workflow';

import { choices } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { endpoints } from '../../endpoints';
import { groupOutput } from '../../groupFields';
import { group } from '../../locators';

/** Heltar API, "Get group". */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a group',
	description: 'Get a WhatsApp group with its members. A group that was just created may not be found yet.',
	effect: 'read',
	fields: {
		groupId: group(),
		fields: choices({
			displayName: 'Fields',
			description: 'What to get',
			options: [
				{ name: 'Admins', value: 'admins' },
				{ name: 'Creation Time', value: 'creation_timestamp' },
				{ name: 'Description', value: 'description' },
				{ name: 'Joining', value: 'join_approval_mode' },
				{ name: 'Members', value: 'participants' },
				{ name: 'Number of Members', value: 'total_participant_count' },
				{ name: 'Subject', value: 'subject' },
				{ name: 'Suspended', value: 'suspended' },
			],
			default: [
				'admins',
				'creation_timestamp',
				'description',
				'join_approval_mode',
				'participants',
				'total_participant_count',
				'subject',
				'suspended',
			],
		}),
	},
	request: ({ groupId, fields }) => ({
		endpoint: endpoints.getGroup,
		params: { groupId },
		query: { fields: fields.length > 0 ? fields.join(',') : undefined },
	}),
	output: (data, { groupId }) => groupOutput({ id: groupId, ...(data as IDataObject | null) }),
});
