import { business } from './record.ts';
import type { HeltarWorld } from './settings.ts';

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

/** Statistics are cumulative: what was read was also delivered and sent. */
export function showCampaign(world: HeltarWorld, campaign: Campaign) {
	const counts = world.messages.campaignCounts(campaign.id);
	const sum = (...statuses: string[]) => statuses.reduce((total, status) => total + (counts[status] ?? 0), 0);
	const { id, name, description, status, templateName, source, scheduleTime, createdAt, total } = campaign;
	const seen = ['read', 'responded', 'clicked', 'clicked_responded'];
	return {
		id,
		name,
		description,
		status,
		phoneNumberId: business.phoneNumberId,
		templateName,
		source,
		statsTotal: total,
		statsWait: campaign.status === 'schedule' ? total : sum('waiting'),
		statsSent: sum('sent', 'delivered', ...seen),
		statsDelivered: sum('delivered', ...seen),
		statsRead: sum(...seen),
		statsResponded: sum('responded', 'clicked_responded'),
		statsClicked: sum('clicked', 'clicked_responded'),
		statsClickedResponded: sum('clicked_responded'),
		statsFailure: sum('failed', 'expired'),
		scheduleTime: scheduleTime === null ? null : new Date(scheduleTime).toISOString(),
		createdAt: new Date(createdAt).toISOString(),
	};
}
