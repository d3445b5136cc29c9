import type { Resource } from '../../../core/run/resources';
import { apiCall } from './custom/apiCall';
import { get as getBusinessProfile } from './businessProfile/get';
import { getMany as getCampaigns } from './campaign/getMany';
import { getReport } from './campaign/getReport';
import { assign } from './chat/assign';
import { getMessages } from './chat/getMessages';
import { markDone } from './chat/markDone';
import { deleteChatCustomField } from './chatCustomField/delete';
import { getMany as getChatCustomFields } from './chatCustomField/getMany';
import { upsert as upsertChatCustomFields } from './chatCustomField/upsert';
import { get as getCompliance } from './compliance/get';
import { update as updateCompliance } from './compliance/update';
import { create as createContact } from './contact/create';
import { deleteContact } from './contact/delete';
import { getMany as getContacts } from './contact/getMany';
import { search } from './contact/search';
import { create as createCustomField } from './customField/create';
import { deleteCustomField } from './customField/delete';
import { getMany as getCustomFields } from './customField/getMany';
import { deleteMedia } from './media/delete';
import { download as downloadMedia } from './media/download';
import { upload as uploadMedia } from './media/upload';
import { markRead } from './message/markRead';
import { sendAndWait } from './message/sendAndWait';
import { sendAudio } from './message/sendAudio';
import { sendContacts } from './message/sendContacts';
import { sendDocument } from './message/sendDocument';
import { sendImage } from './message/sendImage';
import { sendList } from './message/sendList';
import { sendLocation } from './message/sendLocation';
import { sendReplyButtons } from './message/sendReplyButtons';
import { sendSticker } from './message/sendSticker';
import { sendTemplate } from './message/sendTemplate';
import { sendText } from './message/sendText';
import { sendVideo } from './message/sendVideo';
import { typing } from './message/typing';
import { get as getPhoneNumber } from './phoneNumber/get';
import { getAbout } from './profile/getAbout';
import { getPhoto } from './profile/getPhoto';
import { getPhotoLink } from './profile/getPhotoLink';
import { updateAbout } from './profile/updateAbout';
import { create as createTemplate } from './template/create';
import { deleteTemplate } from './template/delete';
import { get as getTemplate } from './template/get';
import { getMany as getTemplates } from './template/getMany';
import { get as getUser } from './user/get';
import { deleteWebhook } from './webhook/delete';
import { get as getWebhook } from './webhook/get';
import { set as setWebhook } from './webhook/set';

/** Every operation of the node; menus, properties, dispatch, documentation and tests derive from this list. */
export const resources: readonly Resource[] = [
	{
		value: 'message',
		name: 'Message',
		operations: [
			markRead,
			sendAndWait,
			sendAudio,
			sendContacts,
			sendDocument,
			sendImage,
			sendList,
			sendLocation,
			sendReplyButtons,
			sendSticker,
			sendTemplate,
			sendText,
			sendVideo,
			typing,
		],
		startWith: sendText,
	},
	{
		value: 'businessProfile',
		name: 'Business Profile',
		operations: [getBusinessProfile],
		startWith: getBusinessProfile,
	},
	{
		value: 'campaign',
		name: 'Campaign',
		operations: [getCampaigns, getReport],
		startWith: getCampaigns,
	},
	{
		value: 'chat',
		name: 'Chat',
		operations: [assign, getMessages, markDone],
		startWith: getMessages,
	},
	{
		value: 'chatCustomField',
		name: 'Chat Custom Field',
		operations: [deleteChatCustomField, getChatCustomFields, upsertChatCustomFields],
		startWith: getChatCustomFields,
	},
	{
		value: 'compliance',
		name: 'Compliance',
		operations: [getCompliance, updateCompliance],
		startWith: updateCompliance,
	},
	{
		value: 'contact',
		name: 'Contact',
		operations: [createContact, deleteContact, getContacts, search],
		startWith: search,
	},
	{
		value: 'customField',
		name: 'Custom Field',
		operations: [createCustomField, deleteCustomField, getCustomFields],
		startWith: getCustomFields,
	},
	{
		value: 'media',
		name: 'Media',
		operations: [deleteMedia, downloadMedia, uploadMedia],
		startWith: downloadMedia,
	},
	{ value: 'phoneNumber', name: 'Phone Number', operations: [getPhoneNumber], startWith: getPhoneNumber },
	{
		value: 'profile',
		name: 'Profile',
		operations: [getAbout, getPhoto, getPhotoLink, updateAbout],
		startWith: getAbout,
	},
	{
		value: 'template',
		name: 'Template',
		operations: [createTemplate, deleteTemplate, getTemplate, getTemplates],
		startWith: getTemplates,
	},
	{ value: 'user', name: 'User', operations: [getUser], startWith: getUser },
	{
		value: 'webhook',
		name: 'Webhook',
		operations: [deleteWebhook, getWebhook, setWebhook],
		startWith: getWebhook,
	},
	{ value: 'custom', name: 'Custom', operations: [apiCall], startWith: apiCall },
];
