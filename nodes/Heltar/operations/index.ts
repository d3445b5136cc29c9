import type { Resource } from '../../../core/run/resources';
import { apiCall } from './custom/apiCall';
import { create as createAttribute } from './attribute/create';
import { deleteAttribute } from './attribute/delete';
import { getMany as getAttributes } from './attribute/getMany';
import { update as updateAttribute } from './attribute/update';
import { get as getBusiness } from './business/get';
import { getAccountStatus } from './business/getAccountStatus';
import { get as getCampaign } from './campaign/get';
import { getMany as getCampaigns } from './campaign/getMany';
import { send as sendCampaign } from './campaign/send';
import { assignBot } from './contact/assignBot';
import { assignChat } from './contact/assignChat';
import { block as blockContact } from './contact/block';
import { deleteContact } from './contact/delete';
import { get as getContact } from './contact/get';
import { getMany as getContacts } from './contact/getMany';
import { toggleChat } from './contact/toggleChat';
import { updateAttributesAndTags } from './contact/updateAttributesAndTags';
import { upsert as upsertContact } from './contact/upsert';
import { getMany as getEmployees } from './employee/getMany';
import { download } from './media/download';
import { getUploadUrl } from './media/getUploadUrl';
import { upload } from './media/upload';
import { get as getMessage } from './message/get';
import { getMany as getMessages } from './message/getMany';
import { markRead } from './message/markRead';
import { requestAddress } from './message/requestAddress';
import { requestLocation } from './message/requestLocation';
import { search as searchMessages } from './message/search';
import { sendAndWait } from './message/sendAndWait';
import { sendButtons } from './message/sendButtons';
import { sendCatalog } from './message/sendCatalog';
import { sendCatalogLink } from './message/sendCatalogLink';
import { sendContacts } from './message/sendContacts';
import { sendCtaUrl } from './message/sendCtaUrl';
import { sendInteractive } from './message/sendInteractive';
import { sendList } from './message/sendList';
import { sendLocation } from './message/sendLocation';
import { sendMedia } from './message/sendMedia';
import { sendProduct } from './message/sendProduct';
import { sendProductList } from './message/sendProductList';
import { sendTemplate } from './message/sendTemplate';
import { sendText } from './message/sendText';
import { typing } from './message/typing';
import { campaign as scheduleCampaign } from './schedule/campaign';
import { deleteSchedule } from './schedule/delete';
import { message as scheduleMessage } from './schedule/message';
import { create as createTemplate } from './template/create';
import { deleteTemplate } from './template/delete';
import { get as getTemplate } from './template/get';
import { getMany as getTemplates } from './template/getMany';
import { deleteWebhook } from './webhook/delete';
import { upsert as upsertWebhook } from './webhook/upsert';

/** Every operation of the node; menus, properties, dispatch, documentation and tests derive from this list. */
export const resources: readonly Resource[] = [
	{
		value: 'message',
		name: 'Message',
		operations: [
			getMessage,
			getMessages,
			markRead,
			requestAddress,
			requestLocation,
			searchMessages,
			sendAndWait,
			sendButtons,
			sendCatalog,
			sendCatalogLink,
			sendContacts,
			sendCtaUrl,
			sendInteractive,
			sendList,
			sendLocation,
			sendMedia,
			sendProduct,
			sendProductList,
			sendTemplate,
			sendText,
			typing,
		],
		startWith: sendText,
	},
	{ value: 'media', name: 'Media', operations: [download, getUploadUrl, upload], startWith: upload },
	{
		value: 'contact',
		name: 'Contact',
		operations: [
			assignBot,
			assignChat,
			blockContact,
			deleteContact,
			getContact,
			getContacts,
			toggleChat,
			updateAttributesAndTags,
			upsertContact,
		],
		startWith: getContacts,
	},
	{
		value: 'template',
		name: 'Template',
		operations: [createTemplate, deleteTemplate, getTemplate, getTemplates],
		startWith: getTemplates,
	},
	{
		value: 'campaign',
		name: 'Campaign',
		operations: [getCampaign, getCampaigns, sendCampaign],
		startWith: sendCampaign,
	},
	{
		value: 'schedule',
		name: 'Schedule',
		operations: [scheduleCampaign, deleteSchedule, scheduleMessage],
		startWith: scheduleMessage,
	},
	{ value: 'employee', name: 'Employee', operations: [getEmployees], startWith: getEmployees },
	{
		value: 'attribute',
		name: 'Attribute',
		operations: [createAttribute, deleteAttribute, getAttributes, updateAttribute],
		startWith: getAttributes,
	},
	{ value: 'webhook', name: 'Webhook', operations: [deleteWebhook, upsertWebhook], startWith: upsertWebhook },
	{
		value: 'business',
		name: 'Business',
		operations: [getBusiness, getAccountStatus],
		startWith: getBusiness,
	},
	{ value: 'custom', name: 'Custom', operations: [apiCall], startWith: apiCall },
];
