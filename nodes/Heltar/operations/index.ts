import type { Resource } from '../../../core/run/resources';
import { attribute } from './attribute';
import { business } from './business';
import { call } from './call';
import { campaign } from './campaign';
import { chatbot } from './chatbot';
import { contact } from './contact';
import { custom } from './custom';
import { employee } from './employee';
import { journey } from './journey';
import { media } from './media';
import { message } from './message';
import { schedule } from './schedule';
import { template } from './template';
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
	campaign,
	schedule,
	chatbot,
	call,
	journey,
	employee,
	attribute,
	webhook,
	business,
	custom,
];
