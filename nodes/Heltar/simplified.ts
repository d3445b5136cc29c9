import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../whatsapp/events/json';
import { windowOf } from './conversationWindow';

/** The fields of an object that workflows use, in this order; those an answer does not have are left out. */
export const only =
	(...keys: string[]) =>
	(given: IDataObject): IDataObject =>
		Object.fromEntries(keys.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]));

const contactFields = only(
	'clientWaNumber',
	'username',
	'attributes',
	'isOpen',
	'unreadMessages',
	'optedIn',
	'isBlocked',
	'conversationExpire',
	'latestMessage',
	'businessEmployees',
	'isBotReply',
	'assignedChatbotId',
	'sessionClearedAt',
	'masterClientId',
);

/** A contact, with the agents it is assigned to (`businessEmployees`) and until when it can be written to freely. */
export const simplifiedContact = (contact: IDataObject): IDataObject => ({
	...contactFields(contact),
	...windowOf(contact),
});

export const simplifiedEmployee = only('id', 'name', 'email', 'status', 'isActive', 'rolePermission');

export const simplifiedCampaign = only(
	'id',
	'name',
	'status',
	'templateName',
	'statsTotal',
	'statsSent',
	'statsDelivered',
	'statsRead',
	'statsFailure',
	'createdAt',
);

const businessFields = only(
	'id',
	'name',
	'phoneNumberId',
	'bizWhatsappNumber',
	'asyncMessageMode',
	'webhooks',
	'isMarkReadMsg',
	'activeChatbotId',
);

/** Settings that are there only once somebody has set them (Heltar API, "Business": `integrations`). */
const settings = only('optRules', 'pauseMarketingTemplates', 'chatAssignment');

export const simplifiedBusiness = (business: IDataObject): IDataObject => ({
	...businessFields(business),
	...(isObject(business.integrations) ? settings(business.integrations as IDataObject) : {}),
});
export const simplifiedChatbot = only(
	'id',
	'name',
	'type',
	'model',
	'isActive',
	'isActiveVoiceBot',
	'functions',
	'functionDefinitionsCount',
	'createdBy',
	'createdAt',
);

export const simplifiedCall = only(
	'wamid',
	'clientWaNumber',
	'username',
	'callType',
	'direction',
	'status',
	'timestamp',
	'duration',
	'awsLink',
);
