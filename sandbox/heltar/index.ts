import { Hono } from 'hono';
import type { Provider, SandboxEnv } from '../core/provider.ts';
import { requireKey } from './access.ts';
import { ApiError, errorBody, heltarRoutes } from './answers.ts';
import { analyticsRoutes } from './analytics.ts';
import { attributeRoutes } from './attributes.ts';
import { bot } from './bot.ts';
import { businessProfileRoutes } from './businessProfile.ts';
import { businessRoutes } from './businessRoutes.ts';
import { campaignReportRoutes } from './campaignReports.ts';
import { callRoutes } from './calls.ts';
import { campaignRoutes } from './campaigns.ts';
import { chatbotRoutes } from './chatbots.ts';
import { chatRoutes } from './chats.ts';
import { contactRoutes } from './contacts.ts';
import { embedRoutes } from './embed.ts';
import { employeeRoutes } from './employees.ts';
import { flowResponseRoutes } from './flowResponses.ts';
import { groupRoutes } from './groups.ts';
import { onInbound } from './inbound.ts';
import { linkRoutes } from './links.ts';
import { writeInInbox } from './inbox.ts';
import { journeyRoutes } from './journeys.ts';
import { MEDIA_HOST, mediaRoutes, temporaryUrl } from './media.ts';
import { historyRoutes, sendRoutes } from './messages.ts';
import { optRuleRoutes } from './optRules.ts';
import { phone } from './phone.ts';
import { profileRoutes } from './profiles.ts';
import { SAMPLE_PATH, sampleRoutes } from './samples.ts';
import { readLimits } from './readLimits.ts';
import { resumeSchedules, scheduleRoutes } from './schedule.ts';
import { seed } from './seeds.ts';
import { change, defaults, shown, type HeltarSettings } from './settings.ts';
import { CDN, STORAGE, storageRoutes, uploadUrlRoutes } from './storage.ts';
import { fallbackRoutes } from './templateFallbacks.ts';
import { libraryRoutes } from './templateLibrary.ts';
import { templateReportRoutes } from './templateReports.ts';
import { templateRoutes } from './templates.ts';
import { deliveryRules, statusWebhooks, webhookRoutes, webhooksOf } from './webhooks.ts';

/** Order matters where a path of one group fits a pattern of another: history's `/messages/{number}` comes last. */
const GROUPS = [
	employeeRoutes,
	webhookRoutes,
	attributeRoutes,
	businessRoutes,
	businessProfileRoutes,
	optRuleRoutes,
	chatRoutes,
	contactRoutes,
	profileRoutes,
	sampleRoutes,
	libraryRoutes,
	fallbackRoutes,
	templateReportRoutes,
	templateRoutes,
	campaignRoutes,
	campaignReportRoutes,
	scheduleRoutes,
	groupRoutes,
	flowResponseRoutes,
	chatbotRoutes,
	journeyRoutes,
	callRoutes,
	sendRoutes,
	uploadUrlRoutes,
	mediaRoutes,
	storageRoutes,
	historyRoutes,
	analyticsRoutes,
	linkRoutes,
	embedRoutes,
];

/** Heltar's WhatsApp API as its documentation describes it. */
export const heltar: Provider<HeltarSettings> = {
	name: 'heltar',
	label: 'Heltar',
	key: 'hk_live_sandbox',
	sends: '/v1/messages/send',
	settings: { defaults, change, shown },
	roots: [STORAGE, CDN, MEDIA_HOST],
	streams: (method, path) =>
		(method === 'PUT' && path.startsWith(`/${STORAGE}/`)) || (method === 'POST' && path === SAMPLE_PATH),
	seed,
	resume: resumeSchedules,
	routes: (world) => {
		const api = new Hono<SandboxEnv>();
		const guard = heltarRoutes();
		guard.use('/heltar/v1/*', requireKey(world));
		guard.use('/heltar/v1/*', readLimits(world));
		api.route('/', guard);
		for (const routes of GROUPS) api.route('/', routes(world));
		const rest = heltarRoutes();
		rest.all('/heltar/*', (c) => {
			throw new ApiError(404, `Cannot ${c.req.method} ${c.req.path.replace(/^\/heltar/, '')}`);
		});
		api.route('/', rest);
		return api;
	},
	errorBody: (status, text) => errorBody(status, text),
	webhooks: {
		registered: (world) => webhooksOf(world).all(),
		rules: deliveryRules,
		inbound: onInbound,
		status: statusWebhooks,
	},
	mediaUrl: temporaryUrl,
	inbox: writeInInbox,
	bot,
	phone,
};
