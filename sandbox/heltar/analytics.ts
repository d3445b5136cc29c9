import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../core/provider.ts';
import { answer, ApiError, heltarRoutes, readQuery } from './answers.ts';
import { indianDay } from './indianDay.ts';
import type { HeltarWorld } from './settings.ts';

const DAY_MS = 86_400_000;
const MOST_DAYS = 366;

const period = z.object({ startDate: z.iso.date(), endDate: z.iso.date() });

/** `/v1/analytics`. */
export function analyticsRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	app.get('/heltar/v1/analytics/daily-engagement', (c) => {
		const { startDate, endDate } = readQuery(c, period);
		const days = (Date.parse(endDate) - Date.parse(startDate)) / DAY_MS + 1;
		if (days < 1) throw new ApiError(400, 'startDate must not be after endDate');
		if (days > MOST_DAYS) throw new ApiError(400, `The period must not be longer than ${MOST_DAYS} days`);
		const messages = world.messages.all().filter(({ hidden }) => !hidden);
		const met = new Set<string>();
		const counted = new Map<string, { active: Set<string>; fresh: number; all: number; campaign: number }>();
		for (const { at, number, direction, campaign } of messages) {
			const date = indianDay(at);
			const count = counted.get(date) ?? { active: new Set(), fresh: 0, all: 0, campaign: 0 };
			counted.set(date, count);
			count.all += 1;
			if (campaign !== null) count.campaign += 1;
			if (direction === 'out') continue;
			count.active.add(number);
			if (!met.has(number)) count.fresh += 1;
			met.add(number);
		}
		const rows = Array.from({ length: days }, (_, back) => {
			const date = new Date(Date.parse(endDate) - back * DAY_MS).toISOString();
			const count = counted.get(date.slice(0, 10));
			return {
				date,
				uniqueDailyActiveUsers: count?.active.size ?? 0,
				newActiveUsers: count?.fresh ?? 0,
				totalMessages: count?.all ?? 0,
				campaignMessages: count?.campaign ?? 0,
			};
		});
		return answer(c, 'Successfully fetched daily engagement', rows);
	});
	return app;
}
