import { defineCallLimits } from '../../core/http/callLimit';

const withinMs = 15 * 60 * 1000;
const few = { most: 60, withinMs };
const many = { most: 600, withinMs };

/**
 * What Heltar allows one business in 15 minutes (Heltar API, "Rate limits"). All analytics share one limit. Which calls are
 * the statistics of a campaign is not listed: all that tell of one campaign are taken for it. Sending has no limit.
 */
export const callLimits = defineCallLimits([
	{
		what: 'analytics calls',
		...few,
		routes: [
			'GET /v1/analytics/daily-engagement',
			'GET /v1/templates/analytics',
			'GET /v1/templates/conversation-analytics',
			'GET /v1/templates/cost-analytics',
			'GET /v1/templates/cost-analytics/templates',
			'GET /v1/templates/pricing-analytics',
			'GET /v1/templates/template-analytics',
			'GET /v1/templates/template-analytics-clickhouse',
			'GET /v1/templates/template-details/{templateName}/{date}',
		],
	},
	{
		what: 'statistics of campaigns',
		...few,
		routes: [
			'GET /v1/campaigns/{campaignId}',
			'GET /v1/campaigns/download-stats/{campaignId}',
			'GET /v1/campaigns/get-one/{campaignId}',
		],
	},
	{ what: 'message searches', ...few, routes: ['GET /v1/messages/search'] },
	{ what: 'lists of links', ...few, routes: ['GET /v1/link-tracker'] },

	{ what: 'lists of contacts', ...many, routes: ['GET /v1/clients'] },
	{ what: 'lists of blocked contacts', ...many, routes: ['GET /v1/clients/blocked'] },
	{ what: 'message histories', ...many, routes: ['GET /v1/messages/{clientWaNumber}'] },
	{ what: 'lists of form answers', ...many, routes: ['GET /v1/messages/flow-id/{flowId}'] },
	{ what: 'lists of campaigns', ...many, routes: ['GET /v1/campaigns'] },
	{
		what: 'call records',
		...many,
		routes: ['GET /v1/voice-calls', 'GET /v1/voice-calls/{callId}'],
	},
	{ what: 'lists of chatbot results', ...many, routes: ['GET /v1/chatbots/results'] },
	{ what: 'lists of category updates', ...many, routes: ['GET /v1/templates/category-updates'] },
]);
