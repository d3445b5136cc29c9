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

	getCampaigns: 'GET /v1/campaigns',
	getCampaign: 'GET /v1/campaigns/get-one/{campaignId}',
	sendCampaign: 'POST /v1/campaigns/send',
	scheduleCampaign: 'POST /v1/schedule/campaign',
	scheduleMessage: 'POST /v1/schedule/message',
	deleteSchedule: 'DELETE /v1/schedule/{scheduleId}',

	getChatbots: 'GET /v1/chatbots',
	getChatbotResults: 'GET /v1/chatbots/results',
	talkChatbot: 'POST /v1/chatbots/talk',
	processChatbot: 'POST /v1/chatbots/{chatbotId}/process',
	sendJourneyEvent: 'POST /v1/journeys/events',

	initiateCall: 'POST /v1/calls/initiate',
	getCalls: 'GET /v1/calls',
	getCallRecord: 'GET /v1/voice-calls/{callId}',

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
