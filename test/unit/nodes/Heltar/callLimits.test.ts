import type { Route } from '../../../../core/http/endpoint';
import { callLimitOf } from '../../../../core/http/callLimit';
import { callLimits } from '../../../../nodes/Heltar/callLimits';
import { endpoints } from '../../../../nodes/Heltar/endpoints';

const limitOf = (route: string) => callLimitOf(callLimits, { name: 'any', route: route as Route });

/** What counts towards a limit of Heltar, by the route as the table of endpoints has it, or as somebody wrote it out. */
test.each([
	['GET /v1/messages/search', 'message searches', 60],
	['GET /v1/link-tracker', 'lists of links', 60],
	['GET /v1/campaigns/get-one/{campaignId}', 'statistics of campaigns', 60],
	['GET /v1/campaigns/{campaignId}', 'statistics of campaigns', 60],
	['GET /v1/campaigns/8104', 'statistics of campaigns', 60],
	['GET /v1/campaigns/download-stats/6f1c2f0e-8f57', 'statistics of campaigns', 60],
	['GET /v1/clients', 'lists of contacts', 600],
	['GET /v1/clients/blocked', 'lists of blocked contacts', 600],
	['GET /v1/messages/{clientWaNumber}', 'message histories', 600],
	['GET /v1/messages/447700900123', 'message histories', 600],
	['GET /v1/messages/GB.7315902846613057', 'message histories', 600],
	['GET /v1/messages/flow-id/{flowId}', 'lists of form answers', 600],
	['GET /v1/campaigns', 'lists of campaigns', 600],
	['GET /v1/voice-calls', 'call records', 600],
	['GET /v1/voice-calls/{callId}', 'call records', 600],
	['GET /v1/chatbots/results', 'lists of chatbot results', 600],
	['GET /v1/templates/category-updates', 'lists of category updates', 600],
])('%s counts as %s, of which there are %i in 15 minutes', (route, what, most) => {
	expect(limitOf(route)).toMatchObject({ what, most, withinMs: 900_000 });
});

test.each([
	'GET /v1/analytics/daily-engagement',
	'GET /v1/templates/template-analytics-clickhouse',
	'GET /v1/templates/template-details/{templateName}/{date}',
	'GET /v1/templates/template-details/order_2/2026-09-01',
	'GET /v1/templates/analytics',
	'GET /v1/templates/template-analytics',
	'GET /v1/templates/conversation-analytics',
	'GET /v1/templates/pricing-analytics',
	'GET /v1/templates/cost-analytics',
	'GET /v1/templates/cost-analytics/templates',
])('%s shares its limit with all other analytics', (route) => {
	expect(limitOf(route)).toBe(limitOf('GET /v1/templates/analytics'));
	expect(limitOf(route)).toMatchObject({ what: 'analytics calls', most: 60 });
});

test.each([
	'GET /v1/clients/{clientWaNumber}',
	'GET /v1/clients/447700900123',
	'GET /v1/messages',
	'GET /v1/messages/presigned-url',
	'GET /v1/messages/fetch-media',
	'GET /v1/messages/mark-read-msg/{clientWaNumber}',
	'GET /v1/chatbots',
	'GET /v1/calls',
	'GET /v1/templates',
	'GET /v1/templates/{templateName}',
	'GET /v1/business',
	'GET /v1/v1/clients',
	'POST /v1/clients',
	'POST /v1/messages/send',
	'POST /v1/campaigns/send',
])('%s has no limit', (route) => {
	expect(limitOf(route)).toBeUndefined();
});

test('no route counts twice', () => {
	for (const { route } of Object.values(endpoints)) {
		expect(callLimits.filter(({ counts }) => counts(route)).length).toBeLessThanOrEqual(1);
	}
});
