import { defineEndpoints } from '../../core/http/endpoint';

/**
 * What is called where (Hello All collection, method and path of every request). Where the collection has no such request,
 * the entry says whose form it is.
 */
export const endpoints = defineEndpoints({
	sendMessage: 'POST /v1/messages',
	/** WhatsApp's on-premises API: message status. */
	updateMessage: 'PUT /v1/messages/{message_id}',

	getMedia: 'GET /v1/media.php',
	deleteMedia: 'DELETE /v1/media.php',
	/** WhatsApp's on-premises API: media. */
	getMediaById: 'GET /v1/media/{id}',
	deleteMediaById: 'DELETE /v1/media/{id}',

	getTemplates: 'GET /v1/configs/templates',
	createTemplate: 'POST /v1/configs/templates',
	/** WhatsApp's on-premises API: templates. */
	deleteTemplate: 'DELETE /v1/configs/templates/{templateName}',

	getWebhook: 'GET /v1/configs/webhook',
	setWebhook: 'POST /v1/configs/webhook',
	deleteWebhook: 'DELETE /v1/configs/webhook',

	getPhoneNumber: 'GET /v1/configs/phone_number',
	getBusinessProfile: 'GET /v1/settings/business/profile',
	getComplianceInfo: 'GET /v1/settings/business/compliance_info',
	updateComplianceInfo: 'POST /v1/settings/business/compliance_info',
	getAbout: 'GET /v1/settings/profile/about',
	updateAbout: 'PATCH /v1/settings/profile/about',
	updateBusinessProfile: 'PATCH /v1/configs/settings/business/profile',
	getProfilePhoto: 'GET /v1/settings/profile/photo',

	getUser: 'GET /api/getuser',

	/** The panel's Cloud-style API alone; what else it calls differently, see styles.ts. */
	typing: 'POST /api/meta/{version}/{phoneNumberId}/messages',
	uploadMedia: 'POST /api/meta/{version}/{phoneNumberId}/media',
	getTemplate: 'GET /api/meta/{version}/{templateId}',

	/** The CRM documents of a panel of the same make, and public programs. */
	createContact: 'POST /crm/chat',
	searchContacts: 'GET /crm/chat/search',
	getContacts: 'GET /crm/chat',
	deleteContact: 'DELETE /crm/chat/{chatId}',
	getChatMessages: 'GET /crm/chat/{chatId}/messages',
	assignChat: 'POST /crm/chat/setting/{chatId}/operator/assign_chat',
	markChatDone: 'POST /crm/chat/setting/{chatId}/operator/mark_as_done',
	getCampaigns: 'GET /crm/campaign',
	getCampaignReport: 'GET /crm/campaign/{campaignId}/report',

	getCustomFields: 'GET /crm/setting/custom-field',
	createCustomField: 'POST /crm/setting/custom-field',
	deleteCustomField: 'DELETE /crm/setting/custom-field/{id}',
	getChatCustomFields: 'GET /crm/chat/setting/{chatId}/custom-field',
	upsertChatCustomFields: 'POST /crm/chat/setting/{chatId}/custom-field',
	deleteChatCustomField: 'DELETE /crm/chat/setting/{chatId}/custom-field/{id}',
});
