import { defineEndpoints } from '../../core/http/endpoint';

/** What is called where (Heltar API, method and path of every request). */
export const endpoints = defineEndpoints({
	sendMessages: 'POST /v1/messages/send',
	getMessage: 'GET /v1/messages',
	getMessages: 'GET /v1/messages/{clientWaNumber}',
	searchMessages: 'GET /v1/messages/search',
	markRead: 'GET /v1/messages/mark-read-msg/{clientWaNumber}',
	showTyping: 'POST /v1/business/typing-indicator',

	getUploadUrl: 'GET /v1/messages/presigned-url',
	fetchMedia: 'GET /v1/messages/fetch-media',

	getContacts: 'GET /v1/clients',
	getContact: 'GET /v1/clients/{clientWaNumber}',
	upsertContacts: 'POST /v1/clients',
	deleteContacts: 'DELETE /v1/clients',
	updateAttributesAndTags: 'PUT /v1/clients/attributes-and-tags',
	assignBot: 'PUT /v1/clients/bot/assign',
	assignChat: 'POST /v1/clients/chat/assign',
	toggleChat: 'PUT /v1/clients/chat/toggle/{clientWaNumber}',
	blockContact: 'PUT /v1/clients/chat/block/{clientWaNumber}',

	getTemplates: 'GET /v1/templates',
	getTemplate: 'GET /v1/templates/{templateName}',
	createTemplate: 'POST /v1/templates',
	deleteTemplate: 'DELETE /v1/templates/{templateName}',
	deleteTemplateVersion: 'DELETE /v1/templates/{templateName}/{templateId}',
	updateTemplate: 'POST /v1/templates/{templateId}',
	uploadSample: 'POST /v1/business/resumable-upload',
	getTemplateLibrary: 'GET /v1/templates/library',
	getFallbacks: 'GET /v1/templates/fallback',
	setFallback: 'POST /v1/templates/fallback',
	deleteFallback: 'DELETE /v1/templates/fallback/{configId}',
	getCategoryUpdates: 'GET /v1/templates/category-updates',
	getDailyFunnel: 'GET /v1/templates/template-analytics-clickhouse',
	getSentTemplates: 'GET /v1/templates/template-details/{templateName}/{date}',
	getCost: 'GET /v1/templates/cost-analytics',

	getCampaigns: 'GET /v1/campaigns',
	getCampaign: 'GET /v1/campaigns/get-one/{campaignId}',
	getCampaignRecipients: 'GET /v1/campaigns/{campaignId}',
	exportCampaign: 'GET /v1/campaigns/download-stats/{campaignId}',
	sendCampaign: 'POST /v1/campaigns/send',
	scheduleCampaign: 'POST /v1/schedule/campaign',
	scheduleMessage: 'POST /v1/schedule/message',
	deleteSchedule: 'DELETE /v1/schedule/{scheduleId}',

	getEmployees: 'GET /v1/auth/business-employees',

	getAttributes: 'GET /v1/business/attributes',
	createAttributes: 'POST /v1/business/attributes',
	updateAttribute: 'PUT /v1/business/attributes',
	deleteAttribute: 'DELETE /v1/business/attributes',

	getBusiness: 'GET /v1/business',
	getAccountStatus: 'GET /v1/business/account-status',
	upsertWebhooks: 'POST /v1/business/webhook-url',
	deleteWebhook: 'DELETE /v1/business/webhook-url',
});
