import { pathValue, type Handler } from '../body.ts';
import { notFound } from '../errors.ts';
import { numberedPage } from './answers.ts';

interface Campaign {
	id: string;
	title: string;
	status: string;
	createdAt: string;
	scheduledAt: string | null;
	metrics: { total_recipients: number; delivered: number; read: number; replied: number; failed: number };
}

/** What was sent to many, before the sandbox began: it creates and sends no campaigns of its own. */
const CAMPAIGNS: Campaign[] = [
	{
		id: 'cmp_monsoon',
		title: 'Monsoon sale',
		status: 'completed',
		createdAt: '2024-06-03T05:30:00.000Z',
		scheduledAt: null,
		metrics: { total_recipients: 200, delivered: 190, read: 120, replied: 15, failed: 10 },
	},
	{
		id: 'cmp_festival',
		title: 'Festival offers',
		status: 'scheduled',
		createdAt: '2024-10-01T05:30:00.000Z',
		scheduledAt: '2024-10-20T04:30:00.000Z',
		metrics: { total_recipients: 0, delivered: 0, read: 0, replied: 0, failed: 0 },
	},
];

/** `GET /crm/campaign`. The independent client found the bare array, with other names than the documents have. */
export const listCampaigns: Handler = (c, world) => {
	const { entries, pagination } = numberedPage(c, CAMPAIGNS, 20, ['limit', 'rows']);
	if (world.settings.crmForm === 'flat')
		return c.json(
			entries.map(({ id, title, status, createdAt, scheduledAt }) => {
				return { id, title, status, created_at: createdAt, schedule: scheduledAt };
			}),
		);
	const data = entries.map(({ id, title, status, createdAt, scheduledAt }) => {
		return { campaign_id: id, name: title, status, created_at: createdAt, scheduled_at: scheduledAt };
	});
	const { page, limit, total } = pagination;
	return c.json({ success: true, data, count: total, page, rows: limit });
};

const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10);

/** `GET /crm/campaign/{id}/report`. */
export const campaignReport: Handler = (c, world) => {
	const id = pathValue(c, 'id');
	const campaign = CAMPAIGNS.find((one) => one.id === id);
	if (!campaign) throw notFound(`There is no campaign with the id ${id}`);
	const { title, status, metrics } = campaign;
	const { total_recipients: total, delivered, read, replied, failed } = metrics;
	if (world.settings.crmForm === 'flat')
		return c.json({ id, title, status, total, delivered, read, replied, failed });
	return c.json({
		campaign_id: id,
		name: title,
		status,
		metrics,
		delivery_rate: share(delivered, total),
		read_rate: share(read, delivered),
		reply_rate: share(replied, delivered),
	});
};
