import { randomUUID } from 'node:crypto';
import axios from 'axios';
import type { Hono } from 'hono';
import { z } from 'zod';
import { acceptableUrl, isLoopback } from '../core/loopback.ts';
import type { SandboxEnv } from '../core/provider.ts';
import { templateKey } from '../platform/templates.ts';
import { answer, ApiError, heltarRoutes, readBody, validate } from './answers.ts';
import { campaignsOf, showCampaign, type Campaign } from './campaignRecord.ts';
import type { SendMessage } from './messageSchema.ts';
import { indianDay } from './indianDay.ts';
import { readLimit, refuseWhenTooFast, resultMaps, showSent } from './messages.ts';
import { recipientSchema } from './recipient.ts';
import { sendAll, type Outcome, type SendOptions } from './send.ts';
import type { HeltarWorld } from './settings.ts';
import { templatesOf } from './templates.ts';

const recipientOfCampaign = (generation: 2023 | 2026) =>
	z.strictObject({
		clientWaNumber: recipientSchema(generation),
		variables: z
			.array(z.looseObject({ type: z.enum(['header', 'body', 'button', 'limited_time_offer', 'carousel']) }))
			.optional(),
		integrations: z.array(z.looseObject({ name: z.string() })).optional(),
	});

const seedFields = (generation: 2023 | 2026) => ({
	campaignName: z.string().min(1),
	campaignDesc: z.string().optional(),
	templateName: z.string().min(1),
	languageCode: z.string().min(1),
	templateContent: z.string().optional(),
	messages: z.array(recipientOfCampaign(generation)).min(1).optional(),
});

const laterFields = {
	templateHeader: z.unknown().optional(),
	source: z.string().optional(),
	finalPayloadFileUrl: z
		.string()
		.refine((value) => acceptableUrl(value) !== undefined, 'must be an HTTPS URL')
		.optional(),
	recipientCount: z.number().int().positive().optional(),
	originalFileUrl: z.string().optional(),
	csvColumnConfig: z.unknown().optional(),
	bidMultiplier: z.number().optional(),
};

type Fields = ReturnType<typeof seedFields> & typeof laterFields;

/** Unknown keys are refused, in the body and in each recipient; so are, in 2023, the keys that came later. */
function campaignFields(generation: 2023 | 2026): Fields {
	// All later keys are optional: a body read without them has the same type.
	return generation === 2026 ? { ...seedFields(2026), ...laterFields } : (seedFields(2023) as Fields);
}

export type CampaignBody = z.infer<z.ZodObject<Fields>>;

const withRecipients = (body: CampaignBody, context: z.core.$RefinementCtx) => {
	if (body.messages !== undefined && body.finalPayloadFileUrl !== undefined)
		context.addIssue({
			code: 'custom',
			path: ['finalPayloadFileUrl'],
			message: 'cannot be used together with messages',
			input: body,
		});
	if (body.messages === undefined && body.finalPayloadFileUrl === undefined)
		context.addIssue({ code: 'custom', path: ['messages'], message: 'is required', input: body });
	if (body.finalPayloadFileUrl !== undefined && body.recipientCount === undefined)
		context.addIssue({ code: 'custom', path: ['recipientCount'], message: 'is required', input: body });
};

export const campaignSchema = (generation: 2023 | 2026) =>
	z.strictObject(campaignFields(generation)).superRefine(withRecipients);

export const scheduledCampaignSchema = (generation: 2023 | 2026) =>
	z
		.strictObject({ ...campaignFields(generation), scheduleTime: z.number().int() })
		.superRefine(withRecipients);

/** A campaign needs an approved template before it starts; a scheduled one is accepted, and fails when it runs. */
export function newCampaign(world: HeltarWorld, body: CampaignBody, scheduleTime: number | null): Campaign {
	const template = templatesOf(world).get(templateKey(body.templateName, body.languageCode));
	if (scheduleTime === null && template?.status !== 'APPROVED')
		throw new ApiError(400, `Template ${body.templateName} (${body.languageCode}) not found or not approved`);
	const campaign: Campaign = {
		id: randomUUID(),
		name: body.campaignName,
		description: body.campaignDesc ?? null,
		templateName: body.templateName,
		languageCode: body.languageCode,
		source: body.source ?? 'direct',
		status: scheduleTime === null ? 'running' : 'schedule',
		scheduleTime,
		createdAt: Date.now(),
		total: body.messages?.length ?? body.recipientCount ?? 0,
	};
	return campaignsOf(world).put(campaign.id, campaign);
}

/** Sends a campaign's messages; the failed ones are kept, since they count in its statistics. */
export function runCampaign(
	world: HeltarWorld,
	campaign: Campaign,
	body: CampaignBody,
	partial?: SendOptions['partial'],
): Outcome[] {
	const recipients = body.messages ?? [];
	const messages = recipients.map(({ clientWaNumber, variables = [], integrations }) => ({
		clientWaNumber,
		messageType: 'template' as const,
		templateName: body.templateName,
		languageCode: body.languageCode,
		variables,
		...(body.templateContent && { templateContent: body.templateContent }),
		...(integrations && { integrations }),
	}));
	const options = { campaign: campaign.id, keepFailed: true, queue: world.settings.asyncMode, partial };
	const outcomes = sendAll(world, messages as SendMessage[], options);
	campaignsOf(world).put(campaign.id, { ...campaign, status: 'sent' });
	return outcomes;
}

const LONGEST_LINE = 1_000_000;

/**
 * Heltar API, campaigns: recipients from an NDJSON file, one a line; only files on this machine are read. What is no
 * recipient is passed over, and so is what stands behind as many as were announced.
 */
export async function readRecipients(world: HeltarWorld, body: CampaignBody): Promise<CampaignBody> {
	const { finalPayloadFileUrl: address, recipientCount } = body;
	if (address === undefined || !isLoopback(new URL(address).hostname)) return body;
	const { data } = await axios.get<string>(address, {
		responseType: 'text',
		proxy: false,
		transformResponse: [],
	});
	const lines = data.split('\n').filter((line) => line.trim() !== '');
	if (data.trimStart().startsWith('[') || lines.some((line) => line.length > LONGEST_LINE))
		throw new ApiError(400, 'finalPayloadFileUrl: must be a file with one recipient a line');
	const schema = recipientOfCampaign(world.settings.generation);
	const messages = lines.flatMap((line) => schema.safeParse(parsed(line)).data ?? []);
	return { ...body, messages: messages.slice(0, recipientCount) };
}

function parsed(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be YYYY-MM-DD');
const listQuery = z
	.object({
		startDate: day.optional(),
		endDate: day.optional(),
		limit: z.string().optional(),
		cursor: z.string().optional(),
	})
	.refine((query) => (query.startDate === undefined) === (query.endDate === undefined), {
		path: ['startDate'],
		message: 'startDate and endDate must be used together',
	});

export function campaignRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	const campaigns = campaignsOf(world);
	const show = (campaign: Campaign) => showCampaign(world, campaign);

	app.post('/heltar/v1/campaigns/send', async (c) => {
		const { generation } = world.settings;
		const body = await readRecipients(world, await readBody(c, campaignSchema(generation)));
		refuseWhenTooFast(world, world.settings.asyncMode);
		const campaign = newCampaign(world, body, null);
		const outcomes = runCampaign(world, campaign, body, c.get('partial'));
		const maps =
			body.finalPayloadFileUrl !== undefined
				? { success: {}, fail: {} }
				: generation === 2023
					? resultMaps(world, outcomes, (outcome) => showSent(world, outcome))
					: { success: echoes(outcomes), fail: {} };
		const stored = campaigns.get(campaign.id) ?? campaign;
		const id = generation === 2023 ? { campaignId: campaign.id } : { campaign: show(stored) };
		return answer(c, `Successfully started campaign - ${campaign.name}!`, { ...id, messagesResponse: maps });
	});

	app.get('/heltar/v1/campaigns', (c) => {
		const all = campaigns.all().sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
		if (world.settings.generation === 2023) return answer(c, 'Successfully fetched campaigns', all.map(show));
		const query = validate(c.req.query(), listQuery);
		const limit = readLimit(query.limit, 10_000, 1000);
		const { startDate: first = '', endDate: last = '9999-12-31' } = query;
		const dated = all.filter(({ createdAt: at }) => indianDay(at) >= first && indianDay(at) <= last);
		const waiting = dated.filter(({ status }) => status === 'schedule');
		const started = dated.filter(({ status }) => status !== 'schedule');
		const start =
			query.cursor === undefined ? 0 : started.findIndex(({ id }) => id === decodeCursor(query.cursor)) + 1;
		if (query.cursor !== undefined && start === 0) throw new ApiError(400, 'cursor: is not valid');
		const page = started.slice(start, start + limit);
		const more = started.length > start + limit;
		return answer(c, 'Successfully fetched campaigns', {
			// Scheduled campaigns come on the first page only, on top of its entries.
			campaigns: [...(query.cursor === undefined ? waiting : []), ...page].map(show),
			nextCursor: more ? Buffer.from(page.at(-1)?.id ?? '').toString('base64url') : null,
		});
	});

	return app;
}

const decodeCursor = (cursor: string | undefined) => Buffer.from(cursor ?? '', 'base64url').toString();

/** Today's answer only echoes the recipients; what failed shows in the statistics. */
const echoes = (outcomes: Outcome[]) =>
	Object.fromEntries(
		outcomes.map(({ sent }, position) => [position, { clientWaNumber: sent.clientWaNumber }]),
	);
