import { defineEndpoints } from '../../core/http/endpoint';

/** What is called where (Heltar API, method and path of every request). */
export const endpoints = defineEndpoints({
	sendMessages: 'POST /v1/messages/send',
	getMessage: 'GET /v1/messages',
	getMessages: 'GET /v1/messages/{clientWaNumber}',
	getFlowResponses: 'GET /v1/messages/flow-id/{flowId}',
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
	getBlockedContacts: 'GET /v1/clients/blocked',
	assignAgents: 'POST /v1/clients/chat/multiassign',
	toggleBot: 'PUT /v1/clients/bot/toggle/{clientWaNumber}',
	clearBotSession: 'PUT /v1/clients/session/clear/{clientWaNumber}',
	getContactAttributes: 'GET /v1/clients/client-attributes/{clientWaNumber}',
	getProfile: 'GET /v1/clients/{clientWaNumber}/profile',
	updateProfile: 'PUT /v1/clients/{clientWaNumber}/profile',

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
	scheduleNudge: 'POST /v1/schedule/nudge',
	deleteSchedule: 'DELETE /v1/schedule/{scheduleId}',

	getGroups: 'GET /v1/groups',
	createGroup: 'POST /v1/groups',
	getGroup: 'GET /v1/groups/{groupId}',
	updateGroup: 'POST /v1/groups/{groupId}',
	deleteGroup: 'DELETE /v1/groups/{groupId}',
	getInviteLink: 'GET /v1/groups/{groupId}/invite_link',
	resetInviteLink: 'POST /v1/groups/{groupId}/invite_link',
	removeParticipants: 'DELETE /v1/groups/{groupId}/participants',
	getJoinRequests: 'GET /v1/groups/{groupId}/join_requests',
	approveJoinRequests: 'POST /v1/groups/{groupId}/join_requests',
	rejectJoinRequests: 'DELETE /v1/groups/{groupId}/join_requests',

	getEmployees: 'GET /v1/auth/business-employees',
	setAvailability: 'PUT /v1/auth/business-employees/toggle-status',

	getAttributes: 'GET /v1/business/attributes',
	createAttributes: 'POST /v1/business/attributes',
	updateAttribute: 'PUT /v1/business/attributes',
	deleteAttribute: 'DELETE /v1/business/attributes',

	getBusiness: 'GET /v1/business',
	getAccountStatus: 'GET /v1/business/account-status',
	setOptRules: 'PUT /v1/business/opt-rules',
	getBusinessProfile: 'GET /v1/business/profile',
	updateBusinessProfile: 'POST /v1/business/profile',
	pauseMarketing: 'PUT /v1/business/pause-marketing-templates',
	setAsyncMode: 'PUT /v1/business/async-message-mode',
	upsertWebhooks: 'POST /v1/business/webhook-url',
	deleteWebhook: 'DELETE /v1/business/webhook-url',

	createLink: 'POST /v1/link-tracker/create',
	createLinks: 'POST /v1/link-tracker/create-bulk',
	getLinks: 'GET /v1/link-tracker',

	createEmbedSession: 'POST /v1/embed/session',

	getDailyEngagement: 'GET /v1/analytics/daily-engagement',
});
