import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../core/provider.ts';
import type { StoredMessage } from '../core/store.ts';
import type { CategoryChange } from '../platform/templateChanges.ts';
import { answer, ApiError, heltarRoutes, readQuery } from './answers.ts';
import { answerTo, reasonOf } from './campaignReports.ts';
import { indianDay } from './indianDay.ts';
import { business } from './record.ts';
import type { HeltarWorld } from './settings.ts';
import { cumulativeCounts } from './statusCounts.ts';
import { templatesOf } from './templates.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const days = z.object({ startDate: z.string(), endDate: z.string() });

/** The two days of a query, in the API's words where something is wrong with them. */
function period(query: z.infer<typeof days>): (at: number) => boolean {
	const { startDate, endDate } = query;
	if (![startDate, endDate].every((day) => DAY.test(day)))
		throw new ApiError(400, 'Invalid date format. Expected YYYY-MM-DD format for startDate and endDate.');
	if (![startDate, endDate].every((day) => !Number.isNaN(Date.parse(day))))
		throw new ApiError(400, 'startDate and endDate must be valid dates.');
	if (endDate < startDate) throw new ApiError(400, 'endDate must not be before startDate.');
	return (at) => indianDay(at) >= startDate && indianDay(at) <= endDate;
}

const templateNameOf = ({ raw }: StoredMessage) => raw.templateName as string;
const sentTemplates = (world: HeltarWorld) =>
	world.messages.all().filter(({ direction, type }) => direction === 'out' && type === 'template');

/** What happened to templates and to what was sent with them; mounted before the templates, whose pattern would match. */
export function templateReportRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();

	app.get('/heltar/v1/templates/template-analytics-clickhouse', (c) => {
		const within = period(readQuery(c, days));
		const groups = new Map<string, StoredMessage[]>();
		for (const message of sentTemplates(world).filter(({ at }) => within(at))) {
			const key = JSON.stringify([indianDay(message.at), templateNameOf(message)]);
			groups.set(key, [...(groups.get(key) ?? []), message]);
		}
		const rows = [...groups].map(([key, messages]) => {
			const [date, name] = JSON.parse(key) as [string, string];
			return { template_name: name, category: categoryOf(world, name), date, ...funnel(messages) };
		});
		return answer(c, 'Successfully fetched template analytics', rows);
	});

	app.get('/heltar/v1/templates/template-details/:name/:date', (c) => {
		const { name, date } = c.req.param();
		if (!DAY.test(date)) throw new ApiError(400, 'Invalid date format. Expected YYYY-MM-DD format');
		const messages = sentTemplates(world)
			.filter((message) => templateNameOf(message) === name && indianDay(message.at) === date)
			.reverse();
		return answer(
			c,
			'Successfully fetched template details',
			messages.map((message) => ({
				wamid: message.id,
				client_wa_number: message.number,
				status: message.status,
				failure_reason: reasonOf(message),
				timestamp: new Date(message.at).toISOString().slice(0, 19).replace('T', ' '),
				sent_by_name: null,
				response_text: answerTo(world, message) || null,
			})),
		);
	});

	app.get('/heltar/v1/templates/category-updates', (c) => {
		const within = period(readQuery(c, days));
		const changes = world.collection<CategoryChange>('categoryChanges').all();
		return answer(
			c,
			'Successfully fetched template category updates',
			changes
				.filter(({ at }) => within(at))
				.reverse()
				.map(({ at, id, name, language, from, to }) => ({
					businessAccountId: business.wabaId,
					templateId: id,
					templateName: name,
					language,
					previousCategory: from,
					newCategory: to,
					createdAt: new Date(at).toISOString(),
					businessId: business.id,
					businessName: business.name,
					bizWhatsappNumber: business.displayPhoneNumber,
					countryCode: '91',
				})),
		);
	});

	app.get('/heltar/v1/templates/cost-analytics', (c) => {
		const query = readQuery(c, days.extend({ scope: z.enum(['business', 'org']).optional() }));
		const within = period(query);
		if (query.startDate < EARLIEST_COST)
			throw new ApiError(400, `startDate must not be before ${EARLIEST_COST}`);
		return answer(c, 'Successfully fetched cost analytics', costs(world, within, query.scope === 'org'));
	});

	return app;
}

const categoryOf = (world: HeltarWorld, name: string) =>
	templatesOf(world)
		.all()
		.find((template) => template.name === name)?.category ?? null;

function funnel(messages: StoredMessage[]) {
	const counts = cumulativeCounts(
		(...statuses) => messages.filter(({ status }) => statuses.includes(status)).length,
	);
	return {
		totalCount: messages.length,
		waitingCount: counts.waiting,
		sentCount: counts.sent,
		deliveredCount: counts.delivered,
		readCount: counts.read,
		failedCount: counts.failed,
		respondedCount: counts.responded,
		clickedCount: counts.clicked,
		clickedRespondedCount: counts.clickedResponded,
	};
}

const EARLIEST_COST = '2026-07-01';
/** Rupees for one delivered message. */
const PRICES: Record<string, number> = { MARKETING: 0.8631, UTILITY: 0.115, AUTHENTICATION: 0.115 };
const rounded = (amount: number) => Math.round(amount * 10_000) / 10_000;

function costs(world: HeltarWorld, within: (at: number) => boolean, ofOrganisation: boolean) {
	const groups = new Map<string, StoredMessage[]>();
	for (const message of sentTemplates(world).filter(({ at }) => within(at))) {
		const key = JSON.stringify([
			indianDay(message.at),
			categoryOf(world, templateNameOf(message)) ?? 'UTILITY',
		]);
		groups.set(key, [...(groups.get(key) ?? []), message]);
	}
	const volumeRows = [...groups].map(([key, messages]) => {
		const [date, category] = JSON.parse(key) as [string, string];
		const { sentCount, deliveredCount, failedCount } = funnel(messages);
		const unitPrice = PRICES[category] ?? 0;
		return {
			date,
			countryCode: '91',
			isoCode: 'IN',
			category,
			volume: deliveredCount,
			unitPrice,
			cost: rounded(deliveredCount * unitPrice),
			sentCount,
			deliveredCount,
			failedCount,
			...(ofOrganisation && { businessId: business.id, businessName: business.name }),
		};
	});
	const total = (rows: typeof volumeRows) => rounded(rows.reduce((sum, { cost }) => sum + cost, 0));
	const categories = [...new Set(volumeRows.map(({ category }) => category))];
	return {
		volumeRows,
		totalMessagingCost: total(volumeRows),
		categoryBreakdown: Object.fromEntries(
			categories.map((category) => [category, total(volumeRows.filter((row) => row.category === category))]),
		),
		volumeSource: 'standard',
		aiUsage: {
			rows: [],
			dailyRows: [],
			totalTokens: 0,
			totalCostUsd: 0,
			totalCostInr: 0,
			usdToInrRate: 88,
		},
		grandTotalCost: total(volumeRows),
		...(ofOrganisation && { businesses: [{ id: business.id, name: business.name }] }),
	};
}
