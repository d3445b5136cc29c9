import type { IDataObject } from 'n8n-workflow';

import { Refused } from '../../../../core/http/errors';
import { refined } from '../../../../core/fields/field';
import { assertCount, commaList } from '../../../../core/fields/basic';
import { inRow } from '../../../../core/fields/containers';
import { defineOperation } from '../../../../core/run/operation';
import { limits } from '../../../../whatsapp/limits';
import { whatsAppPersonId } from '../../../../whatsapp/recipient';
import { assertValid } from '../../../shared/recipient';
import { endpoints } from '../../endpoints';
import { group } from '../../locators';
import { whatsappText } from '../../refusal';

const most = limits.group.participants;

/** Heltar API, "Remove group participants": some may be removed and others not. */
export const removeParticipants = defineOperation({
	value: 'removeParticipants',
	name: 'Remove Members',
	action: 'Remove group members',
	description: 'Remove people from a WhatsApp group; the output tells who was removed and who was not',
	effect: 'send',
	fields: {
		groupId: group(),
		participants: refined(
			commaList({
				displayName: 'Members',
				placeholder: 'e.g. 447700900123, 447700900124',
				description: `Up to ${most} phone numbers with country code or WhatsApp user IDs, separated by commas, or an expression that returns a list`,
			}),
			(given) => {
				assertCount(given, { max: most });
				return given.map((one, at) => inRow(at, 'Member', () => assertValid(whatsAppPersonId(one))));
			},
		),
	},
	orderKey: ({ groupId }) => groupId,
	request: ({ groupId, participants }) => ({
		endpoint: endpoints.removeParticipants,
		params: { groupId },
		body: { participants: participants.map((user) => ({ user })) },
	}),
	output(data, { groupId }) {
		const { removed_participants: removed = [], failed_participants: failed = [] } = (data ?? {}) as Record<
			string,
			unknown[]
		>;
		if (removed.length === 0 && failed.length > 0) {
			throw new Refused('WhatsApp removed none of the members', {
				advice:
					[...new Set(failed.map(whatsappText))].filter(Boolean).join('. ') ||
					'They may not be in the group.',
			});
		}
		return { groupId, removed_participants: removed, failed_participants: failed } as IDataObject;
	},
});
