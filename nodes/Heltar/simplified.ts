import type { IDataObject } from 'n8n-workflow';

/** The fields of an object that workflows use, in this order; those an answer does not have are left out. */
export const only =
	(...keys: string[]) =>
	(given: IDataObject): IDataObject =>
		Object.fromEntries(keys.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]));

export const simplifiedContact = only(
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
);

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

export const simplifiedBusiness = only(
	'id',
	'name',
	'phoneNumberId',
	'bizWhatsappNumber',
	'asyncMessageMode',
	'webhooks',
);

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
