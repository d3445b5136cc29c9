import { business } from './record.ts';
import type { HeltarWorld } from './settings.ts';
import { cumulativeCounts } from './statusCounts.ts';

export interface Campaign {
	id: string;
	name: string;
	description: string | null;
	templateName: string;
	languageCode: string;
	source: string;
	status: 'draft' | 'schedule' | 'running' | 'sent' | 'paused';
	/** Unix milliseconds. */
	scheduleTime: number | null;
	createdAt: number;
	total: number;
}

export const campaignsOf = (world: HeltarWorld) => world.collection<Campaign>('campaigns');

export function showCampaign(world: HeltarWorld, campaign: Campaign) {
	const byStatus = world.messages.campaignCounts(campaign.id);
	const counts = cumulativeCounts((...statuses) =>
		statuses.reduce((sum, status) => sum + (byStatus[status] ?? 0), 0),
	);
	const { id, name, description, status, templateName, source, scheduleTime, createdAt, total } = campaign;
	return {
		id,
		name,
		description,
		status,
		phoneNumberId: business.phoneNumberId,
		templateName,
		source,
		statsTotal: total,
		statsWait: campaign.status === 'schedule' ? total : counts.waiting,
		statsSent: counts.sent,
		statsDelivered: counts.delivered,
		statsRead: counts.read,
		statsResponded: counts.responded,
		statsClicked: counts.clicked,
		statsClickedResponded: counts.clickedResponded,
		statsFailure: counts.failed,
		scheduleTime: scheduleTime === null ? null : new Date(scheduleTime).toISOString(),
		createdAt: new Date(createdAt).toISOString(),
	};
}
