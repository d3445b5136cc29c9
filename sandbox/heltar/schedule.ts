import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../core/provider.ts';
import { answer, ApiError, heltarRoutes, readBody } from './answers.ts';
import { showCampaign, type Campaign } from './campaignRecord.ts';
import {
	newCampaign,
	readRecipients,
	runCampaign,
	scheduledCampaignSchema,
	type CampaignBody,
} from './campaigns.ts';
import { sendSchema, type SendMessage } from './messageSchema.ts';
import { cancelNudge, nudgeBody, planNudge } from './nudges.ts';
import { sendAll } from './send.ts';
import type { HeltarWorld } from './settings.ts';

type Schedule = { id: string; status: 'scheduled' | 'completed'; scheduleTime: number } & (
	| { scheduleType: 'message'; messages: SendMessage[] }
	| { scheduleType: 'campaign'; campaignId: string; body: CampaignBody }
);

const TWO_YEARS_S = 2 * 366 * 86_400;

export const schedulesOf = (world: HeltarWorld) => world.collection<Schedule>('schedules');

/** Unix seconds, in the future and at most two years away. */
function checkTime(scheduleTime: number): void {
	const now = Date.now() / 1000;
	if (scheduleTime <= now) throw new ApiError(400, 'scheduleTime: must be in the future');
	if (scheduleTime > now + TWO_YEARS_S)
		throw new ApiError(400, 'scheduleTime: must be within two years, in Unix seconds');
}

export function scheduleRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	const schedules = schedulesOf(world);

	app.post('/heltar/v1/schedule/message', async (c) => {
		const schema = sendSchema(world.settings.generation).extend({ scheduleTime: z.number().int() });
		const { messages, scheduleTime } = await readBody(c, schema);
		checkTime(scheduleTime);
		const id = randomUUID();
		plan(world, { id, scheduleType: 'message', status: 'scheduled', scheduleTime, messages });
		return answer(c, 'Message scheduled successfully', {
			id,
			scheduleType: 'message',
			status: 'scheduled',
			scheduleTime,
		});
	});

	app.post('/heltar/v1/schedule/campaign', async (c) => {
		const { scheduleTime, ...rest } = await readBody(c, scheduledCampaignSchema(world.settings.generation));
		checkTime(scheduleTime);
		const body = await readRecipients(world, rest);
		const campaign = newCampaign(world, body, scheduleTime * 1000);
		// The campaign's id is also the schedule's: the answer names no other to delete it by.
		plan(world, {
			id: campaign.id,
			scheduleType: 'campaign',
			status: 'scheduled',
			scheduleTime,
			campaignId: campaign.id,
			body,
		});
		return answer(c, 'Campaign scheduled successfully', { campaign: showCampaign(world, campaign) });
	});

	app.post('/heltar/v1/schedule/nudge', async (c) => {
		const nudge = planNudge(world, await readBody(c, nudgeBody));
		return answer(c, 'Nudge scheduled successfully', { scheduleId: nudge.id });
	});

	app.delete('/heltar/v1/schedule/:id', (c) => {
		if (cancelNudge(world, c.req.param('id'))) return answer(c, 'Schedule deleted successfully');
		const schedule = schedules.get(c.req.param('id'));
		if (!schedule || schedule.status !== 'scheduled') throw new ApiError(404, 'Schedule not found');
		schedules.delete(schedule.id);
		if (schedule.scheduleType === 'campaign')
			world.collection<Campaign>('campaigns').delete(schedule.campaignId);
		return answer(c, 'Schedule deleted successfully');
	});

	return app;
}

function plan(world: HeltarWorld, schedule: Schedule): void {
	schedulesOf(world).put(schedule.id, schedule);
	world.timers.later(schedule.scheduleTime * 1000 - Date.now(), () => run(world, schedule.id));
}

function run(world: HeltarWorld, id: string): void {
	const schedule = schedulesOf(world).get(id);
	if (!schedule || schedule.status !== 'scheduled') return;
	schedulesOf(world).put(id, { ...schedule, status: 'completed' });
	if (schedule.scheduleType === 'message') {
		sendAll(world, schedule.messages, { queue: world.settings.asyncMode, keepFailed: true });
		return;
	}
	const campaign = world.collection<Campaign>('campaigns').get(schedule.campaignId);
	if (campaign) runCampaign(world, campaign, schedule.body);
}

/** After a restart: what is still to come is planned again, what was missed runs now. */
export function resumeSchedules(world: HeltarWorld): void {
	for (const schedule of schedulesOf(world).all()) if (schedule.status === 'scheduled') plan(world, schedule);
}
