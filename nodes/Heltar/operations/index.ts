import type { Resource } from '../../../core/run/resources';
import { analytics } from './analytics';
import { attribute } from './attribute';
import { business } from './business';
import { call } from './call';
import { campaign } from './campaign';
import { chatbot } from './chatbot';
import { contact } from './contact';
import { custom } from './custom';
import { embed } from './embed';
import { employee } from './employee';
import { group } from './group';
import { link } from './link';
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
	group,
	chatbot,
	call,
	journey,
	employee,
	attribute,
	webhook,
	business,
	analytics,
	link,
	embed,
	custom,
];
