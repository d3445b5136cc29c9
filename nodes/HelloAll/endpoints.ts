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

	getCustomFields: 'GET /crm/setting/custom-field',
	createCustomField: 'POST /crm/setting/custom-field',
	deleteCustomField: 'DELETE /crm/setting/custom-field/{id}',
	getChatCustomFields: 'GET /crm/chat/setting/{chatId}/custom-field',
	upsertChatCustomFields: 'POST /crm/chat/setting/{chatId}/custom-field',
	deleteChatCustomField: 'DELETE /crm/chat/setting/{chatId}/custom-field/{id}',
});
