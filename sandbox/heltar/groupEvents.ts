import type { Outgoing } from '../core/deliveries.ts';
import { cloudEnvelope } from '../platform/envelope.ts';
import type { Group } from './group.ts';
import { business } from './record.ts';
import type { HeltarWorld } from './settings.ts';
import { rawWebhooks } from './webhooks.ts';

/** Something that happened to a group, as WhatsApp tells of it. */
export type GroupEvent = { group: Group } & (
	| { type: 'group_create' | 'group_delete'; requestId: string }
	| {
			type: 'group_settings_update';
			requestId: string;
			change: { subject?: string; description?: string; picture?: { mime_type: string; sha256: string } };
	  }
	| { type: 'group_participants_add'; added_participants: object[] }
	| { type: 'group_participants_remove'; removed_participants: object[]; failed_participants: object[] }
);

const FIELDS = {
	group_create: 'group_lifecycle_update',
	group_delete: 'group_lifecycle_update',
	group_settings_update: 'group_settings_update',
	group_participants_add: 'group_participants_update',
	group_participants_remove: 'group_participants_update',
} as const;

/** Heltar API, webhooks: group events go to raw subscriptions. */
export function groupEvent(world: HeltarWorld, event: GroupEvent): Outgoing[] {
	const timestamp = String(Math.floor(Date.now() / 1000));
	const groups = [{ timestamp, group_id: event.group.id, type: event.type, ...contentOf(event) }];
	const body = JSON.stringify(cloudEnvelope(business, { groups }, FIELDS[event.type]));
	return rawWebhooks(world, body, { event: event.type, id: event.group.id });
}

function contentOf(event: GroupEvent): object {
	switch (event.type) {
		case 'group_create': {
			const { subject, invite, joinApprovalMode } = event.group;
			return {
				request_id: event.requestId,
				subject,
				invite_link: `https://chat.whatsapp.com/${invite}`,
				join_approval_mode: joinApprovalMode,
			};
		}
		case 'group_delete':
			return { request_id: event.requestId };
		case 'group_settings_update': {
			const { subject, description, picture } = event.change;
			const done = { update_successful: true };
			return {
				request_id: event.requestId,
				...(subject !== undefined && { group_subject: { text: subject, ...done } }),
				...(description !== undefined && { group_description: { text: description, ...done } }),
				...(picture && { profile_picture: { ...picture, ...done } }),
			};
		}
		case 'group_participants_add':
			return { reason: 'invite_link', added_participants: event.added_participants };
		case 'group_participants_remove': {
			const { removed_participants, failed_participants } = event;
			return { initiated_by: 'business', removed_participants, failed_participants };
		}
	}
}
