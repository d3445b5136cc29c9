import type { Hono } from 'hono';
import type { SandboxEnv } from '../core/provider.ts';
import type { StoredMessage } from '../core/store.ts';
import { answer, ApiError, heltarRoutes } from './answers.ts';
import { campaignsOf, showCampaign, type Campaign } from './campaignRecord.ts';
import { schedulesOf } from './schedule.ts';
import type { HeltarWorld } from './settings.ts';

/** In the order in which a message goes through them; each is counted in those before it. */
const ORDER = [
	'waiting',
	'failed',
	'expired',
	'cancelled',
	'sent',
	'delivered',
	'read',
	'responded',
	'clicked',
];
const ANSWERED = ['responded', 'clicked_responded'];

/** `GET /v1/campaigns/…`: one campaign with its counts, and its recipients, all at once. */
export function campaignReportRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();

	const found = (id: string): Campaign => {
		const campaign = campaignsOf(world).get(id);
		if (!campaign) throw new ApiError(404, 'Campaign not found');
		return campaign;
	};

	app.get('/heltar/v1/campaigns/get-one/:id', (c) =>
		answer(c, 'Successfully fetched campaign', showCampaign(world, found(c.req.param('id')))),
	);

	app.get('/heltar/v1/campaigns/download-stats/:id', (c) => {
		const campaign = found(c.req.param('id'));
		if (campaign.status === 'schedule') throw new ApiError(404, 'Campaign has not started');
		const messages = world.messages.ofCampaign(campaign.id);
		const rank = ({ status }: StoredMessage) => ORDER.indexOf(status);
		return answer(c, 'Successfully downloaded campaign stats', {
			statusCounts: statusCounts(world, campaign),
			campaignStats: messages
				.sort((a, b) => rank(a) - rank(b))
				.map((message) => ({
					name: world.people.resolve(message.number).name,
					clientWaNumber: message.record.clientWaNumber,
					status: message.status,
					respondedMsg: ANSWERED.includes(message.status) ? answerTo(world, message) : '',
					failureReason: reasonOf(message) ?? '',
					timestamp: new Date(message.at).toISOString(),
				})),
		});
	});

	app.get('/heltar/v1/campaigns/:id', (c) => {
		const { id, status } = found(c.req.param('id'));
		const messages =
			status === 'schedule'
				? recipientsToCome(world, id)
				: world.messages.ofCampaign(id).map((message) => ({
						clientWaNumber: message.record.clientWaNumber,
						status: message.status,
						failureReason: reasonOf(message),
						timestamp: new Date(message.at).toISOString(),
					}));
		return answer(c, 'Successfully fetched campaign messages', { messages });
	});

	return app;
}

/** The words WhatsApp or Heltar has for a failure; the code is left out. */
export const reasonOf = ({ errors }: StoredMessage): string | null =>
	errors?.[0]?.error_data?.details ?? errors?.[0]?.title ?? null;

function recipientsToCome(world: HeltarWorld, campaign: string) {
	const schedule = schedulesOf(world).get(campaign);
	const recipients = (schedule?.scheduleType === 'campaign' && schedule.body.messages) || [];
	return recipients.map(({ clientWaNumber }) => ({
		clientWaNumber,
		status: 'waiting',
		failureReason: null,
		timestamp: null,
	}));
}

function statusCounts(world: HeltarWorld, campaign: Campaign) {
	const counts = showCampaign(world, campaign);
	return {
		waiting: counts.statsWait,
		failed: counts.statsFailure,
		sent: counts.statsSent,
		delivered: counts.statsDelivered,
		read: counts.statsRead,
		responded: counts.statsResponded,
		clicked: counts.statsClicked,
		clicked_responded: counts.statsClickedResponded,
		total: counts.statsTotal,
	};
}

/** What the person wrote first after this message. */
export const answerTo = (world: HeltarWorld, { number, at }: StoredMessage): string =>
	world.messages.withNumber(number).find((one) => one.direction === 'in' && one.at >= at)?.text ?? '';
