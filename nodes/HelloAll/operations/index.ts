import type { Resource } from '../../../core/run/resources';
import { businessProfile } from './businessProfile';
import { campaign } from './campaign';
import { chat } from './chat';
import { chatCustomField } from './chatCustomField';
import { compliance } from './compliance';
import { contact } from './contact';
import { custom } from './custom';
import { customField } from './customField';
import { media } from './media';
import { message } from './message';
import { phoneNumber } from './phoneNumber';
import { profile } from './profile';
import { template } from './template';
import { user } from './user';
import { webhook } from './webhook';

/**
 * Every operation of the node, by resource: what people look for most comes first. Menus, properties, dispatch, documentation
 * and tests derive from this list.
 */
export const resources: readonly Resource[] = [
	message,
	template,
	media,
	contact,
	chat,
	campaign,
	profile,
	businessProfile,
	customField,
	chatCustomField,
	compliance,
	phoneNumber,
	user,
	webhook,
	custom,
];
